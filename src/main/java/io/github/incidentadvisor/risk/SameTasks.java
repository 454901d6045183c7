package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The same edit in many manifests is one thing to do: nobody ticks a hundred boxes for one search and replace. */
final class SameTasks {
    private static final String PREFIX = Kind.REMOVED_API.prefix() + "-";
    private static final int APART = 3;

    private SameTasks() {}

    /** @param tasks one for each file, in order; those that are not of this sort stay as they are */
    static List<Task> folded(List<Task> tasks, Component about) {
        Map<String, List<Task>> byText = tasks.stream()
                .collect(Collectors.groupingBy(
                        task -> task.id().startsWith(PREFIX) ? task.text() : task.id() + task.place(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byText.values().stream()
                .flatMap(same -> same.size() > APART ? List.of(one(same, about)).stream() : same.stream())
                .toList();
    }

    private static Task one(List<Task> same, Component about) {
        Task first = same.get(0);
        return new Task(
                StableId.of(Kind.REMOVED_API.prefix(), about.purl(), first.text()),
                first.text() + " (here and in " + (same.size() - 1) + " more files)",
                first.place());
    }
}
