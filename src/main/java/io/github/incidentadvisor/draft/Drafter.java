package io.github.incidentadvisor.draft;

/** Whoever words a report when asked. What comes back is somebody's text until it is verified. */
public interface Drafter {
    /**
     * The answer to the prompt.
     *
     * @throws NoDraft when there is none; then the template's words stand
     */
    Reply reply(Prompt prompt);
}
