package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Linkage.Answer;
import io.github.incidentadvisor.evidence.Linkage.Skew;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Dependencies that do not fit each other any more: what production finds out with a NoSuchMethodError. */
public final class VersionSkews implements Rule {
    private static final int NAMED = 3;

    private final Answer linkage;

    /** @param linkage what the comparison of class paths found */
    public VersionSkews(Answer linkage) {
        this.linkage = linkage;
    }

    @Override
    public List<Found> apply(Situation situation) {
        List<Found> found = new ArrayList<>();
        Map<Item, List<Skew>> quiet = new LinkedHashMap<>();
        for (Skew skew : linkage.skews()) {
            Optional<Item> leader = leader(skew, situation);
            if (leader.isEmpty()) {
                continue;
            }
            if (skew.isNew() && skew.severity() != Severity.INFO) {
                found.add(Found.of(leader.get(), finding(skew, leader.get(), situation)));
            } else if (skew.isNew()) {
                quiet.computeIfAbsent(leader.get(), l -> new ArrayList<>()).add(skew);
            }
        }
        quiet.forEach((leader, skews) -> found.add(Found.of(leader, folded(skews, leader))));
        return found;
    }

    /** Who brought it: the change of what is referred to, else of what refers. */
    private static Optional<Item> leader(Skew skew, Situation situation) {
        Optional<Change> change = skew.callee()
                .or(skew::calleeBefore)
                .flatMap(callee -> situation.changeOf(callee.artifact()))
                .or(() -> situation.changeOf(skew.caller().artifact()));
        return Movement.leader(change, situation);
    }

    private static Finding finding(Skew skew, Item leader, Situation situation) {
        String caller = name(skew.caller());
        String callee = skew.callee()
                .map(VersionSkews::name)
                .or(() -> skew.calleeBefore().map(VersionSkews::name))
                .orElse("a jar that is not there");
        String text = skew.callee().isPresent()
                ? caller + " needs of " + callee + " what it has not: "
                : caller + " needs " + callee + ", which is no longer on the class path: ";
        int more = skew.count() - 1;
        return new Finding(
                StableId.of(
                        Kind.VERSION_SKEW,
                        skew.caller().artifact().purl(),
                        leader.declaration().decidedAt().file(),
                        skew.callee()
                                .or(skew::calleeBefore)
                                .map(c -> c.artifact().purl())
                                .orElse("")),
                Kind.VERSION_SKEW,
                skew.severity(),
                Grade.MEASURED,
                leader.declaration().decidedAt(),
                skew.reference(),
                Deadline.NONE,
                text + skew.first().get(0) + (more == 0 ? "." : ", and " + more + " more like it."),
                fix(skew, situation),
                List.of(new Evidence(
                        "linkage",
                        Grade.MEASURED,
                        caller + " against " + callee,
                        "",
                        "",
                        String.join("; ", skew.first()) + " (" + skew.count() + " references, " + skew.reachable()
                                + " in classes that your sources lead to)" + brought(skew.caller(), situation)
                                + skew.callee()
                                        .map(one -> brought(one, situation))
                                        .orElse(""))));
    }

    private static String fix(Skew skew, Situation situation) {
        return skew.callee()
                .flatMap(callee -> holder(callee, situation).or(() -> holder(skew.caller(), situation)))
                .map(holder -> "move " + holder.component().name() + " " + holder.version() + " ("
                        + holder.declaration().decidedAt() + ") along, whose versions do not fit the new ones")
                .orElseGet(() -> "bring " + skew.caller().artifact().name() + " and "
                        + skew.callee()
                                .or(skew::calleeBefore)
                                .map(c -> c.artifact().name())
                                .orElse("what it needs")
                        + " to versions that were released for each other");
    }

    /** The parent, BOM or dependency that gives what stayed behind its version, when it stayed behind itself. */
    private static Optional<Item> holder(Coordinates one, Situation situation) {
        if (situation.changeOf(one.artifact()).isPresent()) {
            return Optional.empty();
        }
        List<Item> head = situation.head().items();
        return head.stream()
                .filter(item -> item.component().equals(one.artifact())
                        && item.version().equals(one.version())
                        && !item.declaration().decidedAt().isKnown())
                .flatMap(item -> head.stream()
                        .filter(owner -> owner.component()
                                        .purl()
                                        .equals(item.declaration().owner())
                                && owner.module().equals(item.module())))
                .filter(owner -> owner.declaration().decidedAt().isKnown()
                        && situation.changeOf(owner.component()).isEmpty())
                .findFirst();
    }

    /** Who has a transitive one on the class path. */
    private static String brought(Coordinates one, Situation situation) {
        return situation.head().items().stream()
                .filter(item ->
                        item.component().equals(one.artifact()) && item.path().size() > 1)
                .findFirst()
                .map(item -> "; " + one.artifact().name() + " comes through " + String.join(" → ", item.path()))
                .orElse("");
    }

    private static Finding folded(List<Skew> skews, Item leader) {
        String pairs = skews.stream()
                .limit(NAMED)
                .map(skew -> name(skew.caller())
                        + skew.callee().map(callee -> " with " + name(callee)).orElse(" without what it names"))
                .collect(Collectors.joining("; "));
        int more = skews.size() - NAMED;
        return new Finding(
                StableId.of(
                        Kind.VERSION_SKEW,
                        leader.component().purl(),
                        leader.declaration().decidedAt().file(),
                        "folded"),
                Kind.VERSION_SKEW,
                Severity.INFO,
                Grade.MEASURED,
                leader.declaration().decidedAt(),
                Reference.NONE,
                Deadline.NONE,
                skews.size() + (skews.size() == 1 ? " pair of jars does" : " pairs of jars do")
                        + " not fit in classes that nothing of yours leads to: " + pairs
                        + (more > 0 ? " and " + more + " more." : "."),
                "",
                List.of(new Evidence(
                        "linkage",
                        Grade.MEASURED,
                        "jars of the class path against each other",
                        "",
                        "",
                        skews.stream()
                                .limit(20)
                                .map(skew -> name(skew.caller()) + ": "
                                        + skew.first().get(0))
                                .collect(Collectors.joining("; ")))));
    }

    private static String name(Coordinates one) {
        return one.artifact().name() + " " + one.version();
    }
}
