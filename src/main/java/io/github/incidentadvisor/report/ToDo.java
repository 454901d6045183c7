package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Task;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What there is to do, each thing once.
 *
 * @param own what the change under review asks for, or all of it where nothing is compared
 * @param elsewhere what is due in the repository with or without that change, and in none of the report's migrations
 * @param carried how much more is due elsewhere, but stands in a migration
 */
record ToDo(List<Task> own, List<Task> elsewhere, int carried) {
    static ToDo of(Report report) {
        Map<String, Task> own = new LinkedHashMap<>();
        Map<String, Task> elsewhere = new LinkedHashMap<>();
        Map<String, Task> carried = new LinkedHashMap<>();
        Set<String> ended = new HashSet<>();
        report.migrations().stream().map(Migration::advisories).forEach(ended::addAll);
        for (Advisory advisory : report.advisories()) {
            Map<String, Task> to = advisory.inChange() ? own : ended.contains(advisory.id()) ? carried : elsewhere;
            advisory.tasks().forEach(task -> to.putIfAbsent(task.id(), task));
        }
        carried.keySet().removeAll(own.keySet());
        elsewhere.keySet().removeAll(own.keySet());
        elsewhere.keySet().removeAll(carried.keySet());
        return new ToDo(List.copyOf(own.values()), List.copyOf(elsewhere.values()), carried.size());
    }

    /** One line about what is due elsewhere; empty when nothing is. */
    String elsewhereInWords() {
        int count = elsewhere.size() + carried;
        return count == 0 ? "" : count + (count == 1 ? " task" : " tasks") + " due elsewhere, in the report";
    }
}
