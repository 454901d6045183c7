package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.risk.Rule.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which migration comes before which: a newer Java before what needs it; objects that a cluster refuses before the cluster; a parent
 * before a BOM of the same module, since it may bring the newer one; a pin goes before what it pins moves. Beside that the nearest
 * deadline first, then what is gravest, then what has hurt before.
 */
final class Sequence {
    private static final Comparator<Migration> ORDER = Comparator.comparing(
                    (Migration one) -> !one.isUrgentWithoutDay())
            .thenComparing(Migration::deadline)
            .thenComparing(Migration::kind)
            .thenComparing(migration -> migration.incidents().isEmpty())
            .thenComparing(Migration::title)
            .thenComparing(Migration::id);

    private Sequence() {}

    /** A migration and what it was made of. */
    record Entry(MigrationStep step, Migration migration) {}

    static List<Migration> of(List<Entry> entries, Inventory head) {
        List<Migration> all = new ArrayList<>();
        for (Entry one : entries) {
            List<String> after = entries.stream()
                    .filter(other -> other != one && isBefore(other.step(), one.step(), head))
                    .map(other -> other.migration().id())
                    .distinct()
                    .sorted()
                    .toList();
            all.add(with(one.migration(), after));
        }
        return inOrder(all);
    }

    /** Nothing stands before what it comes after; where two wait for each other the order of deadlines decides. */
    static List<Migration> inOrder(List<Migration> migrations) {
        List<Migration> left = new ArrayList<>(migrations.stream().sorted(ORDER).toList());
        List<Migration> sorted = new ArrayList<>();
        Set<String> waiting = new HashSet<>();
        left.forEach(one -> waiting.add(one.id()));
        while (!left.isEmpty()) {
            Migration next = left.stream()
                    .filter(one -> one.after().stream().noneMatch(waiting::contains))
                    .findFirst()
                    .orElse(left.get(0));
            left.remove(next);
            waiting.remove(next.id());
            sorted.add(with(
                    next,
                    next.after().stream().filter(id -> !waiting.contains(id)).toList()));
        }
        return sorted;
    }

    private static boolean isBefore(MigrationStep first, MigrationStep then, Inventory head) {
        if (then.move().java() > 0 && first.move().theme().equals("java")) {
            return true;
        }
        boolean cluster = EndingWords.isCluster(then.move().theme());
        if (cluster && first.leader().finding().kind() == Finding.Kind.REMOVED_API) {
            return true;
        }
        Set<String> parents = modules(first, Role.PARENT, head);
        return modules(then, Role.BOM, head).stream().anyMatch(parents::contains);
    }

    /** Modules that have what moves in this role. */
    private static Set<String> modules(MigrationStep step, Role role, Inventory head) {
        Set<String> purls = new HashSet<>();
        step.group().all().stream()
                .map(Found::about)
                .filter(item -> item.role() == role)
                .forEach(item -> purls.add(item.component().purl()));
        step.carrier()
                .filter(item -> item.role() == role)
                .ifPresent(item -> purls.add(item.component().purl()));
        Set<String> modules = new HashSet<>();
        head.items().stream()
                .filter(item ->
                        item.role() == role && purls.contains(item.component().purl()))
                .map(Item::module)
                .forEach(modules::add);
        return modules;
    }

    private static Migration with(Migration one, List<String> after) {
        return one.after().equals(after) ? one : one.after(after);
    }
}
