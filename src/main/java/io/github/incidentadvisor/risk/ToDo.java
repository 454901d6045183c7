package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.risk.Rule.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a step asks for, line by line.
 *
 * @param breaks what stops with it, so that it has to be mended before
 */
record ToDo(List<Place> places, List<String> breaks, List<Task> tasks) {
    static ToDo of(MigrationStep step) {
        Map<Place, String> places = new TreeMap<>();
        List<String> breaks = new ArrayList<>();
        List<Found> all = step.group().all();
        String what = step.to().isEmpty() ? "" : "move to " + step.move().name() + " " + step.to();
        all.forEach(one -> moves(one, step, what, places, breaks));
        step.carrier().ifPresent(item -> add(places, item.declaration().decidedAt(), carries(item)));
        List<Task> tasks = new ArrayList<>();
        if (step.move().java() > 0) {
            String first = "first move to Java " + step.move().java() + ": "
                    + step.move().name() + " " + step.to() + " needs it";
            tasks.add(task(step, Place.NONE, first));
        }
        places.forEach((place, text) -> tasks.add(task(step, place, text)));
        brought(step).forEach((text, place) -> tasks.add(task(step, place, text)));
        return new ToDo(List.copyOf(places.keySet()), breaks.stream().distinct().toList(), apart(tasks));
    }

    /** The same step at several lines of a file is several boxes to tick; lines move, so that they are told apart by their order. */
    private static List<Task> apart(List<Task> tasks) {
        Map<String, Integer> seen = new HashMap<>();
        return tasks.stream()
                .map(task -> {
                    int before = seen.merge(task.id(), 1, Integer::sum) - 1;
                    return before == 0
                            ? task
                            : new Task(
                                    StableId.of("mig", task.id(), String.valueOf(before)), task.text(), task.place());
                })
                .toList();
    }

    private static Task task(MigrationStep step, Place place, String text) {
        return new Task(StableId.of("mig", step.id(), place.file(), text), text, place);
    }

    private static void moves(
            Found one, MigrationStep step, String what, Map<Place, String> places, List<String> breaks) {
        boolean same = one.move().theme().equals(step.move().theme());
        if (!same && !one.finding().fix().isEmpty()) {
            Place at = one.finding().place();
            // Where the step itself edits the line, another way out of the same line is no second task.
            if (at.isKnown() && !isPart(at, step)) {
                add(places, at, one.finding().fix());
            }
            return;
        }
        if (MigrationStep.isPin(one)) {
            add(places, one.finding().place(), one.finding().fix());
            return;
        }
        for (Move.Part part : one.move().parts()) {
            String todo = part.todo().isEmpty() ? what : part.todo();
            add(places, part.place(), part.what() + (todo.isEmpty() ? "" : ": " + todo) + until(one, part, step));
            if (!part.todo().isEmpty()) {
                breaks.add(part.place() + " " + part.what());
            }
        }
    }

    private static boolean isPart(Place place, MigrationStep step) {
        return step.group().all().stream()
                .filter(one -> one.move().theme().equals(step.move().theme()) && !MigrationStep.isPin(one))
                .flatMap(one -> one.move().parts().stream())
                .anyMatch(part -> part.place().equals(place));
    }

    private static void add(Map<Place, String> places, Place place, String text) {
        places.merge(place, text, (a, b) -> a.contains(b) ? a : a + "; " + b);
    }

    /** What several findings would move has no date of its own. */
    private static String until(Found one, Move.Part part, MigrationStep step) {
        Deadline own = one.finding().deadline();
        long by = step.group().all().stream()
                .filter(other -> other.move().parts().contains(part))
                .count();
        return by == 1 && own.isKnown() && !own.equals(step.deadline()) ? " (by " + own.on() + ")" : "";
    }

    private static String carries(Item item) {
        return item.component().name() + " " + item.version().brief() + ": move to a newer one";
    }

    /** What no line of the project decides has to arrive with what brings it. */
    private static Map<String, Place> brought(MigrationStep step) {
        Map<String, Place> tasks = new LinkedHashMap<>();
        Place at = step.carrier()
                .map(item -> item.declaration().decidedAt())
                .orElse(step.leader().finding().place());
        step.group().all().stream()
                .filter(one -> !one.finding().place().isKnown())
                .map(one -> one.finding().fix())
                .filter(fix -> !fix.isEmpty())
                .forEach(fix -> tasks.putIfAbsent("see that it does: " + fix, at));
        return tasks;
    }
}
