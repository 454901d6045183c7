package io.github.incidentadvisor.action.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.action.hub.Door;
import io.github.incidentadvisor.action.hub.GitHubServer;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.JsonReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The publisher as a runner starts it, on a folder and a server of this machine. */
public final class Run {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    final List<Duration> waited = new ArrayList<>();
    private LocalDate today = LocalDate.parse("2026-11-24");
    private String log = "";

    public Run(Path folder, GitHubServer hub) {
        this.folder = folder;
        set("GITHUB_API_URL", hub.url());
        set("GITHUB_SERVER_URL", "https://github.test");
        set("GITHUB_RUN_ID", "4711");
        set("GITHUB_REPOSITORY", "acme/shop");
        set("GITHUB_SHA", "c".repeat(40));
        set("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        set("GITHUB_OUTPUT", folder.resolve("output").toString());
        set("INCIDENT_ADVISOR_REPORT", folder.resolve("report.json").toString());
        set("INCIDENT_ADVISOR_TOKEN", "t");
    }

    public Run set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public Run on(LocalDate day) {
        today = day;
        return this;
    }

    public Run report(Report report) throws IOException {
        return report(JsonReport.write(report));
    }

    public Run report(byte[] bytes) throws IOException {
        Files.write(folder.resolve("report.json"), bytes);
        return this;
    }

    /** The webhook payload of this name, as GitHub documents it, made to speak of our repository and commit. */
    public static ObjectNode payload(String name, String headSha) {
        try (InputStream in = Run.class.getResourceAsStream("/github/events/" + name + ".json")) {
            ObjectNode root = (ObjectNode) MAPPER.readTree(in);
            if (root.get("pull_request") instanceof ObjectNode pull) {
                pull.put("number", 7);
                root.put("number", 7);
                ((ObjectNode) pull.get("head")).put("sha", headSha);
            }
            return root;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public Run event(String name, JsonNode payload) throws IOException {
        Path file = folder.resolve("event.json");
        Files.write(file, MAPPER.writeValueAsBytes(payload));
        return set("GITHUB_EVENT_NAME", name).set("GITHUB_EVENT_PATH", file.toString());
    }

    /** A push to the pull request: its newest commit is {@code headSha}. */
    public Run pullRequest(String headSha) throws IOException {
        return event("pull_request", payload("pull_request.synchronize", headSha))
                .set("GITHUB_REF", "refs/pull/7/merge");
    }

    public int publish() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Job job = Job.of(environment);
        int code = new Publisher(
                        job,
                        Words.of(job.model(), Door.of(environment), environment),
                        one -> Door.of(environment, waited::add).open(one.api(), one.token(), one.repository()),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        Clock.fixed(today.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
                .publish();
        log = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    public String log() {
        return log;
    }

    public String summary() throws IOException {
        return text("summary.md");
    }

    public String output() throws IOException {
        return text("output");
    }

    private String text(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
