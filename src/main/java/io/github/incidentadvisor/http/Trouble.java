package io.github.incidentadvisor.http;

import io.github.incidentadvisor.http.Answer.Reason;

/** Carries an {@link Answer.Failed} up to where the cache may still help. */
final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Trouble(Reason reason, String text) {
        super(text, null, false, false);
        this.reason = reason;
    }

    Answer.Failed failed() {
        return new Answer.Failed(reason, getMessage());
    }
}
