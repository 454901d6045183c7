package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.evidence.KubernetesApis;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Task;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a migration is begun from: the tree as it is now, and what the report said.
 *
 * @param advisories those that the migration ends
 * @param today the day to judge by
 */
public record Ground(
        Tree tree,
        Inventory inventory,
        Migration migration,
        List<Advisory> advisories,
        Lifecycles lifecycles,
        KubernetesApis apis,
        LocalDate today) {
    public Ground {
        advisories = List.copyOf(advisories);
    }

    Optional<FileText> file(String path) {
        return FileText.of(tree, path);
    }

    /** The components whose version is decided at a line, each version once. */
    List<Item> decidedAt(Place place) {
        return inventory.items().stream()
                .filter(item -> item.declaration().decidedAt().equals(place))
                .collect(java.util.stream.Collectors.toMap(
                        item -> item.component().purl() + "@" + item.version(),
                        item -> item,
                        (a, b) -> a,
                        java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** What the report has to do at a line. */
    List<Task> tasks(Place place) {
        return migration.tasks().stream()
                .filter(task -> task.place().equals(place))
                .toList();
    }

    /** The task at a line in the report's words; the migration's title when it has none there. */
    String task(Place place) {
        return tasks(place).stream().map(Task::text).findFirst().orElse(migration.title());
    }

    /** Whether the report read this item at the place where it is now; of what it does not tell the version, it may have. */
    boolean isAsReported(Item item, Place place) {
        List<Task> tasks = tasks(place);
        boolean advised = advisories.stream()
                .anyMatch(one ->
                        one.component().equals(item.component()) && one.from().equals(item.version()));
        return advised || tasks.isEmpty() || tasks.stream().anyMatch(task -> isAbout(task.text(), item));
    }

    private static boolean isAbout(String text, Item item) {
        String words = item.component().name() + " " + item.version().brief();
        return Pattern.compile("(?:^|[ ;])" + Pattern.quote(words) + "(?:[:; ]|$)")
                .matcher(text)
                .find();
    }

    /** What the report asks for beside a version at a line that decides these. */
    List<LeftToDo> beside(Place place, List<Item> items) {
        List<LeftToDo> more = new ArrayList<>();
        for (Task task : tasks(place)) {
            boolean all = Stream.of(task.text().split("; "))
                    .allMatch(part -> items.stream().anyMatch(item -> isAbout(part, item)));
            if (!all) {
                more.add(new LeftToDo(place, task.text(), "the version is written; see whether more is asked for"));
            }
        }
        return more;
    }

    /** Tasks that are about none of the migration's lines. */
    List<LeftToDo> elsewhere() {
        return migration.tasks().stream()
                .filter(task -> !migration.places().contains(task.place()))
                .map(task -> new LeftToDo(task.place(), task.text(), ""))
                .toList();
    }
}
