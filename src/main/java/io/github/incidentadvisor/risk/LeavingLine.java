package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.KubernetesApis;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.LinesInUse.Key;
import io.github.incidentadvisor.risk.LinesInUse.Line;
import io.github.incidentadvisor.risk.LinesInUse.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What goes with leaving a release line that ends.
 *
 * @param apis what a step of a cluster's version stops
 */
record LeavingLine(Situation situation, LinesInUse inUse, KubernetesApis apis) {
    /** What has to move with this line: its own places, and for Java whatever else would stay behind the target. */
    Move move(Line line, List<Use> all, Version smallest) {
        String id = line.product().id();
        if (EndingWords.isCluster(id)) {
            List<Move.Part> parts = new ArrayList<>(parts(all.stream()));
            parts.addAll(clusterStep(line, all, smallest).parts());
            return new Move(id, line.product().label(), line.cycle().name(), smallest.text(), parts);
        }
        int java = JavaLevels.java(id, smallest.text());
        if (java == 0) {
            String name = line.product().label();
            return new Move(id, name, line.cycle().name(), smallest.text(), parts(all.stream()));
        }
        Stream<Use> behind = inUse.uses().entrySet().stream()
                .filter(entry -> {
                    Key key = entry.getKey();
                    int level = JavaLevels.java(key.product(), key.cycle());
                    return level > 0 && level < java;
                })
                .flatMap(entry -> entry.getValue().stream());
        int from = JavaLevels.java(id, line.cycle().name());
        return new Move("java", "Java", String.valueOf(from), String.valueOf(java), parts(behind));
    }

    /** What a cluster that takes the step stops; nothing for what is no cluster. */
    ClusterStep clusterStep(Line line, List<Use> all, Version smallest) {
        return EndingWords.isCluster(line.product().id())
                ? ClusterStep.of(
                        situation.head(),
                        all.stream().map(Use::item).toList(),
                        apis,
                        KubernetesRelease.of(line.cycle().name()),
                        KubernetesRelease.of(smallest.text()))
                : ClusterStep.NONE;
    }

    private static List<Move.Part> parts(Stream<Use> uses) {
        return uses.filter(Use::isDeclared)
                .map(Use::item)
                .map(item -> new Move.Part(
                        item.declaration().decidedAt(),
                        item.component().name() + " " + item.version().brief()))
                .distinct()
                .sorted(Comparator.comparing(Move.Part::place).thenComparing(Move.Part::what))
                .toList();
    }
}
