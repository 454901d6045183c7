package io.github.incidentadvisor.model;

import java.util.List;

/**
 * Work that belongs together: one target, one deadline, the places to edit.
 *
 * @param trigger why at all, in one sentence
 * @param advisories ids of the advisories that it ends
 * @param after ids of the migrations that must come first
 */
public record Migration(
        String id,
        String title,
        String trigger,
        Deadline deadline,
        Version target,
        Version longTerm,
        List<Place> places,
        List<String> breaks,
        List<String> advisories,
        List<Task> tasks,
        List<String> after) {
    public Migration {
        places = List.copyOf(places);
        breaks = List.copyOf(breaks);
        advisories = List.copyOf(advisories);
        tasks = List.copyOf(tasks);
        after = List.copyOf(after);
    }
}
