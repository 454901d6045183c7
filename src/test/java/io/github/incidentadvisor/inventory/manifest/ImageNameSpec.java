package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.model.Component.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameSpec {
    private static final String SHA = "sha256:" + "0123456789abcdef".repeat(4);

    @Test
    void nameTagAndDigestAreToldApart() {
        assertThat(ImageName.parse("ghcr.io:443/team/app:1.2-alpine@" + SHA))
                .contains(new ImageName("ghcr.io:443/team/app", "1.2-alpine", SHA));
    }

    @Test
    void aPortIsNoTag() {
        assertThat(ImageName.parse("localhost:5000/app")).contains(new ImageName("localhost:5000/app", "", ""));
    }

    @Test
    void theNamesOfDockerHubAreOneImage() {
        Image postgres = new Image("", "postgres");

        assertThat(component("postgres")).isEqualTo(postgres);
        assertThat(component("library/postgres")).isEqualTo(postgres);
        assertThat(component("docker.io/library/postgres")).isEqualTo(postgres);
        assertThat(component("index.docker.io/postgres")).isEqualTo(postgres);
        assertThat(component("quay.io/postgres")).isNotEqualTo(postgres);
        assertThat(postgres.purl()).isEqualTo("pkg:docker/postgres");
        assertThat(component("mcr.microsoft.com/dotnet/sdk").purl())
                .isEqualTo("pkg:docker/dotnet/sdk?repository_url=mcr.microsoft.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app:1",
                "app:v22.2.2",
                "app:3.8.5-eclipse-temurin-17",
                "app:24.0.2_12-jdk-noble",
                "app:jre-17",
                "app:RELEASE.2023-01-02",
                "app:java11",
                "app:2f5e0b9c1d",
                "debian:bookworm-slim",
                "ubuntu:jammy",
                "app:alpine-6.4.15"
            })
    void aTagThatNamesAVersionIsResolved(String text) {
        assertThat(ImageName.parse(text).orElseThrow().status()).isEqualTo(Status.RESOLVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app",
                "app:latest",
                "app:lts",
                "app:alpine",
                "app:alpine3.18",
                "app:stable-alpine3.18",
                "app:nonroot",
                "app:latest-kafka-4.1.0",
                "node:bullseye",
                "debian:stable-slim",
                "app:main"
            })
    void aTagThatMovesIsFloating(String text) {
        assertThat(ImageName.parse(text).orElseThrow().status()).isEqualTo(Status.FLOATING);
    }

    @Test
    void aDigestAloneIsDefiniteAndNoVersionThatAnybodyKnows() {
        ImageName image = ImageName.parse("bash@" + SHA).orElseThrow();

        assertThat(image.status()).isEqualTo(Status.RESOLVED);
        assertThat(image.version()).isEqualTo(SHA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<YOUR-CONTAINER>",
                "App/Image:1",
                "https://example.org/x",
                "a b",
                "app:",
                "app:1@sha256:12",
                "-x",
                "a//b"
            })
    void whatNoImageCanBeCalledIsNone(String text) {
        assertThat(ImageName.parse(text)).isEmpty();
    }

    private static Image component(String name) {
        return ImageName.parse(name).orElseThrow().component();
    }
}
