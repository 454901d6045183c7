package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolFilesSpec {
    @Test
    void filesOfVersionManagersNameTools() {
        assertThat(Repository.of(".tool-versions", """
                # tools
                java temurin-21.0.1+12.0.LTS
                nodejs 20.11.0 18.19.0 # two
                terraform latest
                """)
                        .with(".sdkmanrc", "# auto\njava=17.0.9-amzn\nmaven=3.9.6\n")
                        .with("a/.java-version", "17\n")
                        .with("a/.nvmrc", "lts/hydrogen\n")
                        .with("b/.nvmrc", "v18.17.0")
                        .with("b/.ruby-version", "ruby-3.2.1\n")
                        .references())
                .containsExactly(
                        "tool-version .sdkmanrc:2 java 17.0.9-amzn resolved beside {distribution=corretto}",
                        "tool-version .sdkmanrc:3 maven 3.9.6 resolved",
                        "tool-version .tool-versions:2 java temurin-21.0.1+12.0.LTS resolved"
                                + " beside {distribution=temurin}",
                        "tool-version .tool-versions:3 node 18.19.0 resolved",
                        "tool-version .tool-versions:3 node 20.11.0 resolved",
                        "tool-version .tool-versions:4 terraform latest floating",
                        "tool-version a/.java-version:1 java 17 resolved",
                        "tool-version a/.nvmrc:1 node lts/hydrogen floating",
                        "tool-version b/.nvmrc:1 node v18.17.0 resolved",
                        "tool-version b/.ruby-version:1 ruby ruby-3.2.1 resolved");
    }

    @Test
    void miseIsReadInItsTables() {
        assertThat(Repository.of(".mise.toml", """
                [env]
                java = "not"
                [tools]
                java = "temurin-21" # comment
                node = ["20", '22']
                go = { version = "1.22", os = ["linux"] }
                python = [
                  "3.11",
                  "3.12",
                ]
                "ubi:acme/tool" = 'latest'
                [tools."pipx:black"]
                version = "24.1.0"
                extras = "9"
                [settings]
                node = "not"
                """).places())
                .containsExactly(
                        ".mise.toml:4 java temurin-21",
                        ".mise.toml:5 node 20",
                        ".mise.toml:5 node 22",
                        ".mise.toml:6 go 1.22",
                        ".mise.toml:8 python 3.11",
                        ".mise.toml:9 python 3.12",
                        ".mise.toml:11 ubi:acme/tool latest floating",
                        ".mise.toml:13 pipx:black 24.1.0");
    }

    @Test
    void wrappersPinTheBuildTool() {
        assertThat(Repository.of(".mvn/wrapper/maven-wrapper.properties", """
                wrapperVersion=3.3.4
                distributionUrl=https://repo.example/org/apache/maven/apache-maven/3.9.6/apache-maven-3.9.6-bin.zip
                """)
                        .with("gradle/wrapper/gradle-wrapper.properties", """
                                #distributionUrl=https\\://x/gradle-1.0-bin.zip
                                distributionUrl=https\\://services.example/distributions/gradle-8.14.5-bin.zip
                                """)
                        .references())
                .containsExactly(
                        "maven-wrapper .mvn/wrapper/maven-wrapper.properties:2 maven 3.9.6 resolved",
                        "gradle-wrapper gradle/wrapper/gradle-wrapper.properties:2 gradle 8.14.5 resolved");
    }

    @Test
    void theWrapperIsThePlatformThatLifecyclesKnow() {
        assertThat(Repository.of(
                                "a/.mvn/wrapper/maven-wrapper.properties",
                                "distributionUrl=x/apache-maven-3.8.1-bin.zip\n")
                        .items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.component()).isEqualTo(io.github.incidentadvisor.model.Component.Platform.MAVEN);
                    assertThat(item.version()).hasToString("3.8.1");
                });
    }
}
