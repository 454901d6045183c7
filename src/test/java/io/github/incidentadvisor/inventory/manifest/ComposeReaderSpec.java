package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComposeReaderSpec {
    @Test
    void theImagesOfServicesAreFoundAndWhatIsBuiltHereIsNone() {
        assertThat(Repository.of("compose.yaml", """
                services:
                  db:
                    image: "postgres:12-alpine" # old
                    platform: linux/arm64
                  #  image: mysql:8
                  web:
                    image: shop
                    build: ./web
                  cache:
                    image: redis
                """).references())
                .containsExactly(
                        "docker-image compose.yaml:3 postgres 12-alpine resolved for linux/arm64",
                        "docker-image compose.yaml:10 redis - floating");
    }

    @Test
    void variablesHaveDefaultsAndTheEnvFileWinsOverThem() {
        assertThat(Repository.of("a/docker-compose.yml", """
                services:
                  a:
                    image: ${A_IMAGE:-postgres:13}
                  b:
                    image: redis:${B_TAG:-7.2}
                  c:
                    image: nginx:${C_TAG}
                  d:
                    image: ${REPO-docker.io}/x/y:$D_TAG
                  e:
                    image: a/b:$${NOT}1
                """)
                        .with("a/.env", """
                                # comment
                                A_IMAGE="postgres:16.1" # inline
                                export D_TAG='2.0'
                                """)
                        .references())
                .containsExactly(
                        "docker-image a/.env:2 postgres 16.1 resolved",
                        "docker-image a/.env:3 docker.io/x/y 2.0 resolved",
                        "docker-image a/docker-compose.yml:3 postgres 16.1 resolved decided a/.env:2",
                        "docker-image a/docker-compose.yml:5 redis 7.2 resolved",
                        "docker-image a/docker-compose.yml:7 nginx - unresolved",
                        "docker-image a/docker-compose.yml:9 docker.io/x/y 2.0 resolved decided a/.env:3");
    }

    @Test
    void anImageInAnAnchorStandsWhereItIsWritten() {
        assertThat(Repository.of("compose.yml", """
                x-base: &base
                  image: apache/airflow:3.0.6
                services:
                  web:
                    <<: *base
                  worker:
                    <<: [*base]
                    image: apache/airflow:3.0.7
                """).places())
                .containsExactly("compose.yml:2 apache/airflow 3.0.6", "compose.yml:8 apache/airflow 3.0.7");
    }

    @Test
    void buildArgumentsDecideTheImagesOfTheDockerfile() {
        assertThat(Repository.of("compose.yml", """
                services:
                  web:
                    build:
                      context: web
                      args:
                        - JAVA=21
                """).with("web/Dockerfile", """
                                ARG JAVA
                                FROM eclipse-temurin:${JAVA}-jre
                                """).references())
                .containsExactly("docker-image web/Dockerfile:2 eclipse-temurin 21-jre resolved decided compose.yml:6");
    }

    @Test
    void aDockerfileWrittenIntoItIsRead() {
        assertThat(Repository.of("compose.yml", """
                services:
                  web:
                    build:
                      dockerfile_inline: |
                        FROM alpine:3.20
                        FROM debian:12
                """).places())
                .containsExactly("compose.yml:5 alpine 3.20", "compose.yml:6 debian 12");
    }

    @Test
    void aComposeFileIsKnownByItsContentToo() {
        assertThat(Repository.of("src/main/docker/postgresql.yml", """
                services:
                  postgresql:
                    image: postgres:18.4
                """)
                        .with("config/app.yml", """
                                services:
                                  mail:
                                    url: http://localhost
                                """)
                        .places())
                .containsExactly("src/main/docker/postgresql.yml:3 postgres 18.4");
    }

    @Test
    void aServiceOfAProfileIsConditional() {
        assertThat(Repository.of("compose.yml", """
                services:
                  debug:
                    profiles: [debug]
                    image: busybox:1.36
                """).references())
                .containsExactly("docker-image compose.yml:4 busybox 1.36 resolved conditional");
    }

    @Test
    void servicesThatExtendEachOtherInACircleAreReadOnce() {
        assertThat(Repository.of("compose.yml", """
                services:
                  a:
                    extends: {file: other.yml, service: b}
                    image: redis:7.2
                """).with("other.yml", """
                                services:
                                  b:
                                    extends: {file: compose.yml, service: a}
                                """).places())
                .containsExactly("compose.yml:4 redis 7.2");
    }

    @Test
    void whatIsNoYamlIsReadByLineAndSaysSo() {
        Repository repository = Repository.of("docker-compose.yml", """
                services:
                  a:
                    image: redis:7.2
                \tb: x
                  note: |
                    image: not:1
                """);

        assertThat(repository.references())
                .containsExactly("docker-image docker-compose.yml:3 redis 7.2 resolved in part");
        assertThat(repository.unread()).singleElement().asString().startsWith("docker-compose.yml:4 read in part:");
    }
}
