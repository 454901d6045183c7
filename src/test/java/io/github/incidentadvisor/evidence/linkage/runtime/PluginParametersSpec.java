package io.github.incidentadvisor.evidence.linkage.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginParametersSpec {
    private static final String POM = """
            <project>
              <build>
                <plugins>
                  <plugin>
                    <groupId>org.a</groupId>
                    <artifactId>a-maven-plugin</artifactId>
                    <configuration>
                      <mode>once</mode>
                      <kept>x</kept>
                      <unheardOf>y</unheardOf>
                    </configuration>
                    <executions>
                      <execution>
                        <goals>
                          <goal>run</goal>
                          <goal>stop</goal>
                        </goals>
                      </execution>
                    </executions>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    @TempDir
    Path folder;

    @Test
    void aParameterThatIsGoneIsPassedOver() {
        Upgraded upgraded = plugin(
                goal("run", parameter("mode", "<deprecated>Use &lt;forks&gt; instead.</deprecated>"))
                        + goal("stop", parameter("kept", "")),
                goal("run", "") + goal("stop", parameter("kept", "")));

        assertThat(upgraded.found())
                .containsExactly("MAY_DIFFER pom.xml:8 configures <mode>, which a-maven-plugin 2 does not have;"
                        + " Maven passes over it");
        assertThat(upgraded.quotes())
                .containsExactly("org.a:a-maven-plugin:1 and 2, META-INF/maven/plugin.xml: parameter mode of any goal:"
                        + " in the descriptor of 1, deprecated there: Use <forks> instead.; in none now");
    }

    @Test
    void whatAPluginSaysOfADeprecationIsATaskOnlyWhenItIsAnInstruction() {
        assertThat(gone("<deprecated>since 1.7 for removal with no replacement</deprecated>"))
                .containsExactly("remove <mode> or find what took its place; the plugin said of it: since 1.7 for"
                        + " removal with no replacement");
        assertThat(gone("<deprecated>Use forks instead.</deprecated>")).containsExactly("Use forks instead.");
        assertThat(
                        gone(
                                "<deprecated>Use &lt;forks&gt; of &lt;code class='x'>this&lt;/code> instead.&lt;br/></deprecated>"))
                .containsExactly("Use <forks> of this instead.");
        assertThat(gone("")).containsExactly("remove <mode> or find what took its place");
    }

    private List<String> gone(String described) {
        return plugin(goal("run", parameter("mode", described)) + goal("stop", ""), goal("run", "") + goal("stop", ""))
                .fixes();
    }

    @Test
    void aGoalThatIsGoneStopsTheBuild() {
        Upgraded upgraded = plugin(goal("run", "") + goal("stop", ""), goal("run", "") + goal("halt", ""));

        assertThat(upgraded.found())
                .containsExactly("FAILS_BUILD pom.xml:16 binds the goal stop, which a-maven-plugin 2 does not have");
        assertThat(upgraded.quotes()).first().asString().endsWith("goals: run, halt");
    }

    @Test
    void aParameterThatIsReadOnlyOrRequiredNowIsACaution() {
        Upgraded upgraded = plugin(
                goal("run", parameter("mode", "")) + goal("stop", ""),
                goal("run", parameter("mode", "<editable>false</editable>"))
                        + goal("stop", parameter("target", "<required>true</required>")));

        assertThat(upgraded.found())
                .containsExactly(
                        "MAY_DIFFER pom.xml:8 configures <mode>, which a-maven-plugin 2 does not let a POM set",
                        "MAY_DIFFER pom.xml:16 binds the goal stop, for which a-maven-plugin 2 requires <target>");
    }

    @Test
    void aRequiredParameterWithADefaultNeedsNothing() {
        String target = parameter("target", "<required>true</required>");

        assertThat(plugin(
                                goal("run", "") + goal("stop", ""),
                                goal("run", "")
                                        + goal("stop", target)
                                                .replace(
                                                        "</mojo>",
                                                        "<configuration><target default-value='x'/></configuration></mojo>"))
                        .found())
                .isEmpty();
    }

    @Test
    void anAliasIsTheParameter() {
        Upgraded upgraded = plugin(
                goal("run", parameter("mode", "")) + goal("stop", ""),
                goal("run", parameter("newMode", "<alias>mode</alias>")) + goal("stop", ""));

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void profilesAndPluginManagementOfTheTreesPomsCount() {
        Upgraded upgraded = plugin(goal("run", parameter("mode", "")), goal("run", ""));
        upgraded.project("pom.xml", """
                <project>
                  <build><pluginManagement><plugins><plugin>
                    <groupId>org.a</groupId><artifactId>a-maven-plugin</artifactId>
                    <configuration><mode>x</mode></configuration>
                  </plugin></plugins></pluginManagement></build>
                  <profiles><profile><build><plugins><plugin>
                    <groupId>org.a</groupId><artifactId>a-maven-plugin</artifactId>
                    <executions><execution><goals><goal>run</goal></goals>
                      <configuration><mode>x</mode></configuration></execution></executions>
                  </plugin></plugins></build></profile></profiles>
                  <reporting><plugins><plugin>
                    <groupId>org.a</groupId><artifactId>a-maven-plugin</artifactId>
                    <configuration><mode>x</mode></configuration>
                  </plugin></plugins></reporting>
                </project>
                """);

        assertThat(upgraded.compare().behaviours())
                .extracting(one -> one.place().line())
                .containsExactly(4, 9);
    }

    @Test
    void aMavenThatTheWrapperDoesNotPinIsABrokenBuild() {
        Upgraded upgraded = plugin(
                "</mojos><requiredMavenVersion>3.2.5</requiredMavenVersion><mojos>",
                "</mojos><requiredMavenVersion>3.9.0</requiredMavenVersion><mojos>");

        assertThat(upgraded.found()).isEmpty();
        assertThat(upgraded.wrapper("3.8.7").found())
                .containsExactly("FAILS_BUILD pom.xml:1 a-maven-plugin 2 needs Maven 3.9.0; the wrapper pins 3.8.7");
    }

    @Test
    void aNewerJavaThanTheModuleIsCompiledForIsACaution() {
        Upgraded upgraded = plugin(
                "</mojos><requiredJavaVersion>1.8</requiredJavaVersion><mojos>",
                "</mojos><requiredJavaVersion>17</requiredJavaVersion><mojos>");

        assertThat(upgraded.release(17).found()).isEmpty();
        assertThat(upgraded.release(11).found())
                .containsExactly("MAY_DIFFER pom.xml:1 a-maven-plugin 2 runs on Java 17 or newer;"
                        + " this module is compiled for 11, so the build may run on an older one");
    }

    @Test
    void aDescriptorThatIsNoXmlIsAGap() {
        Upgraded upgraded = new Upgraded(folder)
                .plugin(
                        "org.a:a-maven-plugin",
                        "1",
                        "<plugin><mojos>",
                        "2",
                        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>");
        upgraded.project("pom.xml", POM);

        assertThat(upgraded.found()).isEmpty();
        assertThat(upgraded.gaps())
                .contains("a-maven-plugin 1!/META-INF/maven/plugin.xml: it is no XML that can be read;"
                        + " its goals are not known");
    }

    private Upgraded plugin(String before, String after) {
        return new Upgraded(folder)
                .project("pom.xml", POM)
                .plugin("org.a:a-maven-plugin", "1", descriptor(before), "2", descriptor(after));
    }

    private static String descriptor(String mojos) {
        return "<plugin><name>a</name><mojos>" + mojos + "</mojos></plugin>";
    }

    private static String goal(String name, String parameters) {
        return "<mojo><goal>" + name + "</goal><parameters>" + parameters + "</parameters></mojo>";
    }

    private static String parameter(String name, String more) {
        return "<parameter><name>" + name + "</name>" + more + "</parameter>";
    }
}
