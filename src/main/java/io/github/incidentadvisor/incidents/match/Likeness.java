package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.Incident;
import java.util.List;

/**
 * An incident that may repeat, and why we think so.
 *
 * @param score points of all reasons
 * @param bare whether no more speaks for it than that it names what changes and that this failed, as much does
 * @param why one reason each, the weightiest first
 * @param incidentQuote words of the incident, exactly as they stand there
 * @param changeQuote words of the change that match them, exactly as they stand there
 */
public record Likeness(
        Incident incident, double score, boolean bare, List<String> why, String incidentQuote, String changeQuote) {
    public Likeness {
        why = List.copyOf(why);
        if (incidentQuote.isBlank() || changeQuote.isBlank() || !incident.text().contains(incidentQuote)) {
            throw new IllegalArgumentException("no quote, no show: " + incident.id());
        }
    }
}
