package io.github.incidentadvisor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.changes.Changes;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Linkage;
import io.github.incidentadvisor.evidence.TestedLines;
import io.github.incidentadvisor.evidence.lifecycle.BundledLifecycles;
import io.github.incidentadvisor.evidence.linkage.ProjectLinkage;
import io.github.incidentadvisor.evidence.linkage.Workspace;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Newest;
import io.github.incidentadvisor.inventory.maven.MavenArtifacts;
import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.inventory.maven.MavenInventory;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Risk;
import io.github.incidentadvisor.report.JsonReport;
import io.github.incidentadvisor.risk.Background;
import io.github.incidentadvisor.risk.BrokenReferences;
import io.github.incidentadvisor.risk.Judge;
import io.github.incidentadvisor.risk.Outlook;
import io.github.incidentadvisor.risk.ReleaseDays;
import io.github.incidentadvisor.risk.Rule;
import io.github.incidentadvisor.risk.Situation;
import io.github.incidentadvisor.risk.Urgency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is found of real breakages: {@code CASES.json CLONES OUT.json [ID…]}. */
public final class BreakingUpdates {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Lifecycles LIFECYCLES = new BundledLifecycles(LocalDate.EPOCH);

    private BreakingUpdates() {}

    private record Outcome(List<Finding> findings, List<Gap> gaps, Optional<Risk.Level> level) {}

    public static void main(String[] arguments) throws Exception {
        JsonNode cases = JSON.readTree(Path.of(arguments[0]).toFile());
        Clones clones = new Clones(Path.of(arguments[1]));
        Set<String> only = Set.copyOf(List.of(arguments).subList(3, arguments.length));
        Path cache = Files.createTempDirectory("breaking-updates");
        ArrayNode out = JSON.createArrayNode();
        Score members = new Score();
        Score places = new Score();
        Map<String, int[]> levels = new TreeMap<>();
        int controls = 0;
        int alarms = 0;
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
                outcome = new Outcome(List.of(), List.of(Gap.of(id, String.valueOf(e))), Optional.empty());
            }
            String level = outcome.level().map(Risk.Level::word).orElse("not judged");
            levels.computeIfAbsent(level, key -> new int[2])[
                    one.get("kind").asText().equals("control") ? 1 : 0]++;
            double seconds = (System.nanoTime() - start) / 1e9;
            total += seconds;
            write(out.addObject(), id, seconds, outcome);
            List<Finding> breaks = outcome.findings().stream()
                    .filter(finding -> finding.severity() == Finding.Severity.BREAKS_BUILD)
                    .toList();
            System.out.printf(
                    Locale.ROOT, "%s %s: %d findings, %.1f s%n", one.get("kind").asText(), id, breaks.size(), seconds);
            if (one.get("kind").asText().equals("control")) {
                controls++;
                alarms += breaks.isEmpty() ? 0 : 1;
                breaks.stream().limit(5).forEach(f -> System.out.println("   FALSE " + f.place() + " " + f.text()));
            } else {
                score(one, breaks, members, places);
            }
            outcome.gaps().forEach(gap -> System.out.println("   gap " + gap.what() + ": " + gap.reason()));
        }
        System.out.println("(owner, member): " + members);
        System.out.println("(file, line): " + places);
        // Case and control: how often a level occurs says nothing of how often updates break.
        levels.forEach((level, counts) ->
                System.out.printf("risk %-10s %2d that broke, %2d that did not%n", level, counts[0], counts[1]));
        System.out.printf(
                Locale.ROOT,
                "controls %d, false alarms %d; %.1f s a case%n",
                controls,
                alarms,
                total / Math.max(1, out.size()));
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
        Linkage.Answer linkage = new ProjectLinkage(
                        head,
                        before,
                        after,
                        new MavenArtifacts(context, requests),
                        new Workspace(Path.of("/tree"), cache, Runtime.version().feature()))
                .compare();
        List<Finding> findings = new ArrayList<>();
        List<Rule.Found> found = new BrokenReferences(linkage).apply(situation);
        found.forEach(one -> findings.add(one.finding()));
        Optional<Risk.Level> level = new Judge(
                        Urgency.DEFAULT,
                        new Background(
                                (component, version) -> Newest.NOTHING,
                                linkage.coverage(),
                                new Outlook(LIFECYCLES),
                                new ReleaseDays(LIFECYCLES, List.of()),
                                TestedLines.NONE))
                .judge(situation, found).stream()
                        .filter(Advisory::inChange)
                        .map(advisory -> advisory.risk().level())
                        .max(Comparator.naturalOrder());
        List<Gap> gaps = new ArrayList<>(after.gaps());
        gaps.addAll(linkage.gaps());
        return new Outcome(findings, gaps, level);
    }

    private static void score(JsonNode one, List<Finding> breaks, Score members, Score places) {
        Set<String> expectedMembers = new TreeSet<>();
        Set<String> expectedPlaces = new TreeSet<>();
        for (String list : List.of("errors", "laterPhaseErrors")) {
            for (JsonNode error : one.get(list)) {
                if (error.path("likelyCascade").asBoolean()) {
                    continue;
                }
                if (!error.get("code").asText().equals("cant.access")) {
                    expectedPlaces.add(
                            error.get("file").asText() + ":" + error.get("line").asInt());
                }
                error.get("was")
                        .forEach(was -> expectedMembers.add(was.get("owner").asText() + "#"
                                + was.path("name").asText()));
            }
        }
        Set<String> foundMembers = new TreeSet<>();
        Set<String> foundPlaces = new TreeSet<>();
        breaks.forEach(finding -> {
            foundPlaces.add(finding.place().toString());
            if (finding.reference().isKnown()) {
                foundMembers.add(
                        finding.reference().owner() + "#" + finding.reference().member());
            }
        });
        members.add(expectedMembers, foundMembers);
        places.add(expectedPlaces, foundPlaces);
    }

    private static void write(ObjectNode at, String id, double seconds, Outcome outcome) {
        at.put("id", id).put("seconds", Math.round(seconds * 100) / 100.0);
        ArrayNode findings = at.putArray("findings");
        outcome.findings().forEach(finding -> JsonReport.finding(findings.addObject(), finding));
        ArrayNode gaps = at.putArray("notChecked");
        outcome.gaps().forEach(gap -> gaps.addObject().put("what", gap.what()).put("reason", gap.reason()));
    }

    /** Found and missed over all cases. */
    private static final class Score {
        private int expected;
        private int hit;
        private int found;

        void add(Set<String> wanted, Set<String> got) {
            expected += wanted.size();
            found += got.size();
            for (String one : wanted) {
                if (got.contains(one)) {
                    hit++;
                } else {
                    System.out.println("   missed " + one);
                }
            }
            got.stream()
                    .filter(one -> !wanted.contains(one))
                    .forEach(one -> System.out.println("   not in the truth " + one));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "recall %.3f (%d of %d), precision %.3f (of %d)",
                    expected == 0 ? 1.0 : (double) hit / expected,
                    hit,
                    expected,
                    found == 0 ? 1.0 : (double) hit / found,
                    found);
        }
    }
}
