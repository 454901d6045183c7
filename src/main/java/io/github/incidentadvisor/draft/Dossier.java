package io.github.incidentadvisor.draft;

import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that words may be made of: numbered evidence with what code concluded from it, and the tasks that exist.
 *
 * @param asOf the day that relative time counts from
 * @param tasksKnown whether {@code tasks} are all there are; otherwise nothing is known of tasks
 */
public record Dossier(LocalDate asOf, Verdict verdict, List<Entry> entries, List<Task> tasks, boolean tasksKnown) {
    public Dossier {
        entries = List.copyOf(entries);
        tasks = List.copyOf(tasks);
    }

    /**
     * A piece of evidence under its number.
     *
     * @param concluded plain sentences that code wrote from it
     */
    public record Entry(String number, Evidence evidence, List<String> concluded) {
        public Entry {
            concluded = List.copyOf(concluded);
        }
    }

    /** The entry of this number. */
    public Optional<Entry> entry(String number) {
        return entries.stream().filter(entry -> entry.number().equals(number)).findFirst();
    }
}
