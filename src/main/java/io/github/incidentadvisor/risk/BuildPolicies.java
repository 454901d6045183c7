package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.BuildPolicy.Answer;
import io.github.incidentadvisor.evidence.BuildPolicy.Effect;
import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Policy;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks of the project's own build that the change makes fail; one finding for each check and change, however much it is. */
public final class BuildPolicies implements Rule {
    private static final int QUOTES = 20;

    private final Answer policy;

    /** @param policy what the checks object to that they did not object to before */
    public BuildPolicies(Answer policy) {
        this.policy = policy;
    }

    private record Group(String rule, Effect effect, Item leader, Place place) {}

    @Override
    public List<Found> apply(Situation situation) {
        Map<Group, List<Violation>> groups = new LinkedHashMap<>();
        for (Violation one : policy.violations()) {
            Item leader = leader(one, situation);
            Place decided = leader.declaration().decidedAt();
            Place place = decided.isKnown() ? decided : one.at().isKnown() ? one.at() : new Place(one.module(), 1);
            groups.computeIfAbsent(new Group(one.rule(), one.effect(), leader, place), g -> new ArrayList<>())
                    .add(one);
        }
        return groups.entrySet().stream()
                .map(entry -> found(entry.getKey(), entry.getValue(), situation))
                .toList();
    }

    /** A change of a suspect, the line itself that the objection is about, or whatever was declared first. */
    private static Item leader(Violation one, Situation situation) {
        Optional<Change> change = one.suspects().stream()
                .flatMap(suspect -> situation.changeOf(suspect).stream())
                .findFirst();
        if (change.isPresent() || !one.at().isKnown()) {
            Optional<Item> item = Movement.leader(change, situation);
            if (item.isPresent()) {
                return item.get();
            }
        }
        return itself(one, situation);
    }

    private static Item itself(Violation one, Situation situation) {
        String ga = one.artifacts().isEmpty() ? "" : one.artifacts().get(0);
        Artifact artifact = one.suspects().stream()
                .filter(suspect -> suspect.ga().equals(ga))
                .findFirst()
                .orElseGet(() -> {
                    String[] parts = (ga.isEmpty() ? "build:" + one.rule() : ga).split(":", 2);
                    return Artifact.of(parts[0], parts[1]);
                });
        Version version = situation.head().items().stream()
                .filter(item ->
                        item.component().equals(artifact) && item.module().equals(one.module()))
                .map(Item::version)
                .findFirst()
                .orElse(Version.NONE);
        Declaration declaration = new Declaration(one.at(), one.at(), "", "", "", "");
        return new Item(artifact, version, Role.MANAGED, one.module(), "", false, declaration, List.of(), Version.NONE);
    }

    private static Found found(Group group, List<Violation> violations, Situation situation) {
        List<String> artifacts = violations.stream()
                .flatMap(one -> one.artifacts().stream())
                .distinct()
                .toList();
        Finding finding = new Finding(
                StableId.of(
                        Kind.BUILD_POLICY,
                        group.leader().component().purl(),
                        group.place().file(),
                        group.rule() + " " + group.effect()),
                Kind.BUILD_POLICY,
                severity(group.effect()),
                group.effect() == Effect.MAY_FAIL ? Grade.INFERRED : Grade.MEASURED,
                group.place(),
                Reference.NONE,
                Deadline.NONE,
                text(group, violations, situation),
                fix(violations),
                violations.stream()
                        .map(BuildPolicies::evidence)
                        .distinct()
                        .limit(QUOTES)
                        .toList(),
                new Policy(group.rule(), artifacts));
        return Found.of(group.leader(), finding);
    }

    private static Severity severity(Effect effect) {
        return switch (effect) {
            case FAILS -> Severity.BREAKS_BUILD;
            case WARNS -> Severity.INFO;
            case MAY_FAIL -> Severity.CAUTION;
        };
    }

    private static String text(Group group, List<Violation> violations, Situation situation) {
        Violation first = violations.get(0);
        List<String> modules =
                violations.stream().map(Violation::module).distinct().toList();
        List<String> reasons =
                violations.stream().map(Violation::reason).distinct().toList();
        String verb =
                switch (group.effect()) {
                    case FAILS -> " will fail";
                    case WARNS -> " will warn";
                    case MAY_FAIL -> " may fail";
                };
        return group.rule() + verb + " in " + names(modules, situation) + " (" + first.by() + "): " + reasons.get(0)
                + (reasons.size() == 1
                        ? ""
                        : ", and " + (reasons.size() - 1) + " more objection" + (reasons.size() == 2 ? "" : "s"))
                + ".";
    }

    private static String names(List<String> modules, Situation situation) {
        String some = modules.stream()
                .limit(3)
                .map(file -> situation.head().modules().stream()
                        .filter(module -> module.file().equals(file))
                        .map(module -> module.artifact())
                        .findFirst()
                        .orElse(file))
                .collect(Collectors.joining(", "));
        return modules.size() > 3 ? some + " and " + (modules.size() - 3) + " more modules" : some;
    }

    private static String fix(List<Violation> violations) {
        List<String> fixes = violations.stream()
                .map(Violation::fix)
                .filter(fix -> !fix.isEmpty())
                .distinct()
                .toList();
        return fixes.stream().limit(5).collect(Collectors.joining("; "))
                + (fixes.size() > 5 ? "; and " + (fixes.size() - 5) + " more like these" : "");
    }

    private static Evidence evidence(Violation one) {
        return new Evidence(
                "build-policy",
                one.effect() == Effect.MAY_FAIL ? Grade.INFERRED : Grade.MEASURED,
                one.module() + ", " + one.by(),
                "",
                "",
                one.quote());
    }
}
