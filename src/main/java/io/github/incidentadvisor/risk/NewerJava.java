package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Linkage.Answer;
import io.github.incidentadvisor.evidence.Linkage.NeedsJava;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Jars of the change whose class files are for a newer Java than the project is built for, or than the JDK that builds it. */
public final class NewerJava implements Rule {
    private static final int NAMED = 3;

    private final Answer linkage;

    /** @param linkage what the comparison of class paths found */
    public NewerJava(Answer linkage) {
        this.linkage = linkage;
    }

    /** What is said once: jars that the same declared change brings and that need the same. */
    private record Together(Item leader, int needed, int has, boolean cannotBuild) {}

    @Override
    public List<Found> apply(Situation situation) {
        Map<Together, List<NeedsJava>> groups = new LinkedHashMap<>();
        for (NeedsJava one : linkage.needsJava()) {
            Movement.leader(situation.changeOf(one.jar().artifact()), situation)
                    .ifPresent(leader -> groups.computeIfAbsent(
                                    new Together(leader, one.needed(), one.has(), one.cannotBuild()),
                                    t -> new ArrayList<>())
                            .add(one));
        }
        return groups.entrySet().stream()
                .map(group -> Found.of(group.getKey().leader(), finding(group.getKey(), group.getValue(), situation)))
                .toList();
    }

    private static Finding finding(Together what, List<NeedsJava> jars, Situation situation) {
        TreeSet<String> names = new TreeSet<>();
        jars.forEach(
                one -> names.add(one.jar().artifact().name() + " " + one.jar().version()));
        TreeSet<String> modules = new TreeSet<>();
        jars.forEach(one -> modules.add(one.module()));
        String subject = some(names) + (names.size() == 1 ? " needs" : " need") + " Java " + what.needed();
        String text = what.cannotBuild()
                ? subject + "; the JDK that runs this build is " + what.has() + " and cannot read "
                        + (names.size() == 1 ? "it." : "them.")
                : subject + "; " + some(modules) + (modules.size() == 1 ? " is" : " are") + " built for Java "
                        + what.has() + ", where loading " + (names.size() == 1 ? "it" : "them")
                        + " ends in UnsupportedClassVersionError.";
        Optional<Place> level = level(modules.first(), situation);
        String fix = what.cannotBuild()
                ? "build with JDK " + what.needed() + " or newer first"
                : "raise the Java level to " + what.needed() + " first, here and wherever it runs"
                        + level.map(place -> " (" + place + ")").orElse("");
        return new Finding(
                StableId.of(
                        Kind.NEEDS_NEWER_JAVA,
                        what.leader().component().purl(),
                        what.leader().declaration().decidedAt().file(),
                        what.needed() + (what.cannotBuild() ? " build" : "")),
                Kind.NEEDS_NEWER_JAVA,
                what.cannotBuild() ? Severity.BREAKS_BUILD : Severity.BREAKS_RUNTIME,
                Grade.MEASURED,
                what.leader().declaration().decidedAt(),
                Reference.NONE,
                Deadline.NONE,
                text,
                fix,
                List.of(new Evidence(
                        "class-files",
                        Grade.MEASURED,
                        some(names),
                        "",
                        "",
                        "class files of major version " + (what.needed() + 44) + ", Java " + what.needed())));
    }

    private static Optional<Place> level(String module, Situation situation) {
        return situation.head().items().stream()
                .filter(item ->
                        item.component().equals(Platform.JAVA) && item.module().equals(module))
                .map(item -> item.declaration().decidedAt())
                .filter(Place::isKnown)
                .findFirst();
    }

    private static String some(TreeSet<String> names) {
        String first = String.join(", ", names.stream().limit(NAMED).toList());
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }
}
