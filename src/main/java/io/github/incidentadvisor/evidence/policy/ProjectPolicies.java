package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Asked;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Policies;
import io.github.incidentadvisor.model.Gap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The checks of both sides of a change; what both object to is not the change's doing. */
public final class ProjectPolicies implements BuildPolicy {
    private static final List<PolicyRule> RULES = List.of(
            new RequireUpperBoundDeps(),
            new DependencyConvergence(),
            new BannedDependencies(),
            new EnforceBytecodeVersion(),
            new BanDuplicateClasses(),
            new RequireJavaVersion(),
            new DependencyLock(),
            new MissingManagedVersion(),
            new JenkinsCoreVersion(),
            new MovedTool());

    private final Inventory before;
    private final Inventory after;
    private final Artifacts artifacts;
    private final Tree tree;
    private final String java;

    /**
     * @param tree where the sources of the head are
     * @param java version of the Java that runs Maven
     */
    public ProjectPolicies(Tree tree, Inventory before, Inventory after, Artifacts artifacts, String java) {
        this.tree = tree;
        this.before = before;
        this.after = after;
        this.artifacts = artifacts;
        this.java = java;
    }

    @Override
    public Answer compare() {
        Facts is = new Facts(after, before, artifacts, tree, java);
        Facts was = new Facts(before, after, artifacts, tree, java);
        List<Violation> fresh = new ArrayList<>();
        for (PolicyRule rule : RULES) {
            List<Violation> now = rule.judge(is);
            if (!now.isEmpty()) {
                Set<Object> known =
                        rule.judge(was).stream().map(Violation::identity).collect(Collectors.toSet());
                now.stream()
                        .filter(violation -> !known.contains(violation.identity()))
                        .forEach(fresh::add);
            }
        }
        Set<Gap> gaps = new TreeSet<>(is.gaps());
        fresh.removeIf(violation -> unknownBefore(violation, gaps));
        unjudged(gaps);
        gaps.addAll(artifacts.gaps());
        return new Answer(fresh, List.copyOf(gaps));
    }

    /** Whether the base could not be read well enough to say that an objection is new. */
    private boolean unknownBefore(Violation violation, Set<Gap> gaps) {
        Optional<Check> check = before.policies().checks().stream()
                .filter(one ->
                        one.module().equals(violation.module()) && one.rule().equals(violation.rule()))
                .findFirst();
        Optional<Asked.Tree> seen = check.flatMap(before.policies()::tree);
        boolean partly = seen.isPresent() && !seen.get().problems().isEmpty();
        boolean notAtAll = check.isEmpty()
                && before.incomplete().contains(violation.module())
                && before.modules().stream().noneMatch(module -> module.file().equals(violation.module()));
        if (partly || notAtAll) {
            gaps.add(Gap.of(
                    violation.rule() + " in " + violation.module(),
                    "it objects (" + violation.reason() + "), but the base could not be read in full, so that this may"
                            + " be nothing new"));
        }
        return partly || notAtAll;
    }

    private void unjudged(Set<Gap> gaps) {
        Set<String> rules = new TreeSet<>();
        Set<String> modules = new HashSet<>();
        for (Check check : after.policies().checks()) {
            boolean known = Policies.KNOWN.contains(check.rule())
                    || Policies.TOOLS.contains(check.rule())
                    || Policies.INDIFFERENT.contains(check.rule());
            if (!known) {
                rules.add(check.rule());
                modules.add(check.module());
            }
        }
        if (!rules.isEmpty()) {
            gaps.add(Gap.of(
                    "what " + String.join(", ", rules) + (rules.size() == 1 ? " says" : " say"),
                    (rules.size() == 1 ? "this rule" : "these rules") + " of the build (in " + modules.size()
                            + (modules.size() == 1 ? " module) " : " modules) ")
                            + (rules.size() == 1 ? "is" : "are") + " not judged; only a build tells"));
        }
    }
}
