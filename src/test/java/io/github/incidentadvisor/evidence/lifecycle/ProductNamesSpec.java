package io.github.incidentadvisor.evidence.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Image;
import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductNamesSpec {
    private final BundledLifecycles lifecycles = new BundledLifecycles(LocalDate.parse("2026-11-23"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # one product
            postgres:12-alpine                                | postgresql 12
            postgres:9.6.24                                   | postgresql 9.6
            node:14.4.0-alpine                                | nodejs 14
            rabbitmq:3.6.8-management                         | rabbitmq 3.6
            traefik:v2.10                                     | traefik 2.10
            clickhouse/clickhouse-server:25.3.2               | clickhouse 25.3
            openjdk:11u5-jdk-slim                             | openjdk-builds-from-oracle 11
            mcr.microsoft.com/dotnet/aspnet:6.0               | dotnet 6
            mcr.microsoft.com/mssql/server:2019-latest        | mssqlserver 15.0
            docker.elastic.co/elasticsearch/elasticsearch-oss:7.4.2 | elasticsearch 7
            bitnamilegacy/kafka:3.7.0-debian-12-r6            | apache-kafka 3.7, debian 12
            # a product and what it is built on
            maven:3.8.5-eclipse-temurin-17                    | apache-maven 3.8, eclipse-temurin 17
            maven:3.9-amazoncorretto-21-al2023                | apache-maven 3.9, amazon-corretto 21, amazon-linux 2023
            maven:3-openjdk-11-slim                           | openjdk-builds-from-oracle 11
            gradle:9.7.0-jdk17                                | gradle 9, eclipse-temurin 17
            tomcat:10.1.9-jdk17-temurin-jammy                 | tomcat 10.1, eclipse-temurin 17, ubuntu 22.04
            tomcat:9.0-jdk11                                  | tomcat 9.0
            nginx:1.29.3-alpine3.22                           | nginx 1.29, alpine-linux 3.22
            python:3.13-bullseye                              | python 3.13, debian 11
            eclipse-temurin:24.0.2_12-jdk-noble               | eclipse-temurin 24, ubuntu 24.04
            eclipse-temurin:21-jre-ubi9-minimal               | eclipse-temurin 21, rhel 9
            mcr.microsoft.com/dotnet/runtime-deps:10.0.0-noble-chiseled | dotnet 10, ubuntu 24.04
            hexpm/elixir:1.15.4-erlang-26.0.2-debian-bullseye-20230612-slim | debian 11
            # the operating system itself, by number or codename
            debian:bullseye-20230612                          | debian 11
            debian:12.5-slim                                  | debian 12
            ubuntu:focal                                      | ubuntu 20.04
            ubuntu:22.04                                      | ubuntu 22.04
            centos:centos7.9.2009                             | centos 7
            alpine:3.18                                       | alpine-linux 3.18
            public.ecr.aws/amazonlinux/amazonlinux:2023       | amazon-linux 2023
            # in the name of the repository
            gcr.io/distroless/java17-debian12:nonroot         | eclipse-temurin 17, debian 12
            registry.access.redhat.com/ubi8/openjdk-11:1.18   | redhat-build-of-openjdk 11, rhel 8
            registry.access.redhat.com/ubi9/ubi-minimal:9.4   | rhel 9
            adoptopenjdk/openjdk11:alpine                     | eclipse-temurin 11
            ibm-semeru-runtimes:open-17-jre                   | ibm-semeru-runtime 17
            quay.io/strimzi/kafka:0.45.0-kafka-3.9.0          | apache-kafka 3.9
            public.ecr.aws/lambda/java:11.al2023              | aws-lambda java11.al2023
            # mirrors keep the path
            public.ecr.aws/docker/library/postgres:12         | postgresql 12
            mirror.gcr.io/library/redis:7.2                   | redis 7.2
            mirror.gcr.io/redis:7.2                           | redis 7.2
            123456789012.dkr.ecr.eu-central-1.amazonaws.com/docker-hub/library/node:18 | nodejs 18
            docker.io/library/node:18                         | nodejs 18
            # digests pin and say nothing
            node:18@sha256:0123456789012345678901234567890123456789012345678901234567890123 | nodejs 18
            """)
    void anImageIsWhatItsNameAndTagSay(String image, String products) {
        assertThat(of(image)).isEqualTo(products);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            node:lts
            redis:alpine
            postgres:latest
            mysql:8
            clickhouse/clickhouse-server:21.12
            mariadb:10
            confluentinc/cp-kafka:7.4.0
            busybox:1.36
            acme/postgres:12
            quay.io/library-of-mine/postgres:12
            example.com/team/node:18
            ghcr.io/apache/skywalking-go:754482220284b9c59d9e48c7f3cf943362eec41d-go1.26
            node:754482220284b9c59d9e48c7f3cf943362eec41d
            node:20230901
            openjdk:8u292-jdk-slim
            postgres
            """)
    void whatSaysNoVersionThatTheDataKnowsIsUnknown(String image) {
        assertThat(of(image)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            amazon-eks, 1.30, amazon-eks 1.30
            google-kubernetes-engine, 1.34.9-gke.1655001, google-kubernetes-engine 1.34
            aws-lambda, java11, aws-lambda java11
            aws-lambda, java11.al2023, aws-lambda java11.al2023
            aws-lambda, provided, aws-lambda provided
            aws-lambda, python3.15, ''
            github-runner/ubuntu, 22.04, github-actions-runner-images ubuntu-22.04
            github-runner/ubuntu, 24.04-arm, ''
            github-runner/macos, 13, github-actions-runner-images macos-13
            github-runner/macos, 15-intel, ''
            amazon-rds/mysql, 8.0.36, amazon-rds-mysql 8.0
            amazon-rds/mysql, 8.0.46, amazon-rds-mysql 8.0.46
            amazon-rds/postgres, 14.7, amazon-rds-postgresql 14
            amazon-rds/aurora-mysql, 8.0.mysql_aurora.3.04.0, ''
            amazon-opensearch, OpenSearch_3.3, amazon-opensearch 3.3
            amazon-opensearch, Elasticsearch_7.10, ''
            google-cloud-sql, POSTGRES_14, postgresql 14
            google-cloud-sql, POSTGRES_9_6, postgresql 9.6
            google-cloud-sql, MYSQL_8_0, mysql 8.0
            java/zulu, 25, azul-zulu 25
            java, 17, eclipse-temurin 17
            maven, 3.9.16, apache-maven 3.9
            terraform, 1.14, terraform 1.14
            cobol, 1, ''
            """)
    void aPlatformIsWhatItsNameSays(String platform, String version, String products) {
        assertThat(of(new Platform(platform), version)).isEqualTo(products);
    }

    @Test
    void aTagOfAnyLengthAndContentIsReadInNoTime() {
        String tag = "1.".repeat(100_000);

        assertThat(of(new Image("", "maven"), tag)).isEmpty();
        assertThat(of(new Image("", "maven"), "-jdk".repeat(50_000) + "17")).isEmpty();
        assertThat(of(new Platform("github-runner/ubuntu"), "2".repeat(1_000_000)))
                .isEmpty();
    }

    private String of(String reference) {
        int at = reference.indexOf('@');
        String named = at < 0 ? reference : reference.substring(0, at);
        int colon = named.lastIndexOf(':');
        String name = colon < 0 ? named : named.substring(0, colon);
        String tag = colon < 0 ? "" : named.substring(colon + 1);
        int slash = name.indexOf('/');
        boolean host = slash > 0 && name.substring(0, slash).contains(".");
        Image image = host ? new Image(name.substring(0, slash), name.substring(slash + 1)) : new Image("", name);
        return of(
                image,
                Version.pinned(tag, at < 0 ? "" : reference.substring(at + 1)).text());
    }

    private String of(Component component, String version) {
        List<ProductVersion> products = lifecycles.productsOf(component, new Version(version));
        return products.stream()
                .flatMap(one -> lifecycles.cycleOf(one.product(), one.version()).stream()
                        .map(cycle -> one.product().id() + " " + cycle.name()))
                .collect(Collectors.joining(", "));
    }
}
