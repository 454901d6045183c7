package io.github.incidentadvisor.incidents;

import io.github.incidentadvisor.incidents.text.Span;

/**
 * Something that an incident's text says about itself, with the words that say it.
 *
 * @param value in our form where there is one: an ISO day for dates, minutes for durations, {@code name from to} for components
 * @param span where the text says so
 */
public record Fact(Kind kind, String value, Span span) {
    /** What it tells. */
    public enum Kind {
        TITLE,
        DATE,
        STARTED,
        DETECTED,
        RESOLVED,
        DURATION,
        SEVERITY,
        STATUS,
        SERVICE,
        COMPONENT,
        SUMMARY,
        TRIGGER,
        CAUSE,
        REMEDY,
        /** Something that was to be done and is not marked as done. */
        OPEN_ACTION,
        /** Something that was to be done and is marked as done. */
        DONE_ACTION
    }
}
