package io.github.incidentadvisor.evidence.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.SharedData;
import io.github.incidentadvisor.model.Component.Artifact;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesSpec {
    private final Coordinates coordinates = Coordinates.bundled();

    @ParameterizedTest
    @CsvSource({
        "org.springframework.boot:spring-boot-starter-parent, spring-boot",
        "org.springframework.boot:spring-boot-dependencies, spring-boot",
        "org.springframework.boot:spring-boot-maven-plugin, spring-boot",
        "org.springframework.boot:spring-boot, spring-boot",
        "org.springframework.boot:spring-boot-starter-data-redis, spring-boot",
        "org.springframework:spring-core, spring-framework",
        "org.springframework:spring-webflux, spring-framework",
        "org.springframework:spring-framework-bom, spring-framework",
        "org.springframework.security:spring-security-oauth2-jose, spring-security",
        "org.springframework.cloud:spring-cloud-dependencies, spring-cloud",
        "org.hibernate.orm:hibernate-core, hibernate-orm",
        "org.hibernate:hibernate-entitymanager, hibernate-orm",
        "org.apache.tomcat.embed:tomcat-embed-core, tomcat",
        "org.apache.tomcat:tomcat-jdbc, tomcat",
        "org.eclipse.jetty:jetty-server, eclipse-jetty",
        "org.eclipse.jetty.ee10:jetty-ee10-servlet, eclipse-jetty",
        "org.eclipse.jetty.http2:http2-server, eclipse-jetty",
        "io.quarkus.platform:quarkus-bom, quarkus-framework",
        "io.micronaut:micronaut-core, micronaut",
        "io.micronaut.platform:micronaut-parent, micronaut",
        "log4j:log4j, log4j",
        "org.apache.logging.log4j:log4j-core, log4j",
        "org.jetbrains.kotlin:kotlin-stdlib-jdk8, kotlin",
        "org.scala-lang:scala-library, scala",
        "org.scala-lang:scala3-library_3, scala",
        "org.codehaus.groovy:groovy-all, apache-groovy",
        "org.apache.groovy:groovy, apache-groovy",
        "org.apache.camel:camel-core, apache-camel",
        "org.apache.camel.springboot:camel-spring-boot-starter, apache-camel",
        "org.apache.kafka:kafka-clients, apache-kafka",
        "org.apache.kafka:kafka_2.13, apache-kafka",
        "org.elasticsearch:elasticsearch, elasticsearch",
        "org.apache.activemq:activemq-client, apache-activemq",
        "org.apache.activemq:artemis-jms-client, apache-artemis",
        "org.apache.artemis:artemis-server, apache-artemis",
        "org.apache.lucene:lucene-core, apache-lucene",
        "org.apache.spark:spark-sql_2.12, apache-spark",
        "org.apache.flink:flink-clients_2.12, apache-flink",
        "org.apache.flink:flink-streaming-java, apache-flink",
        "org.apache.hadoop:hadoop-client, apache-hadoop",
        "org.apache.cassandra:cassandra-all, apache-cassandra",
        "org.apache.struts:struts2-core, apache-struts",
        "io.dropwizard:dropwizard-core, dropwizard",
        "org.grails:grails-core, grails",
        "org.liquibase:liquibase-core, liquibase",
        "org.liquibase:liquibase-maven-plugin, liquibase",
        "org.neo4j:neo4j, neo4j",
        "org.apache.maven:apache-maven, apache-maven",
        "org.apache.solr:solr-solrj, solr",
        "org.apache.pulsar:pulsar-client, apache-pulsar",
        "org.apache.zookeeper:zookeeper, zookeeper",
    })
    void anArtifactWithTheProductsVersionBelongsToIt(String ga, String product) {
        assertThat(coordinates.productOf(artifact(ga))).contains(product);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.mysql:mysql-connector-j",
                "mysql:mysql-connector-java",
                "org.postgresql:postgresql",
                "org.mongodb:mongodb-driver-sync",
                "redis.clients:jedis",
                "io.lettuce:lettuce-core",
                "org.opensearch.client:opensearch-java",
                "org.opensearch.client:opensearch-rest-client",
                "co.elastic.clients:elasticsearch-java",
                "org.elasticsearch.client:elasticsearch-rest-client",
                "org.mariadb.jdbc:mariadb-java-client",
                "com.microsoft.sqlserver:mssql-jdbc",
                "com.rabbitmq:amqp-client",
                "org.neo4j.driver:neo4j-java-driver",
                "org.neo4j:neo4j-cypher-dsl",
                "org.neo4j:neo4j-ogm-core",
                "org.apache.cassandra:java-driver-core",
                "com.datastax.oss:java-driver-core",
                "org.apache.logging.log4j:log4j-api-kotlin",
                "org.apache.logging.log4j:log4j-api-scala_2.13",
                "org.apache.logging.log4j:log4j-transform-maven-plugin",
                "ch.qos.reload4j:reload4j",
                "log4j:apache-log4j-extras",
                "org.hibernate:hibernate-validator",
                "org.hibernate.validator:hibernate-validator",
                "org.hibernate.search:hibernate-search-engine",
                "org.hibernate:hibernate-search-orm",
                "org.hibernate.reactive:hibernate-reactive-core",
                "org.hibernate.common:hibernate-commons-annotations",
                "org.eclipse.jetty.toolchain:jetty-jakarta-servlet-api",
                "org.eclipse.jetty.alpn:alpn-api",
                "org.eclipse.jetty.orbit:javax.servlet",
                "org.eclipse.jetty:jetty-parent",
                "org.apache.tomcat:jakartaee-migration",
                "org.apache.tomcat.maven:tomcat7-maven-plugin",
                "org.apache.tomcat.experimental:tomcat-embed-programmatic",
                "io.quarkus:quarkus-fs-util",
                "io.quarkus.gizmo:gizmo",
                "io.quarkus.security:quarkus-security",
                "io.quarkiverse.cxf:quarkus-cxf",
                "io.micronaut.security:micronaut-security-jwt",
                "org.jetbrains.kotlinx:kotlinx-coroutines-core",
                "org.scala-lang.modules:scala-xml_2.13",
                "org.codehaus.groovy:groovy-eclipse-batch",
                "org.codehaus.groovy:groovy-eclipse-compiler",
                "org.codehaus.gmavenplus:gmavenplus-plugin",
                "org.apache.camel.quarkus:camel-quarkus-core",
                "org.apache.camel.kafkaconnector:camel-kafka-connector",
                "org.springframework.kafka:spring-kafka",
                "org.apache.activemq:artemis-native",
                "org.apache.activemq:activemq-protobuf",
                "com.sparkjava:spark-core",
                "org.apache.flink:flink-connector-kafka",
                "org.apache.flink:flink-cdc-common",
                "org.apache.flink:flink-kubernetes-operator",
                "org.apache.flink:flink-ml-core_2.12",
                "org.apache.hadoop.thirdparty:hadoop-shaded-guava",
                "org.apache.hbase.thirdparty:hbase-shaded-netty",
                "org.apache.struts:struts-annotations",
                "io.dropwizard.metrics:metrics-core",
                "org.grails:grails-datastore-core",
                "org.liquibase.ext:liquibase-mongodb",
                "org.flywaydb:flyway-core",
                "org.springframework:springloaded",
                "org.springframework.data:spring-data-jpa",
                "org.springframework.security:spring-security-jwt",
                "org.springframework.security:spring-security-rsa",
                "org.springframework.security.oauth:spring-security-oauth2",
                "org.springframework.cloud:spring-cloud-gateway",
                "org.springframework.cloud:spring-cloud-commons",
                "de.codecentric:spring-boot-admin-starter-server",
                "org.mybatis.spring.boot:mybatis-spring-boot-starter",
                "org.apache.maven:maven-core",
                "org.apache.maven:maven-plugin-api",
                "org.apache.maven.plugins:maven-compiler-plugin",
                "org.apache.nifi:nifi-nar-maven-plugin",
                "org.keycloak:keycloak-admin-client",
                "io.fabric8:kubernetes-client",
                "io.kubernetes:client-java",
                "org.apache.ant:ant-antunit",
                "com.acme:spring-boot-starter",
                "org.springframework.bootx:spring-boot",
            })
    void whatOnlyLooksLikeAProductBelongsToNone(String ga) {
        assertThat(coordinates.productOf(artifact(ga))).isEmpty();
    }

    @Test
    void everyProductOfARuleIsInTheBundledTableButForThoseTheFactsWereNotTakenOf() {
        LifecycleTable table = LifecycleTable.bundled();

        assertThat(coordinates.products())
                .filteredOn(id -> table.product(id).isEmpty())
                .containsExactly("jquery", "jquery-ui", "jruby");
    }

    @Test
    void theIdentifiersThatTheDataItselfNamesAreMappedButForThoseWithVersionsOfTheirOwn() throws IOException {
        var map = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(SharedData.at("image-product-map.json").toFile())
                .path("maven");
        Set<String> different = new TreeSet<>();
        map.properties().forEach(entry -> {
            String ours = coordinates.productOf(artifact(entry.getKey())).orElse("none");
            if (!ours.equals(entry.getValue().path("product").asText())) {
                different.add(entry.getKey() + " " + ours);
            }
        });

        assertThat(map.size()).isGreaterThan(60);
        assertThat(different)
                .containsExactly(
                        "org.springframework.cloud:spring-cloud-commons none",
                        "org.springframework.cloud:spring-cloud-config none",
                        "org.springframework.cloud:spring-cloud-gateway none",
                        "org.springframework.cloud:spring-cloud-netflix none");
    }

    private static Artifact artifact(String ga) {
        return Artifact.of(ga.substring(0, ga.indexOf(':')), ga.substring(ga.indexOf(':') + 1));
    }
}
