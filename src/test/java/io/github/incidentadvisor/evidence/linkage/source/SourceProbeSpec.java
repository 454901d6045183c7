package io.github.incidentadvisor.evidence.linkage.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Linkage.Effect;
import io.github.incidentadvisor.evidence.linkage.Jars;
import io.github.incidentadvisor.evidence.linkage.Library;
import io.github.incidentadvisor.evidence.linkage.source.SourceProbe.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of break as the source tier sees them: a library before, after, and a client of it. */
class SourceProbeSpec {
    @TempDir
    private Path folder;

    private Outcome outcome(String before, String after, String... client) {
        return outcome(List.of(jar("lib-1.jar", before)), List.of(jar("lib-2.jar", after)), client);
    }

    private Outcome outcome(List<Path> before, List<Path> after, String... client) {
        List<SourceFile> units = new ArrayList<>();
        for (String source : client) {
            units.add(SourceFile.of("src", "src/" + Library.path(source), "", source));
        }
        try (SourceProbe probe = SourceProbe.of(new Jars()).orElseThrow()) {
            return probe.probe(new Compilation("pom.xml", units, List.of(), 17, List.of(), before, after));
        }
    }

    private Path jar(String name, String... units) {
        return Library.jar(folder.resolve(name), List.of(), units);
    }

    private List<String> touched(String before, String after, String... client) {
        return outcome(before, after, client).lines().stream()
                .map(SourceProbeSpec::shown)
                .toList();
    }

    private static String shown(Line line) {
        return line.place().toString().replace("src/", "") + " "
                + (line.effect() == Effect.REMOVED ? Effect.DOES_NOT_COMPILE : line.effect()) + " "
                + line.reference().text();
    }

    @Test
    void aRemovedMethodIsNamedWhereItIsCalled() {
        assertThat(touched(
                        "package lib; public class Pool { public void evict(String k) {} }",
                        "package lib; public class Pool {}",
                        """
                import lib.Pool;
                class Cache {
                    void drop(Pool pool) {
                        pool
                            .evict("k");
                    }
                }
                """))
                .containsExactly("Cache.java:5 DOES_NOT_COMPILE lib.Pool#evict");
    }

    @Test
    void aRemovedFieldAndARemovedConstantAreNamed() {
        assertThat(touched("""
                package lib; public class Limits { public int max; public static final int MIN = 1; }
                """, "package lib; public class Limits {}", """
                import lib.Limits;
                class Client {
                    int a(Limits limits) { return limits.max; }
                    int b() { return Limits.MIN; }
                }
                """))
                .containsExactly(
                        "Client.java:3 DOES_NOT_COMPILE lib.Limits#max",
                        "Client.java:4 DOES_NOT_COMPILE lib.Limits#MIN");
    }

    @Test
    void aRemovedTypeIsNamedInEachPlaceThatNamesItAndNotTwiceInALine() {
        assertThat(touched("""
                package lib; public class Hash { public static String md5(String s) { return s; } public String hex() { return ""; } }
                """, "package lib; public class Other {}", """
                import lib.Hash;
                class Client {
                    Hash hash;
                    String a() { return Hash.md5("x"); }
                    String b() { return hash.hex(); }
                }
                """))
                .containsExactly(
                        "Client.java:1 DOES_NOT_COMPILE lib.Hash",
                        "Client.java:3 DOES_NOT_COMPILE lib.Hash",
                        "Client.java:4 DOES_NOT_COMPILE lib.Hash#md5");
    }

    @Test
    void aRemovedEnumConstantIsNamed() {
        assertThat(touched(
                        "package lib; public enum Color { RED, GREEN }", "package lib; public enum Color { RED }", """
                class Client {
                    Object a() { return lib.Color.GREEN; }
                }
                """))
                .containsExactly("Client.java:2 DOES_NOT_COMPILE lib.Color#GREEN");
    }

    @Test
    void aMethodThatIsHiddenOrNoLongerStaticIsNamed() {
        assertThat(touched("""
                package lib; public class Tool { public void run() {} public static void help() {} }
                """, "package lib; public class Tool { void run() {} public void help() {} }", """
                import lib.Tool;
                class Client {
                    void a(Tool tool) { tool.run(); }
                    void b() { Tool.help(); }
                }
                """))
                .containsExactly(
                        "Client.java:3 DOES_NOT_COMPILE lib.Tool#run", "Client.java:4 DOES_NOT_COMPILE lib.Tool#help");
    }

    @Test
    void otherParametersAreNamedWithWhatThereIs() {
        Outcome outcome = outcome(
                """
                package lib; public class Futures { public static void add(Object f) {} }
                """, "package lib; public class Futures { public static void add(Object f, Runnable r) {} }", """
                class Client {
                    void a() { lib.Futures.add(null); }
                }
                """);

        assertThat(outcome.lines()).hasSize(1);
        assertThat(outcome.lines().get(0).reference().text()).isEqualTo("lib.Futures#add");
        assertThat(outcome.lines().get(0).instead().text()).isEqualTo("use add(Object, Runnable)");
        assertThat(outcome.lines().get(0).instead().landsFirst()).isFalse();
    }

    @Test
    void aClassThatIsFinalSealedOrAbstractNowIsNamed() {
        assertThat(touched("""
                package lib; public class Base {}
                """, "package lib; public final class Base {}", """
                class Client extends lib.Base {
                }
                """))
                .containsExactly("Client.java:1 DOES_NOT_COMPILE lib.Base");
        assertThat(touched("package lib; public class Base {}", "package lib; public abstract class Base {}", """
                class Client {
                    Object a() { return new lib.Base(); }
                }
                """))
                .containsExactly("Client.java:2 DOES_NOT_COMPILE lib.Base#<init>");
    }

    @Test
    void anInterfaceWithANewAbstractMethodIsNamed() {
        assertThat(touched(
                        """
                package lib; public interface Listener { void started(); }
                """, "package lib; public interface Listener { void started(); void stopped(int code); }", """
                class Client implements lib.Listener {
                    public void started() {}
                }
                """))
                .containsExactly("Client.java:1 DOES_NOT_COMPILE lib.Listener#stopped");
    }

    @Test
    void aLambdaForAnInterfaceThatIsNoLongerFunctionalIsNamed() {
        assertThat(touched("""
                package lib; public interface Fun { void call(); }
                """, "package lib; public interface Fun { void call(); void undo(); }", """
                class Client {
                    lib.Fun fun = () -> {};
                }
                """))
                .containsExactly("Client.java:2 DOES_NOT_COMPILE lib.Fun");
    }

    @Test
    void anOverrideThatOverridesNothingIsNamedWithAndWithoutItsAnnotation() {
        assertThat(touched("""
                package lib; public class Base { protected void a() {} protected void b() {} }
                """, "package lib; public class Base {}", """
                class Client extends lib.Base {
                    @Override
                    protected void a() {}
                    protected void b() {}
                }
                """))
                .containsExactly("Client.java:2 DOES_NOT_COMPILE lib.Base#a", "Client.java:4 NOT_CALLED lib.Base#b");
    }

    @Test
    void anOverrideOfAFinalMethodIsNamed() {
        assertThat(touched("""
                package lib; public class Base { public void a() {} }
                """, "package lib; public class Base { public final void a() {} }", """
                class Client extends lib.Base {
                    public void a() {}
                }
                """))
                .containsExactly("Client.java:2 DOES_NOT_COMPILE lib.Base#a");
    }

    @Test
    void anotherReturnTypeIsNamedOnlyWhereItMatters() {
        assertThat(touched(
                        """
                package lib; public class Bag { public java.util.List<String> all() { return null; } }
                """,
                        "package lib; public class Bag { public java.util.Set<String> all() { return null; } }",
                        """
                class Client {
                    void a(lib.Bag bag) { for (String s : bag.all()) {} }
                    java.util.List<String> b(lib.Bag bag) { return bag.all(); }
                }
                """))
                .containsExactly("Client.java:3 DOES_NOT_COMPILE lib.Bag#all");
    }

    @Test
    void checkedExceptionsThatAreNewOrGoneAreNamed() {
        assertThat(touched("""
                package lib; public class Io { public void open() {} public void close() throws java.io.IOException {} }
                """, """
                package lib; public class Io { public void open() throws java.io.IOException {} public void close() {} }
                """, """
                class Client {
                    void a(lib.Io io) { io.open(); }
                    void b(lib.Io io) { try { io.close(); } catch (java.io.IOException e) {} }
                }
                """)).hasSize(2).contains("Client.java:2 DOES_NOT_COMPILE lib.Io#open");
    }

    @Test
    void genericsOverloadsAndAnnotationElementsAreNamed() {
        assertThat(touched("""
                package lib; public class Box { public java.util.List<String> names() { return null; } public void put(String s) {} }
                """, """
                package lib; public class Box { public java.util.List<Integer> names() { return null; }
                  public void put(String s) {} public void put(Integer i) {} }
                """, """
                class Client {
                    String a(lib.Box box) { return box.names().get(0); }
                    void b(lib.Box box) { box.put(null); }
                }
                """))
                .containsExactly(
                        "Client.java:2 DOES_NOT_COMPILE lib.Box#names", "Client.java:3 DOES_NOT_COMPILE lib.Box#put");
        assertThat(touched(
                        "package lib; public @interface Ann { String name() default \"\"; }",
                        "package lib; public @interface Ann {}",
                        """
                @lib.Ann(name = "x")
                class Client {
                }
                """))
                .containsExactly("Client.java:1 DOES_NOT_COMPILE lib.Ann#name");
    }

    @Test
    void aConstantThatTheCompilerCopiedAndHasAnotherValueIsNamed() {
        Outcome outcome = outcome(
                "package lib; public interface Lib { int LIMIT = 10; }",
                "package lib; public interface Lib { int LIMIT = 20; }",
                """
                class Client {
                    int a() { return lib.Lib.LIMIT; }
                }
                """);

        assertThat(outcome.lines())
                .extracting(SourceProbeSpec::shown)
                .containsExactly("Client.java:2 OTHER_VALUE lib.Lib#LIMIT");
        assertThat(outcome.lines().get(0).message()).isEqualTo("its value changes from 10 to 20");
    }

    @Test
    void whatIsDeprecatedForRemovalSinceIsNamed() {
        Path before = jar("lib-1.jar", "package lib; public class Old { public void go() {} }");
        Path after = Library.jar(folder.resolve("lib-2.jar"), List.of(), 9, """
                package lib; public class Old { @Deprecated(forRemoval = true) public void go() {} }
                """);

        assertThat(outcome(List.of(before), List.of(after), """
                class Client {
                    void a(lib.Old old) { old.go(); }
                }
                """).lines())
                .extracting(SourceProbeSpec::shown)
                .containsExactly("Client.java:2 DEPRECATED lib.Old#go");
    }

    @Test
    void whatMovedUpOrBecameADefaultIsNoBreak() {
        assertThat(touched("""
                package lib; public class Sub { public void up() {} }
                """, """
                package lib; public class Sub extends Sup implements Extra {} class Sup { public void up() {} }
                interface Extra { default void more() {} }
                """, """
                class Client extends lib.Sub {
                    void a(lib.Sub sub) { sub.up(); }
                    public void other() {}
                }
                """)).isEmpty();
    }

    @Test
    void aBreakInASupertypeOfAnotherJarIsNamedAtTheCall() {
        Path core1 = jar("core-1.jar", "package core; public class Base { public void stop() {} }");
        Path core2 = jar("core-2.jar", "package core; public class Base {}");
        Path addOn = Library.jar(
                folder.resolve("addon.jar"), List.of(core1), "package addon; public class Add extends core.Base {}");

        assertThat(outcome(List.of(addOn, core1), List.of(addOn, core2), """
                class Client {
                    void a(addon.Add add) { add.stop(); }
                }
                """).lines())
                .extracting(SourceProbeSpec::shown)
                .containsExactly("Client.java:2 DOES_NOT_COMPILE core.Base#stop");
    }

    @Test
    void aJarThatVanishesBreaksWhatNamesItsTypes() {
        Path lib = jar("lib-1.jar", "package lib; public class Gone {}");

        assertThat(outcome(List.of(lib), List.of(), """
                import lib.*;
                class Client {
                    Gone gone;
                }
                """).lines())
                .extracting(SourceProbeSpec::shown)
                .contains("Client.java:3 DOES_NOT_COMPILE lib.Gone");
    }

    @Test
    void aTypeThatMovedToAnotherPackageIsPointedTo() {
        Outcome outcome = outcome(
                "package javax.thing; public @interface Inject {}",
                "package jakarta.thing; public @interface Inject {}",
                """
                import javax.thing.Inject;
                class Client {
                    @Inject Object a;
                }
                """);

        assertThat(outcome.lines().get(0).instead().text()).isEqualTo("import jakarta.thing.Inject in its place");
        assertThat(outcome.lines().get(0).instead().landsFirst()).isFalse();
    }

    @Test
    void aLongerNameWithTheSameMethodsThatWasThereBeforeCanLandFirst() {
        String old =
                "package lib; public class TaskBuilder { public void size(int n) {} public void prefix(String s) {} }";
        String fresh = old.replace("TaskBuilder", "PoolTaskBuilder");
        Path before = jar("lib-1.jar", old, fresh);
        Path after = jar("lib-2.jar", fresh);

        List<Line> lines = outcome(List.of(before), List.of(after), """
                import lib.TaskBuilder;
                class Client {
                    void a(TaskBuilder builder) {}
                }
                """).lines();

        assertThat(lines.get(0).instead().text()).isEqualTo("use PoolTaskBuilder of the same package");
        assertThat(lines.get(0).instead().landsFirst()).isTrue();
    }

    @Test
    void theJavadocOfTheOldSourcesIsBelievedWhenWhatItPointsToIsThere() throws Exception {
        Path before =
                jar("lib-1.jar", "package lib; public class Old { public void go() {} public void walk(int n) {} }");
        Library.zip(folder.resolve("lib-1-sources.jar"), "lib/Old.java", """
                package lib;
                public class Old {
                    /**
                     * Goes.
                     * @deprecated since 1.1, in favour of {@link #walk(int)}
                     */
                    @Deprecated
                    public void go() {}
                    public void walk(int n) {}
                }
                """);
        Path after = jar("lib-2.jar", "package lib; public class Old { public void walk(int n) {} }");

        List<Line> lines = outcome(List.of(before), List.of(after), """
                class Client {
                    void a(lib.Old old) { old.go(); }
                }
                """).lines();

        assertThat(lines.get(0).instead().text()).isEqualTo("use walk(int), as its own Javadoc says");
        assertThat(lines.get(0).instead().landsFirst()).isTrue();
    }

    @Test
    void whatDoesNotCompileEitherWayIsNoNewsAndSaidToBeJudgedInPart() {
        Outcome outcome = outcome(
                "package lib; public class Pool { public void evict() {} }", "package lib; public class Pool {}", """
                class Client {
                    generated.Thing thing;
                    void a(lib.Pool pool) { pool.evict(); }
                }
                """);

        assertThat(outcome.lines())
                .extracting(SourceProbeSpec::shown)
                .containsExactly("Client.java:3 DOES_NOT_COMPILE lib.Pool#evict");
        assertThat(outcome.gaps()).hasSize(1);
        assertThat(outcome.gaps().get(0).reason()).startsWith("judged in part");
    }

    @Test
    void aWarningThatIsAskedForAndNewIsNamed() {
        Path before = jar(
                "lib-1.jar", "package lib; public class Old { public void go() {} @Deprecated public void stop() {} }");
        Path after = jar("lib-2.jar", """
                package lib; public class Old { @Deprecated public void go() {} @Deprecated public void stop() {} }
                """);
        String client = """
                class Client {
                    void a(lib.Old old) { old.go(); }
                    void b(lib.Old old) { old.stop(); }
                }
                """;
        SourceFile unit = SourceFile.of("src", "src/Client.java", "", client);

        try (SourceProbe probe = SourceProbe.of(new Jars()).orElseThrow()) {
            assertThat(probe.probe(new Compilation(
                                    "pom.xml",
                                    List.of(unit),
                                    List.of(),
                                    17,
                                    List.of("-Xlint:deprecation"),
                                    List.of(before),
                                    List.of(after)))
                            .lines())
                    .extracting(SourceProbeSpec::shown)
                    .containsExactly("Client.java:2 WARNED lib.Old#go");
            assertThat(probe.probe(new Compilation(
                                    "pom.xml",
                                    List.of(unit),
                                    List.of(),
                                    17,
                                    List.of(),
                                    List.of(before),
                                    List.of(after)))
                            .lines())
                    .isEmpty();
        }
    }

    @Test
    void noCodeOfAJarIsRun() throws Exception {
        Path marker = folder.resolve("ran");
        Path before = jar("lib-1.jar", "package lib; public class Pool {}");
        Path hostile =
                Library.jar(folder.resolve("hostile.jar"), List.of(), 11, """
                package hostile; public class Plug implements com.sun.source.util.Plugin {
                  public Plug() throws Exception { java.nio.file.Files.createFile(java.nio.file.Path.of("%s")); }
                  public String getName() { return "plug"; }
                  public boolean autoStart() { return true; }
                  public void init(com.sun.source.util.JavacTask task, String... args) {}
                }
                """.formatted(marker), """
                package hostile; public class Proc extends javax.annotation.processing.AbstractProcessor {
                  public Proc() throws Exception { java.nio.file.Files.createFile(java.nio.file.Path.of("%s")); }
                  public boolean process(java.util.Set<? extends javax.lang.model.element.TypeElement> a,
                      javax.annotation.processing.RoundEnvironment r) { return false; }
                }
                """.formatted(marker));
        Library.add(hostile, "META-INF/services/com.sun.source.util.Plugin", "hostile.Plug");
        Library.add(hostile, "META-INF/services/javax.annotation.processing.Processor", "hostile.Proc");

        outcome(List.of(before), List.of(before, hostile), """
                class Client {
                    lib.Pool pool;
                }
                """);

        assertThat(marker).doesNotExist();
    }

    @Test
    void whatIsNoJavaOrNoJarIsAGapAndTheRestGoesOn() throws Exception {
        Path broken = folder.resolve("broken.jar");
        Files.writeString(broken, "no jar at all");
        Path before = jar("lib-1.jar", "package lib; public class Pool { public void evict() {} }");
        Path after = jar("lib-2.jar", "package lib; public class Pool {}");

        Outcome outcome =
                outcome(List.of(before, broken), List.of(after, broken), "class Odd { }}}} \u0000 \ud800", """
                class Client {
                    void a(lib.Pool pool) { pool.evict(); }
                }
                """);

        assertThat(outcome.lines())
                .extracting(SourceProbeSpec::shown)
                .contains("Client.java:2 DOES_NOT_COMPILE lib.Pool#evict");
    }
}
