package io.github.incidentadvisor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.changes.Changes;
import io.github.incidentadvisor.evidence.Linkage;
import io.github.incidentadvisor.evidence.linkage.ProjectLinkage;
import io.github.incidentadvisor.evidence.linkage.Workspace;
import io.github.incidentadvisor.evidence.policy.ProjectPolicies;
import io.github.incidentadvisor.evidence.policy.StrictWarnings;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.maven.MavenArtifacts;
import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.inventory.maven.MavenInventory;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.report.JsonReport;
import io.github.incidentadvisor.risk.BuildPolicies;
import io.github.incidentadvisor.risk.Situation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What is found of real changes that a check of the build refuses: {@code CASES.json CLONES OUT.json [ID…]}. */
public final class BuildPolicy {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tally verified = new Tally();
    private final Tally artifacts = new Tally();
    private final Tally unverified = new Tally();
    private final Tally controls = new Tally();
    private final Tally cautioned = new Tally();

    private BuildPolicy() {}

    private record Outcome(List<Finding> findings, List<Gap> gaps) {}

    public static void main(String[] arguments) throws Exception {
        JsonNode cases = JSON.readTree(Path.of(arguments[0]).toFile());
        Clones clones = new Clones(Path.of(arguments[1]));
        Set<String> only = Set.copyOf(List.of(arguments).subList(3, arguments.length));
        Path cache = Files.createTempDirectory("build-policy");
        ArrayNode out = JSON.createArrayNode();
        BuildPolicy bench = new BuildPolicy();
        double total = 0;
        for (JsonNode one : cases) {
            String id = one.get("id").asText();
            if (!only.isEmpty() && !only.contains(id)) {
                continue;
            }
            long start = System.nanoTime();
            Outcome outcome;
            try {
                Tree before =
                        clones.at(one.get("repo").asText(), one.get("commit").asText());
                outcome = look(before, Clones.edited(before, one.get("edits")), cache);
            } catch (RuntimeException e) {
                System.out.println(id + ": " + e);
                outcome = new Outcome(List.of(), List.of(Gap.of(id, String.valueOf(e))));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            total += seconds;
            write(out.addObject(), id, seconds, outcome);
            System.out.printf(Locale.ROOT, "%s %s, %.1f s%n", one.get("kind").asText(), id, seconds);
            bench.score(one, outcome);
        }
        System.out.println("verified breaking, right rule and an artifact of the message: " + bench.verified);
        System.out.println("artifacts of their messages: " + bench.artifacts);
        System.out.println("unverified breaking: " + bench.unverified);
        System.out.println("controls claimed to break: " + bench.controls);
        System.out.println("controls with a caution: " + bench.cautioned);
        System.out.printf(Locale.ROOT, "%.1f s a case%n", total / Math.max(1, out.size()));
        JSON.writerWithDefaultPrettyPrinter().writeValue(Path.of(arguments[2]).toFile(), out);
    }

    private static Outcome look(Tree base, Tree head, Path cache) {
        MavenContext context = LocalMaven.at(Path.of("/").resolve("tree"));
        Requests requests = new Requests();
        MavenInventory maven = new MavenInventory(context, requests);
        Inventory before = maven.read(base, Progress.SILENT);
        Inventory after = maven.read(head, Progress.SILENT);
        var changes = Changes.between(before, after, VersionOrder.MAVEN);
        Situation situation = new Situation(Mode.CHANGE, after, changes, LocalDate.now());
        var policy = new ProjectPolicies(
                        head, before, after, new MavenArtifacts(context, requests), System.getProperty("java.version"))
                .compare();
        var strict = after.policies().strict().isEmpty()
                ? Linkage.Answer.NOTHING
                : new ProjectLinkage(
                                head,
                                before,
                                after,
                                new MavenArtifacts(context, requests),
                                new Workspace(
                                        Path.of("/tree"),
                                        cache,
                                        Runtime.version().feature()))
                        .compare();
        List<Finding> findings = new ArrayList<>();
        new BuildPolicies(policy.and(StrictWarnings.of(strict, after.policies())))
                .apply(situation)
                .forEach(found -> findings.add(found.finding()));
        List<Gap> gaps = new ArrayList<>(after.gaps());
        gaps.addAll(policy.gaps());
        return new Outcome(findings, gaps);
    }

    private void score(JsonNode one, Outcome outcome) {
        boolean duplicate = one.path("nearDuplicateOf").isTextual();
        List<Finding> claims = outcome.findings().stream()
                .filter(finding -> finding.severity() == Severity.BREAKS_BUILD)
                .toList();
        outcome.findings()
                .forEach(finding ->
                        System.out.println("   " + finding.severity().word() + " at " + finding.place() + ": "
                                + finding.text() + " [" + finding.policy().rule() + " "
                                + String.join(" ", finding.policy().artifacts()) + "]"));
        if (one.get("kind").asText().equals("control")) {
            controls.add(!claims.isEmpty());
            cautioned.add(outcome.findings().size() > claims.size());
            if (!claims.isEmpty()) {
                System.out.println("   FALSE");
            }
            return;
        }
        Set<String> rules = new TreeSet<>();
        JsonNode rule = one.get("expected").get("rule");
        (rule.isArray() ? rule : List.of(rule)).forEach(name -> rules.add(name.asText()));
        Set<String> expected = new TreeSet<>();
        one.get("expected").get("violations").forEach(violation -> expected.addAll(artifacts(violation, rules)));
        Set<String> found = new TreeSet<>();
        outcome.findings().stream()
                .filter(finding -> rules.contains(finding.policy().rule()))
                .filter(finding -> finding.severity() != Severity.INFO)
                .forEach(finding -> {
                    found.addAll(finding.policy().artifacts());
                    if (expected.isEmpty()) {
                        found.add("");
                    }
                });
        boolean hit = expected.isEmpty() ? !found.isEmpty() : found.stream().anyMatch(expected::contains);
        if (!hit) {
            System.out.println("   MISSED " + rules + " " + expected);
            outcome.gaps().forEach(gap -> System.out.println("   gap " + gap.what() + ": " + gap.reason()));
        }
        if (!duplicate) {
            boolean isVerified = one.get("verified").asBoolean();
            (isVerified ? verified : unverified).add(hit);
            if (isVerified) {
                expected.forEach(artifact -> {
                    artifacts.add(found.contains(artifact));
                    if (!found.contains(artifact)) {
                        System.out.println("   not named " + artifact);
                    }
                });
                found.stream()
                        .filter(artifact -> !expected.isEmpty() && !expected.contains(artifact))
                        .forEach(artifact -> System.out.println("   not in the truth " + artifact));
            }
        }
    }

    /** {@code group:artifact} of whatever a violation of the truth is about; a style check's is its tool. */
    private static Set<String> artifacts(JsonNode violation, Set<String> rules) {
        Set<String> all = new TreeSet<>();
        for (String field : List.of("artifact", "gav", "locked", "found")) {
            JsonNode value = violation.path(field);
            if (value.isTextual() && value.asText().split(":").length > 1) {
                String[] parts = value.asText().split(":");
                all.add(parts[0] + ":" + parts[1]);
            }
        }
        violation.path("artifacts").forEach(value -> {
            String[] parts = value.asText().split(":");
            all.add(parts[0] + ":" + parts[1]);
        });
        return rules.contains("javacWerror") || rules.contains("checkstyle") ? Set.of() : all;
    }

    private static void write(ObjectNode at, String id, double seconds, Outcome outcome) {
        at.put("id", id).put("seconds", Math.round(seconds * 100) / 100.0);
        ArrayNode findings = at.putArray("findings");
        outcome.findings().forEach(finding -> JsonReport.finding(findings.addObject(), finding));
        ArrayNode gaps = at.putArray("notChecked");
        outcome.gaps().forEach(gap -> gaps.addObject().put("what", gap.what()).put("reason", gap.reason()));
    }

    /** How many of how many. */
    private static final class Tally {
        private int of;
        private int yes;

        void add(boolean one) {
            of++;
            yes += one ? 1 : 0;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d of %d (%.3f)", yes, of, of == 0 ? 0 : (double) yes / of);
        }
    }
}
