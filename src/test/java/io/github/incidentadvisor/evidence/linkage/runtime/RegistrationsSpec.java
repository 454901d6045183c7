package io.github.incidentadvisor.evidence.linkage.runtime;

import static io.github.incidentadvisor.evidence.linkage.runtime.Upgraded.jar;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.linkage.runtime.Upgraded.Jarred;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationsSpec {
    private static final String META = "src/main/resources/META-INF/";

    @TempDir
    Path folder;

    @Test
    void aServiceFileThatNamesAClassThatIsGoneIsToldAtItsLine() {
        Upgraded upgraded = lib("lib.Spi", "lib.Impl").after("org.a:lib:2", types("lib.Spi"));
        upgraded.project(META + "services/lib.Spi", "# ours\napp.Mine\nlib.Impl # theirs\n");

        assertThat(upgraded.found())
                .containsExactly("FAILS_RUN " + META
                        + "services/lib.Spi:3 registers lib.Impl; lib 2 has no such class any more");
        assertThat(upgraded.quotes()).containsExactly("lib 1: lib/Impl.class; in no jar now, lib 2 included");
    }

    @Test
    void aServiceFileForAnInterfaceThatIsGoneIsReadByNobody() {
        Upgraded upgraded = lib("lib.Spi").after("org.a:lib:2", types("lib.Spi2"));
        upgraded.project(META + "services/lib.Spi", "app.Mine\n");

        assertThat(upgraded.found())
                .containsExactly("FAILS_RUN " + META + "services/lib.Spi:1 is named for lib.Spi, so nothing reads it;"
                        + " lib 2 has no such class any more");
    }

    @Test
    void springFactoriesAndImportsAreReadToo() {
        Upgraded upgraded = lib("lib.Key", "lib.Auto").after("org.a:lib:2", types("lib.Other"));
        upgraded.project(META + "spring.factories", "lib.Key=\\\n  app.A,\\\n  lib.Auto\n")
                .project(META + "spring/app.Key.imports", "app.A\nlib.Auto\n");

        assertThat(upgraded.found())
                .containsExactly(
                        "FAILS_RUN " + META + "spring.factories:1 registers lib.Auto; lib 2 has no such class any more",
                        "FAILS_RUN " + META + "spring.factories:1 registers under lib.Key, so nothing reads it;"
                                + " lib 2 has no such class any more",
                        "FAILS_RUN " + META
                                + "spring/app.Key.imports:2 registers lib.Auto; lib 2 has no such class any more");
    }

    @Test
    void aClassOfTheProjectOrOfAnotherJarIsNotGone() {
        Upgraded upgraded = lib("lib.Spi", "lib.Impl", "lib.Moved").after("org.a:lib:2", types("lib.Spi"));
        upgraded.after("org.a:more:1", types("lib.Moved"))
                .project("src/main/java/lib/Impl.java", "package lib; class Impl {}")
                .project(META + "services/lib.Spi", "lib.Impl\nlib.Moved\nsome.Unknown\n");

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void aKeyThatNoCodeLoadsAnyMoreIsTold() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:boot:2", loading("load(Key.class)"))
                .after(
                        "org.a:boot:3",
                        loading("load(Other.class)").file("META-INF/spring/boot.Auto.imports", "boot.A\n"))
                .project(META + "spring.factories", "boot.Key=app.A\nboot.Other=app.B\n");

        assertThat(upgraded.found())
                .containsExactly("FAILS_RUN " + META + "spring.factories:1 registers under boot.Key in"
                        + " spring.factories; boot 3 does not load that key any more, so these classes are not used");
        assertThat(upgraded.fixes()).containsExactly("list them in META-INF/spring/boot.Auto.imports");
    }

    @Test
    void aKeyThatComesThroughAMethodIsLoaded() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:boot:2", loading("load(Key.class)"))
                .after("org.a:boot:3", loading("load(key())"))
                .project(META + "spring.factories", "boot.Key=app.A\n");

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void aKeyThatOtherCodeMayLoadIsNotCalledUnread() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:boot:2", loading("load(Key.class)"))
                .after("org.a:boot:3", loading("load(Other.class)").type("boot.Own", """
                        package boot;
                        class Own {
                            Object all = loadImplementations(Key.class);
                            static Object loadImplementations(Class<?> key) { return null; }
                        }
                        """))
                .project(META + "spring.factories", "boot.Key=app.A\n");

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void aServiceWithoutAProviderIsToldWhereItIsLookedUp() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:api:1", types("lib.Spi"))
                .before("org.a:impl:1", types("impl.A").file("META-INF/services/lib.Spi", "impl.A\n"))
                .after("org.a:api:1", types("lib.Spi"))
                .after("org.a:impl:2", types("impl.A"))
                .project("src/main/java/app/Uses.java", """
                        package app;
                        import lib.Spi;
                        class Uses {
                            Object all = java.util.ServiceLoader.load(Spi.class);
                        }
                        """);

        assertThat(upgraded.found())
                .containsExactly("FAILS_RUN src/main/java/app/Uses.java:4 looks up lib.Spi with ServiceLoader;"
                        + " impl 2 provides none any more, and nothing else does");
        assertThat(upgraded.quotes()).containsExactly("impl 1, META-INF/services/lib.Spi: impl.A");
        assertThat(upgraded.project(META + "services/lib.Spi", "app.Own\n").found())
                .containsExactly("MAY_DIFFER src/main/java/app/Uses.java:4 looks up lib.Spi with ServiceLoader;"
                        + " impl 2 provides none any more, others still do");
    }

    private Upgraded lib(String... types) {
        return new Upgraded(folder).before("org.a:lib:1", types(types));
    }

    private static Jarred types(String... names) {
        Jarred jar = jar();
        for (String name : names) {
            int dot = name.lastIndexOf('.');
            jar.type(name, "package " + name.substring(0, dot) + "; public class " + name.substring(dot + 1) + " {}");
        }
        return jar;
    }

    private static Jarred loading(String call) {
        return types("boot.Key", "boot.Other")
                .file("META-INF/spring.factories", "")
                .type("org.springframework.core.io.support.SpringFactoriesLoader", """
                        package org.springframework.core.io.support;
                        public class SpringFactoriesLoader {
                            public static Object load(Class<?> key, ClassLoader loader) { return null; }
                        }
                        """)
                .type("boot.Selector", """
                        package boot;
                        import org.springframework.core.io.support.SpringFactoriesLoader;
                        class Selector {
                            Object select() { return %s; }
                            Object load(Class<?> key) { return null; }
                            Class<?> key() { return Key.class; }
                        }
                        """.formatted(
                                "SpringFactoriesLoader." + call.substring(0, call.length() - 1) + ", null)"));
    }
}
