package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Draft;
import java.util.List;

/** A draft after the checks. */
public record Verified(List<Draft.Sentence> said, List<Dropped> dropped) {
    public Verified {
        said = List.copyOf(said);
        dropped = List.copyOf(dropped);
    }

    /** A sentence that is not said, and the first reason why. */
    public record Dropped(String text, String why) {}
}
