package io.github.incidentadvisor.draft;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Prose;

/** Words an advisory. Every sentence cites evidence that the advisory already holds. */
public interface Drafter {
    /** The words for {@code advisory}; its present prose is not looked at. */
    Prose draft(Advisory advisory);
}
