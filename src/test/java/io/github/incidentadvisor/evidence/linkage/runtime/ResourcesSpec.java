package io.github.incidentadvisor.evidence.linkage.runtime;

import static io.github.incidentadvisor.evidence.linkage.runtime.Upgraded.jar;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesSpec {
    private static final String LOAD = "src/main/java/app/Load.java";
    private static final String PAGE = "src/main/resources/templates/page.html";

    @TempDir
    Path folder;

    @Test
    void aFileOfAJarThatIsReadByPathAndGoneIsTold() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:lib:1", jar().file("db/schema.sql", "").file("db/data.sql", ""))
                .after("org.a:lib:2", jar().file("db/data.sql", ""))
                .project(LOAD, """
                        package app;
                        class Load {
                            Object a = Load.class.getResourceAsStream("/db/schema.sql");
                            Object b = getResource("db/" + name);
                            @Sql("classpath:/db/schema.sql") void c() {}
                            Object d = new ClassPathResource("db/data.sql");
                            String e = "db/schema.sql";
                        }
                        """)
                .project("src/main/resources/application.properties", "x=classpath:db/schema.sql\n");

        assertThat(upgraded.found())
                .containsExactly(
                        "FAILS_RUN " + LOAD + ":3 reads db/schema.sql; lib 2 has no such file any more",
                        "FAILS_RUN " + LOAD + ":5 reads db/schema.sql; lib 2 has no such file any more",
                        "FAILS_RUN src/main/resources/application.properties:1 reads db/schema.sql;"
                                + " lib 2 has no such file any more");
    }

    @Test
    void aFileThatTheProjectOrAnotherJarHasIsThere() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:lib:1", jar().file("db/a.sql", "").file("db/b.sql", ""))
                .after("org.a:lib:2", jar().file("x", ""))
                .after("org.a:sql:2", jar().file("db/b.sql", ""))
                .project("src/main/resources/db/a.sql", "")
                .project(LOAD, "class Load { Object a = f(\"classpath:db/a.sql\"), b = f(\"classpath:db/b.sql\"); }");

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void aWebjarsVersionInAPageIsTold() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.webjars:style:5.1.3", jar().file(served("style/5.1.3/css/a.css"), ""))
                .after("org.webjars:style:5.3.8", jar().file(served("style/5.3.8/css/a.css"), ""))
                .project(PAGE, "<html>\n<link th:href=\"@{/webjars/style/5.1.3/css/a.css}\"/>\n</html>\n");

        assertThat(upgraded.found())
                .containsExactly("FAILS_RUN " + PAGE
                        + ":2 reads webjars/style/5.1.3/css/a.css; style 5.3.8 has no such file any" + " more");
        assertThat(upgraded.fixes()).containsExactly("read webjars/style/5.3.8/css/a.css instead");
    }

    @Test
    void withALocatorTheVersionMayBeLeftOut() {
        Upgraded upgraded = new Upgraded(folder)
                .before(
                        "org.webjars:style:5.1.3",
                        jar().file(served("style/5.1.3/css/a.css"), "").file(served("style/5.1.3/b.css"), ""))
                .after("org.webjars:style:5.3.8", jar().file(served("style/5.3.8/css/a.css"), ""))
                .project(PAGE, "<a href='/webjars/style/css/a.css'>\n<a href='/webjars/style/b.css'>\n");

        assertThat(upgraded.found()).isEmpty();
        assertThat(upgraded.always("org.webjars:webjars-locator-lite:1", jar().file("x", ""))
                        .found())
                .containsExactly(
                        "FAILS_RUN " + PAGE + ":2 reads webjars/style/b.css; style 5.3.8 has no such file any more");
    }

    @Test
    void aNamespaceWithoutAHandlerBreaksAndASchemaThatIsNotCarriedMay() {
        Upgraded upgraded = new Upgraded(folder)
                .before(
                        "org.a:lib:1",
                        jar().file("META-INF/spring.handlers", "http\\://a.org/shop=shop.Handler\n")
                                .file("META-INF/spring.schemas", """
                                        http\\://a.org/shop/shop-1.xsd=shop/1.xsd
                                        http\\://a.org/shop/shop.xsd=shop/1.xsd
                                        """))
                .after(
                        "org.a:lib:2",
                        jar().file("META-INF/spring.schemas", "http\\://a.org/shop/shop.xsd=shop/2.xsd\n"))
                .project("src/main/resources/beans.xml", """
                        <beans xmlns:shop="http://a.org/shop"
                            xsi:schemaLocation="http://a.org/shop http://a.org/shop/shop-1.xsd
                              http://a.org/shop http://a.org/shop/shop.xsd"/>
                        """);

        assertThat(upgraded.found())
                .containsExactly(
                        "FAILS_RUN src/main/resources/beans.xml:1 uses the namespace http://a.org/shop;"
                                + " lib 2 has no handler for it any more",
                        "MAY_DIFFER src/main/resources/beans.xml:2 names the schema http://a.org/shop/shop-1.xsd; lib 2"
                                + " does not carry it any more, so reading this file needs the network or fails");
    }

    private static String served(String path) {
        return "META-INF/resources/webjars/" + path;
    }
}
