package io.github.incidentadvisor.action.issues;

import io.github.incidentadvisor.model.Migration;

/** What one scan does to one issue. */
sealed interface Step {
    /** @param migration what it is about, for who is to be told */
    record Open(Migration migration, String title, String body) implements Step {}

    /**
     * @param title empty where it stays
     * @param comment empty where nobody is to be told
     */
    record Edit(Existing issue, String title, String body, String comment) implements Step {}

    /** @param comment what is new */
    record Reopen(Existing issue, String body, String comment) implements Step {}

    /** @param comment what ended it; empty for one that stands twice */
    record Close(Existing issue, String body, String comment) implements Step {}
}
