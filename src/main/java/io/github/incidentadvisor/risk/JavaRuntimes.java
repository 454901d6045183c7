package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Images, functions and workflows with a Java older than what every module compiles to: none of the project's classes runs there
 * (JVMS 4.1, class file versions). A caution, for what else an image is for is not known.
 */
public final class JavaRuntimes implements Rule {
    private final Lifecycles lifecycles;

    public JavaRuntimes(Lifecycles lifecycles) {
        this.lifecycles = lifecycles;
    }

    @Override
    public List<Found> apply(Situation situation) {
        List<Item> levels = situation.head().items().stream()
                .filter(item ->
                        item.component().equals(Platform.JAVA) && item.module().endsWith("pom.xml"))
                .toList();
        OptionalInt lowest = levels.stream()
                .mapToInt(item -> JavaLevels.number(item.version().text()))
                .min();
        boolean unread =
                situation.head().gaps().stream().anyMatch(gap -> gap.what().endsWith("pom.xml"));
        if (lowest.isEmpty() || lowest.getAsInt() == 0 || unread) {
            return List.of();
        }
        Item level = levels.get(0);
        return situation.head().items().stream()
                .filter(item -> !(item.component() instanceof Component.Artifact))
                .filter(item -> !item.module().endsWith("pom.xml"))
                .flatMap(item -> older(item, lowest.getAsInt()).map(java -> found(situation, level, item, java)))
                .toList();
    }

    private Stream<Integer> older(Item item, int level) {
        return lifecycles.productsOf(item.component(), item.version()).stream()
                .map(at -> JavaLevels.java(
                        at.product().id(),
                        lifecycles
                                .cycleOf(at.product(), at.version())
                                .map(cycle -> cycle.name())
                                .orElse("")))
                .filter(java -> java > 0 && java < level)
                .distinct();
    }

    private static Found found(Situation situation, Item level, Item item, int java) {
        String compiled = level.version().text();
        Item about = situation.changeOf(level.component()).isPresent() ? level : item;
        Finding finding = new Finding(
                StableId.of(Kind.NEEDS_NEWER_JAVA, item.component().purl(), item.module(), String.valueOf(java)),
                Kind.NEEDS_NEWER_JAVA,
                Severity.CAUTION,
                Grade.MEASURED,
                item.declaration().decidedAt(),
                Reference.NONE,
                Deadline.NONE,
                item.component().name() + " " + item.version().brief() + " has Java " + java
                        + ", and every module compiles for " + compiled
                        + " or newer: none of the project's classes runs on it.",
                "move it to Java " + compiled + ", if it is meant to run this project",
                List.of(
                        Evidence.declaration(
                                item.declaration().decidedAt(),
                                item.component().name() + " " + item.version().brief()),
                        Evidence.declaration(level.declaration().decidedAt(), "Java " + compiled)));
        return Found.of(about, finding);
    }
}
