package io.github.incidentadvisor.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.SharedData;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.incidents.index.Generations;
import io.github.incidentadvisor.incidents.index.Memory;
import io.github.incidentadvisor.incidents.match.Likeness;
import io.github.incidentadvisor.incidents.match.Search;
import io.github.incidentadvisor.incidents.source.TreeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the given set, and on changes of our own that nothing there is about. */
class EvaluationSpec {
    /** Things whose name or neighbour is in many incidents of production that they have no part in. */
    private static final String[][] SILENT = {
        {"maven", "io.fabric8:kubernetes-client", "6.8.0", "6.13.0", ""},
        {"maven", "org.apache.kafka:kafka-clients", "3.4.0", "3.7.0", "Fixes in the consumer rebalance."},
        {"maven", "com.mysql:mysql-connector-j", "8.0.33", "8.4.0", "Protocol and time zone fixes."},
        {"maven", "org.postgresql:postgresql", "42.5.1", "42.7.3", ""},
        {"maven", "com.fasterxml.jackson.core:jackson-databind", "2.14.0", "2.17.1", ""},
        {"maven", "ch.qos.logback:logback-classic", "1.2.11", "1.4.14", ""},
        {"maven", "io.micrometer:micrometer-registry-prometheus", "1.11.0", "1.13.1", ""},
        {"maven", "io.netty:netty-all", "4.1.90.Final", "4.1.110.Final", ""},
        {"maven", "org.testcontainers:postgresql", "1.18.0", "1.19.8", ""},
        {"maven", "com.rabbitmq:amqp-client", "5.16.0", "5.21.0", ""},
        {"maven", "redis.clients:jedis", "4.3.1", "5.1.3", ""},
        {"maven", "software.amazon.awssdk:rds", "2.20.0", "2.20.140", ""},
        {"maven", "com.github.docker-java:docker-java", "3.3.0", "3.3.6", ""},
        {"maven", "org.apache.commons:commons-lang3", "3.12.0", "3.14.0", ""},
        {"maven", "io.grpc:grpc-netty", "1.58.0", "1.64.0", ""},
        {"maven", "org.springframework.cloud:spring-cloud-starter-consul-discovery", "4.0.0", "4.1.0", ""},
        {"githubactions", "docker/build-push-action", "v4", "v5", ""},
        {"docker", "node", "18.16-alpine", "20.12-alpine", ""},
        {"docker", "grafana/grafana", "9.5.2", "10.4.1", "Angular plugins are off by default."},
        {"docker", "nginx", "1.24", "1.26", ""},
        {"terraform", "grafana/grafana", "1.40.0", "2.9.0", ""},
        {"terraform", "auth0/auth0", "0.50.0", "1.2.0", ""},
        {"helm", "ingress-nginx", "4.6.0", "4.10.1", "Snippet annotations are off by default."},
        {"helm", "cluster-autoscaler", "9.28.0", "9.37.0", ""},
        {"docker", "postgres", "13.10", "16.3", ""},
        {"docker", "mysql", "5.7", "8.0", "The default authentication plugin changes."},
        {"terraform", "aws_db_instance.engine_version", "13.7", "15.4", ""},
        {"npm", "react", "17.0.2", "18.2.0", ""},
        {"helm", "kafka-exporter", "1.3.0", "1.7.0", ""},
        {"docker", "python", "3.9-slim", "3.12-slim", ""},
        {"helm", "vault", "0.24.0", "0.28.0", ""},
        {"maven", "io.prometheus:simpleclient", "0.15.0", "0.16.0", ""},
        {"maven", "com.slack.api:slack-api-client", "1.29.0", "1.39.0", ""},
        {"maven", "com.github.ben-manes.caffeine:caffeine", "3.1.2", "3.1.8", "Cache refresh fixes."},
        {"generic", "github-runner/ubuntu-22.04", "22.04", "24.04", ""}
    };

    @TempDir
    private Path cache;

    private Memory memory() {
        Path folder = SharedData.at("incidents/dev");
        return new Generations(cache, Clock.systemUTC())
                .of(new TreeSource(FolderTree.of(folder), "documents.jsonl")
                        .list()
                        .entries());
    }

    @Test
    void changesThatNoIncidentIsAboutMeetSilence() {
        List<String> alarms = new ArrayList<>();
        try (Memory memory = memory()) {
            Search search = new Search(memory);
            for (String[] one : SILENT) {
                search.shown(new Step(one[0], one[1], one[2], one[3], "", one[4], List.of())).stream()
                        .findFirst()
                        .ifPresent(like ->
                                alarms.add(one[1] + ": " + like.incident().id() + " " + like.why()));
            }
        }
        assertThat(alarms).isEmpty();
    }

    @Test
    void theChangesOfTheSetThatHaveNoIncidentMeetSilenceAndTheOthersTheirs() throws IOException {
        Path folder = SharedData.at("incidents/dev");
        Set<String> relevant = new HashSet<>();
        Files.readAllLines(folder.resolve("qrels.tsv")).forEach(line -> {
            String[] fields = line.split("\t");
            relevant.add(fields[0] + " " + fields[1]);
            relevant.add(fields[0]);
        });
        int positive = 0;
        double precision = 0;
        List<String> alarms = new ArrayList<>();
        try (Memory memory = memory()) {
            Search search = new Search(memory);
            for (String line : Files.readAllLines(folder.resolve("queries.jsonl"))) {
                JsonNode query = new ObjectMapper().readTree(line);
                JsonNode change = query.get("change");
                String id = query.get("id").asText();
                List<Likeness> shown = search.shown(new Step(
                        change.get("type").asText(),
                        change.get("name").asText(),
                        change.get("from").asText(),
                        change.get("to").asText(),
                        "",
                        query.path("release_note").asText(),
                        List.of()));
                if (relevant.contains(id)) {
                    positive++;
                    precision += shown.stream()
                            .limit(3)
                            .mapToInt(like ->
                                    relevant.contains(id + " " + like.incident().id()) ? 1 : 0)
                            .average()
                            .orElse(0);
                } else if (!shown.isEmpty()) {
                    alarms.add(id);
                }
            }
        }
        assertThat(precision / positive).isGreaterThanOrEqualTo(0.75);
        assertThat(alarms).isEmpty();
    }
}
