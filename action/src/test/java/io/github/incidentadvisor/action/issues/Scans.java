package io.github.incidentadvisor.action.issues;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.hub.Caller;
import io.github.incidentadvisor.action.hub.GitHubServer;
import io.github.incidentadvisor.action.publish.Run;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.Version;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A repository that is scanned from time to time, with a clock of its own and a GitHub that remembers. */
final class Scans implements AutoCloseable {
    final GitHubServer hub;
    private final Path folder;
    private final Map<String, String> inputs = new TreeMap<>();
    private LocalDate today;
    private String log = "";

    Scans(Path folder, String day) throws Exception {
        this.folder = folder;
        this.hub = new GitHubServer("acme", "shop").token("t", Caller.SCAN);
        on(day);
    }

    Scans on(String day) {
        today = LocalDate.parse(day);
        hub.at(today);
        return this;
    }

    Scans input(String name, String value) {
        inputs.put(name, value);
        return this;
    }

    /** Scans, and finds these. */
    Scans finds(Due... due) throws Exception {
        Reports report = scan();
        for (Due one : due) {
            one.in(report);
        }
        return reports(report);
    }

    Reports scan() {
        return Reports.asTheEngineSays()
                .in(Report.Mode.STATE)
                .asOf(today.toString())
                .at("c".repeat(40));
    }

    Scans reports(Reports report) throws Exception {
        hub.forgetRequests();
        Run run = new Run(folder, hub)
                .report(report.report())
                .on(today)
                .event("schedule", Run.payload("workflow_dispatch", ""));
        inputs.forEach((name, value) -> run.set("INCIDENT_ADVISOR_" + name, value));
        run.publish();
        log = run.log();
        return this;
    }

    String log() {
        return log;
    }

    JsonNode issue(int number) {
        return hub.issues().get(number);
    }

    String body(int number) {
        return issue(number).path("body").asText();
    }

    List<String> titles(String state) {
        List<String> titles = new ArrayList<>();
        hub.issues().values().stream()
                .filter(one -> one.path("state").asText().equals(state))
                .forEach(one -> titles.add(one.path("title").asText()));
        return titles;
    }

    List<String> comments(int number) {
        return List.copyOf(hub.comments(number).values());
    }

    @Override
    public void close() {
        hub.close();
    }

    /** Something that ends: a component at a place, and where to go. */
    record Due(String name, String from, String to, String file, String day, Kind kind, List<Kind> more) {
        static Due of(String name, String from, String to, String file, String day) {
            return new Due(name, from, to, file, day, Kind.END_OF_LIFE, List.of());
        }

        static Due boot() {
            return of("spring-boot", "3.2.0", "3.5.9", "pom.xml", "2027-03-31");
        }

        Due by(String other) {
            return new Due(name, from, to, file, other, kind, more);
        }

        Due to(String other) {
            return new Due(name, from, other, file, day, kind, more);
        }

        Due as(Kind other) {
            return new Due(name, from, to, file, day, other, more);
        }

        Due andAlso(Kind another) {
            return new Due(name, from, to, file, day, kind, List.of(another));
        }

        String id() {
            return StableId.of("mig", name, to);
        }

        void in(Reports report) {
            Place place = new Place(file, 12);
            List<Finding> findings = new ArrayList<>(List.of(finding(kind, place)));
            more.forEach(one -> findings.add(finding(one, place)));
            Advisory advisory = Reports.advisory(
                    Component.Artifact.of("org.acme", name),
                    true,
                    from,
                    from,
                    Role.DIRECT,
                    file,
                    12,
                    findings,
                    new Version(to));
            report.with(advisory)
                    .with(new Migration(
                            id(),
                            name + " " + from + " → " + to,
                            name + " " + from + ": support ends.",
                            deadline(),
                            new Version(to),
                            new Version("4.1.1"),
                            List.of(place),
                            List.of(),
                            List.of(advisory.id()),
                            List.of(
                                    new Task(StableId.of("mig", name, file), "move to " + to, place),
                                    new Task(StableId.of("mig", name, "test"), "run the slow tests", Place.NONE)),
                            List.of(),
                            reason(),
                            Migration.Cost.edits(1),
                            List.of(),
                            List.of()));
        }

        private Migration.Kind reason() {
            return switch (kind) {
                case RETIREMENT, REMOVED_API -> Migration.Kind.FORCED_STOP;
                case VULNERABILITY -> Migration.Kind.VULNERABILITY;
                case VENDOR_ANNOUNCEMENT -> Migration.Kind.DEPRECATION;
                default -> Migration.Kind.END_OF_SUPPORT;
            };
        }

        private Deadline deadline() {
            return day.isEmpty() ? Deadline.NONE : new Deadline(LocalDate.parse(day), "OSS support");
        }

        private Finding finding(Kind of, Place place) {
            return new Finding(
                    StableId.of(of, name, file, ""),
                    of,
                    day.isEmpty() ? Severity.BREAKS_RUNTIME : Severity.DEADLINE,
                    Grade.STATED,
                    place,
                    Reference.NONE,
                    deadline(),
                    name + " " + from + ": " + of.word() + ".",
                    "move to " + to,
                    List.of(new Evidence(
                            "lifecycle",
                            Grade.STATED,
                            "lifecycle data",
                            "https://endoflife.date",
                            "2026-08-22",
                            "ends")));
        }
    }
}
