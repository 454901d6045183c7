package io.github.incidentadvisor.incidents.recall;

import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report.IncidentsSearched;
import java.util.List;

/**
 * What memory says.
 *
 * @param shown the likeliest first, each incident once; already redacted
 * @param searched how much there was to search
 */
public record Recall(List<Shown> shown, IncidentsSearched searched, List<Gap> gaps) {
    /** Nobody was asked. */
    public static final Recall NOTHING = new Recall(List.of(), IncidentsSearched.NONE, List.of());

    public Recall {
        shown = List.copyOf(shown);
        gaps = List.copyOf(gaps);
    }

    /**
     * An incident that may repeat.
     *
     * @param step the change that it resembles
     * @param revert whether it is a version that was taken back, or a pin, rather than a report of what happened
     * @param duration minutes; 0 when not known
     * @param why one reason each
     * @param incidentQuote the incident's words; empty when its source is private and may not be quoted
     * @param changeQuote the change's words that match them
     * @param openAction what was to be done then and is not marked as done; empty when nothing is known
     */
    public record Shown(
            Step step,
            String id,
            String title,
            String url,
            String date,
            boolean revert,
            long duration,
            double score,
            List<String> why,
            String incidentQuote,
            String changeQuote,
            String openAction) {
        public Shown {
            why = List.copyOf(why);
        }
    }
}
