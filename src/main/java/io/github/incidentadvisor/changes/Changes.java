package io.github.incidentadvisor.changes;

import io.github.incidentadvisor.changes.Slots.Slot;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Change.Direction;
import io.github.incidentadvisor.model.Version;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between two inventories: each component once for each pair of versions, and what moved it. */
public final class Changes {
    private static final Comparator<Change> ORDER = Comparator.comparing((Change c) -> !c.isDeclared())
            .thenComparing(Change::role)
            .thenComparing(c -> c.component().purl())
            .thenComparing(c -> c.from().text())
            .thenComparing(c -> c.to().text());

    private final Comparator<Version> order;
    private final Slots before;
    private final Slots after;
    private final Set<String> unsureBefore;
    private final Set<String> unsureAfter;

    private Changes(Inventory base, Inventory head, Comparator<Version> order) {
        this.order = order;
        Set<String> own = Stream.of(base, head)
                .flatMap(inventory -> inventory.modules().stream())
                .map(Inventory.Module::ga)
                .collect(Collectors.toSet());
        unsureBefore = base.unsure(head);
        unsureAfter = head.unsure(base);
        before = new Slots(base, own);
        after = new Slots(head, own);
    }

    /**
     * The changes from {@code base} to {@code head}: declared ones first, then by role and purl. The reactor's own modules
     * are no dependencies and never appear. What is there on one side and could not be read on the other is neither new nor gone.
     *
     * @param order how versions of the ecosystem compare
     */
    public static List<Change> between(Inventory base, Inventory head, Comparator<Version> order) {
        return new Changes(base, head, order).all();
    }

    private record Step(Version from, Version to) {}

    private List<Change> all() {
        Map<Change, List<Item>> found = new LinkedHashMap<>();
        Set<Slot> slots = new LinkedHashSet<>(after.all());
        slots.addAll(before.all());
        for (Slot slot : slots) {
            steps(slot).forEach((step, modules) -> {
                List<Item> items = items(slot, step, modules);
                found.put(change(slot, step, items), items);
            });
        }
        Movers movers = new Movers(found);
        List<Change> attributed = found.keySet().stream()
                .map(change -> movedBy(change, movers.of(change)))
                .sorted(ORDER)
                .toList();
        return oneForEachLine(attributed);
    }

    /** What one line of the tree decides is one declared change; the others that it moves are moved by the first. */
    private static List<Change> oneForEachLine(List<Change> changes) {
        Map<Object, Change> first = new HashMap<>();
        Map<String, String> follows = new HashMap<>();
        for (Change change : changes) {
            if (change.isDeclared() && change.declaredAt().isKnown()) {
                Change leader = first.putIfAbsent(List.of(change.declaredAt(), change.from(), change.to()), change);
                if (leader != null && !leader.component().equals(change.component())) {
                    follows.put(change.component().purl(), leader.component().purl());
                }
            }
        }
        return changes.stream()
                .map(change -> {
                    String own = change.component().purl();
                    String mover = change.isDeclared() ? own : change.movedBy();
                    String leader = follows.getOrDefault(mover, change.movedBy());
                    return leader.equals(own) ? change : movedBy(change, leader);
                })
                .sorted(ORDER)
                .toList();
    }

    private Map<Step, Set<String>> steps(Slot slot) {
        Map<String, Item> was = before.of(slot);
        Map<String, Item> is = after.of(slot);
        Map<Step, Set<String>> steps = new LinkedHashMap<>();
        Set<Version> everBefore = versions(was);
        Set<Version> everAfter = versions(is);
        is.forEach((module, item) -> {
            Item old = was.get(module);
            if (old != null && !old.version().equals(item.version())) {
                add(steps, old.version(), item.version(), module);
            } else if (old == null && !everBefore.contains(item.version())) {
                // Where it is new, it stepped from what others had: the tree knew the thing already.
                Version from = everBefore.stream().max(order).orElse(Version.NONE);
                if (from.isKnown() || !unsureBefore.contains(item.module())) {
                    add(steps, from, item.version(), module);
                }
            }
        });
        was.forEach((module, old) -> {
            if (everAfter.isEmpty() && !unsureAfter.contains(old.module())) {
                add(steps, old.version(), Version.NONE, module);
            }
        });
        return steps;
    }

    private static void add(Map<Step, Set<String>> steps, Version from, Version to, String module) {
        steps.computeIfAbsent(new Step(from, to), s -> new TreeSet<>()).add(module);
    }

    private static Set<Version> versions(Map<String, Item> items) {
        return items.values().stream().map(Item::version).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The items that show a step: the head's, or the base's when the head has none. */
    private List<Item> items(Slot slot, Step step, Set<String> modules) {
        Map<String, Item> side = (step.to().isKnown() ? after : before).of(slot);
        return modules.stream()
                .map(side::get)
                .sorted(Comparator.comparing(Item::role))
                .toList();
    }

    private Change change(Slot slot, Step step, List<Item> items) {
        Item item = items.get(0);
        return new Change(
                slot.component(),
                direction(step),
                step.from(),
                step.to(),
                item.role(),
                item.declaration().decidedAt(),
                "",
                item.path(),
                items.stream().map(Item::module).distinct().sorted().toList());
    }

    private static Change movedBy(Change change, String mover) {
        return new Change(
                change.component(),
                change.direction(),
                change.from(),
                change.to(),
                change.role(),
                change.declaredAt(),
                mover,
                change.path(),
                change.modules());
    }

    private Direction direction(Step step) {
        if (!step.from().isKnown()) {
            return Direction.ADDED;
        }
        if (!step.to().isKnown()) {
            return Direction.REMOVED;
        }
        return order.compare(step.from(), step.to()) <= 0 ? Direction.UP : Direction.DOWN;
    }
}
