package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DockerfileReaderSpec {
    private static final String SHA = "sha256:" + "a".repeat(64);

    @Test
    void eachImageOfAStageIsFoundAtItsLineAndStagesAreNone() {
        assertThat(places("""
                FROM maven:3.9-eclipse-temurin-17 AS build
                RUN mvn package
                FROM build AS test
                FROM eclipse-temurin:17-jre
                COPY --from=build /app /app
                COPY --from=0 /app /app
                COPY --from=busybox:1.36 /bin/sh /sh
                FROM scratch
                """))
                .containsExactly(
                        "Dockerfile:1 maven 3.9-eclipse-temurin-17",
                        "Dockerfile:4 eclipse-temurin 17-jre",
                        "Dockerfile:7 busybox 1.36");
    }

    @Test
    void argumentsBeforeTheFirstStageCountAndTheirLineDecides() {
        assertThat(references("""
                ARG VERSION=17
                ARG IMAGE="eclipse-temurin:${VERSION}-jre"
                FROM $IMAGE
                ARG VERSION=21
                FROM eclipse-temurin:${VERSION}
                FROM ${UNSET:-alpine:3.20}
                """))
                .containsExactly(
                        "docker-image Dockerfile:1 eclipse-temurin 17 resolved",
                        "docker-image Dockerfile:3 eclipse-temurin 17-jre resolved decided Dockerfile:1",
                        "docker-image Dockerfile:5 eclipse-temurin 17 resolved decided Dockerfile:1",
                        "docker-image Dockerfile:6 alpine 3.20 resolved");
    }

    @Test
    void anArgumentWithoutDefaultLeavesUnknownWhatItNames() {
        assertThat(references("""
                ARG TAG
                ARG BASE
                FROM nginx:${TAG}
                FROM $BASE
                FROM ${REGISTRY}/app:1.0
                """))
                .containsExactly(
                        "docker-image Dockerfile:3 nginx - unresolved",
                        "docker-image Dockerfile:4 $BASE - unresolved",
                        "docker-image Dockerfile:5 ${REGISTRY}/app 1.0 unresolved");
    }

    @Test
    void anEmptyDefaultWaitsForATagAndMeansNothingBeforeAName() {
        assertThat(references("""
                ARG REGISTRY=
                ARG COMMIT=""
                FROM ${REGISTRY}alpine:3.20
                FROM acme/agent:${COMMIT}-go1.26
                """))
                .containsExactly(
                        "docker-image Dockerfile:3 alpine 3.20 resolved",
                        "docker-image Dockerfile:4 acme/agent - unresolved");
    }

    @Test
    void platformAndDigestAreKept() {
        assertThat(references("""
                ARG BUILDPLATFORM=linux/amd64
                FROM --platform=$BUILDPLATFORM golang:1.22@%s AS b
                """.formatted(SHA)))
                .containsExactly("docker-image Dockerfile:2 golang 1.22 resolved pinned " + SHA + " for linux/amd64");
    }

    @Test
    void continuedLinesCommentsAndHereDocumentsHideNothing() {
        assertThat(places("""
                # syntax=docker/dockerfile:1.7
                # escape=`
                FROM `
                # a comment between
                    alpine:3.20
                RUN <<EOF <<-"TWO"
                FROM not:1
                EOF
                FROM not:2
                \tTWO
                RUN --mount=type=cache,target=/x --mount=type=bind,from=node:20,target=/n echo $((1<<2))
                from debian:12 as Last
                COPY --from=LAST /a /b
                #FROM not:3
                """))
                .containsExactly(
                        "Dockerfile:1 docker/dockerfile 1.7",
                        "Dockerfile:5 alpine 3.20",
                        "Dockerfile:11 node 20",
                        "Dockerfile:12 debian 12");
    }

    @Test
    void aHereDocumentWithoutEndIsAGapAndTheLinesBelowAreRead() {
        Repository repository = Repository.of("Dockerfile", """
                FROM alpine:3.20
                RUN cat <<EOF
                FROM debian:12
                """);

        assertThat(repository.unread())
                .containsExactly("Dockerfile:2 read in part: a here-document that begins here has no end");
        assertThat(repository.places()).containsExactly("Dockerfile:1 alpine 3.20", "Dockerfile:3 debian 12");
    }

    @Test
    void namesOfDockerfilesAreManyAndWhatOnlyLooksLikeOneIsNone() {
        String text = "FROM alpine:3.20\n";
        Repository repository = Repository.of("Containerfile", text)
                .with("a/Dockerfile.jvm", text)
                .with("a/web.Dockerfile", text)
                .with("a/Dockerfile.dockerignore", text)
                .with("a/Dockerfile.md", text)
                .with("node_modules/x/Dockerfile", text);

        assertThat(repository.places())
                .containsExactly(
                        "Containerfile:1 alpine 3.20",
                        "a/Dockerfile.jvm:1 alpine 3.20",
                        "a/web.Dockerfile:1 alpine 3.20");
    }

    @Test
    void aDockerfileWithoutAnImageIsAGap() {
        assertThat(Repository.of("Dockerfile", "hello\n").unread())
                .containsExactly("Dockerfile:1 holds nothing that a file of this name should; not read");
    }

    @Test
    void aMarkAtTheBeginningAndWindowsLineEndsChangeNoLine() {
        assertThat(places("\uFEFFFROM alpine:3.20\r\nFROM debian:12\r\n"))
                .containsExactly("Dockerfile:1 alpine 3.20", "Dockerfile:2 debian 12");
    }

    private static java.util.List<String> places(String text) {
        return Repository.of("Dockerfile", text).places();
    }

    private static java.util.List<String> references(String text) {
        return Repository.of("Dockerfile", text).references();
    }
}
