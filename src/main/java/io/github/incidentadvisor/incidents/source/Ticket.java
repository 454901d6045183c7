package io.github.incidentadvisor.incidents.source;

import io.github.incidentadvisor.incidents.Incident;

/** The text of a ticket in the form that post-mortems have, so that one reading serves all. */
final class Ticket {
    private final StringBuilder text = new StringBuilder();

    Ticket(String title) {
        text.append("# ").append(title.replaceAll("\\s+", " ").strip()).append("\n\n");
    }

    /** A field of one line; left out when it is empty. */
    Ticket field(String label, String value) {
        if (!value.isBlank()) {
            text.append("- ")
                    .append(label)
                    .append(": ")
                    .append(value.replaceAll("\\s+", " ").strip())
                    .append('\n');
        }
        return this;
    }

    /** A part with a heading; left out when it is empty. */
    Ticket part(String heading, String content) {
        if (!content.isBlank()) {
            text.append('\n');
            if (!heading.isEmpty()) {
                text.append("## ").append(heading).append('\n');
            }
            text.append(content.strip()).append('\n');
        }
        return this;
    }

    Incident read(String id, String url, String source) {
        Incident read = PostMortem.read(id, url, source, true, text.toString());
        return new Incident(id, read.title(), url, read.date(), source, true, read.sort(), read.text(), read.facts());
    }
}
