package io.github.incidentadvisor.evidence.linkage.runtime;

import static io.github.incidentadvisor.evidence.linkage.runtime.Upgraded.jar;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.linkage.runtime.Upgraded.Jarred;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassNamesSpec {
    private static final String LOGBACK = "src/main/resources/logback.xml";

    @TempDir
    Path folder;

    @Test
    void aClassThatALoggingConfigurationNamesAndThatIsGoneIsTold() {
        Upgraded upgraded =
                lib("log.a.Old", "log.Kept").after("org.a:lib:2", types("log.Kept", "log.a.next.Old", "other.Old"));
        upgraded.project(LOGBACK, """
                <configuration>
                  <!-- <appender class="log.a.Old"/> -->
                  <appender name="A"
                      class="log.a.Old"/>
                  <appender name="B" class="log.Kept"/>
                  <logger name="log.a.Old" level="DEBUG"/>
                </configuration>
                """);

        assertThat(upgraded.found())
                .containsExactly("FAILS_RUN " + LOGBACK + ":4 names class log.a.Old; lib 2 has no such class any more");
        assertThat(upgraded.fixes()).containsExactly("there is log.a.next.Old now");
    }

    @Test
    void propertiesYamlAndOtherXmlAreRead() {
        Upgraded upgraded = lib("db.Driver", "db.Dialect", "db.Auto").after("org.a:lib:2", types("db.Other"));
        upgraded.project("src/main/resources/log4j.properties", "log4j.logger.db.Driver=INFO\nlog4j.x=db.Driver, y\n")
                .project("src/main/resources/application.yml", """
                        spring:
                          autoconfigure.exclude: db.Auto
                          dialect: db.Dialect
                        logging.level.db.Driver: DEBUG
                        """)
                .project("src/main/resources/META-INF/persistence.xml", "<p>\n<provider>db.Driver</provider></p>")
                .project("src/main/webapp/WEB-INF/web.xml", "<w><servlet-class>\n  db.Driver\n</servlet-class></w>")
                .project("checkstyle.xml", "<m value='db.Driver'/>");

        assertThat(upgraded.found())
                .containsExactly(
                        gone("src/main/resources/META-INF/persistence.xml:2", "names", "db.Driver"),
                        gone("src/main/resources/application.yml:2", "excludes", "db.Auto")
                                .replace("FAILS_RUN", "MAY_DIFFER"),
                        gone("src/main/resources/application.yml:3", "names", "db.Dialect"),
                        gone("src/main/resources/log4j.properties:2", "names", "db.Driver"),
                        gone("src/main/webapp/WEB-INF/web.xml:2", "names", "db.Driver"));
    }

    @Test
    void aStringThatIsAllOfAClassNameCounts() {
        Upgraded upgraded = lib("db.Driver").after("org.a:lib:2", types("db.Other"));
        upgraded.project("src/main/java/app/A.java", """
                class A {
                    Object a = Class.forName("db.Driver");
                    @ConditionalOnClass(name = "db.Driver") void b() {}
                    Object c = LoggerFactory.getLogger("db.Driver");
                    String d = "the db.Driver is gone", e = "db.Driver" + suffix;
                    // Class.forName("db.Driver")
                }
                """);

        assertThat(upgraded.found())
                .containsExactly(
                        gone("src/main/java/app/A.java:2", "loads", "db.Driver"),
                        gone("src/main/java/app/A.java:3", "names", "db.Driver").replace("FAILS_RUN", "MAY_DIFFER"));
    }

    @Test
    void aClassOfTheProjectOfAnotherJarOrOfTheJdkIsThere() {
        Upgraded upgraded = lib("a.Own", "a.Moved", "a.Outer$Inner")
                .before("org.a:stax:1", jar().file("javax/xml/stream/XMLInputFactory.class", ""))
                .after("org.a:lib:2", types("a.Other"))
                .after("org.a:more:1", types("a.Moved"));
        upgraded.project("src/main/java/a/Own.java", "package a; class Own {}")
                .project(
                        LOGBACK, "<c class='a.Own'/><c class='a.Moved'/><c class='javax.xml.stream.XMLInputFactory'/>");

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void aLoggingFileThatWasLeftBehindWithItsSystemIsACaution() {
        Upgraded upgraded = lib("log.Appender").after("org.b:logs:1", types("other.Appender"));
        upgraded.project(LOGBACK, "<c class='log.Appender'/>")
                .project("src/main/resources/beans.xml", "<b class='log.Appender'/>");

        assertThat(upgraded.compare().behaviours())
                .extracting(one -> one.effect() + " " + one.place())
                .containsExactly("FAILS_RUN src/main/resources/beans.xml:1", "MAY_DIFFER " + LOGBACK + ":1");
    }

    @Test
    void whatAnUnknownPartOfTheClassPathMayHaveIsNotBlamed() {
        Upgraded upgraded =
                lib("db.Driver").before("org.a:drv:1", types("drv.D")).after("org.a:lib:2", types("db.X"));
        upgraded.incomplete().project(LOGBACK, "<c class='db.Driver'/>\n<c class='drv.D'/>");

        assertThat(upgraded.found()).containsExactly(gone(LOGBACK + ":1", "names", "db.Driver"));
    }

    @Test
    void aNewVersionThatCannotBeHadIsTakenToBeAsBefore() {
        Upgraded upgraded = lib("db.Driver").afterWithoutFile("org.a:lib:2");
        upgraded.project(LOGBACK, "<c class='db.Driver'/>");

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void whatAVersionThatCannotBeHadMayHaveBroughtIsNotBlamed() {
        Upgraded upgraded = lib("db.Driver").before("org.a:brought:1", types("brought.B"));
        upgraded.afterWithoutFile("org.a:lib:2").project(LOGBACK, "<c class='brought.B'/>");

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void aNewJarThatCannotBeHadMayHaveAnything() {
        Upgraded upgraded = lib("db.Driver").after("org.a:lib:2", types("db.X")).afterWithoutFile("org.a:new:1");
        upgraded.project(LOGBACK, "<c class='db.Driver'/>");

        assertThat(upgraded.found()).isEmpty();
        assertThat(upgraded.gaps())
                .containsExactly("what breaks at run time in pom.xml: org.a:new:1 cannot be had or read, and may have"
                        + " what other jars lack now");
    }

    private static String gone(String place, String verb, String type) {
        return "FAILS_RUN " + place + " " + verb + " class " + type + "; lib 2 has no such class any more";
    }

    private Upgraded lib(String... types) {
        return new Upgraded(folder).before("org.a:lib:1", types(types));
    }

    private static Jarred types(String... names) {
        Jarred jar = jar();
        for (String name : names) {
            jar.file(Jar.entry(name), "");
        }
        return jar;
    }
}
