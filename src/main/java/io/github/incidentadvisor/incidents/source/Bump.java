package io.github.incidentadvisor.incidents.source;

import java.time.LocalDate;
import java.util.List;

/**
 * A commit that moved versions.
 *
 * @param id full hash
 */
record Bump(String id, LocalDate day, String message, List<VersionMove> moves) {
    Bump {
        moves = List.copyOf(moves);
    }

    /** The first line of the message. */
    String subject() {
        return message.lines().findFirst().orElse("").strip();
    }

    /** As people name it. */
    String brief() {
        return id.substring(0, Math.min(9, id.length()));
    }
}
