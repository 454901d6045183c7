package io.github.incidentadvisor.draft;

/** There are no words from the model; the message says why, holds no secret and nothing that the model wrote. */
public final class NoDraft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean tooLong;

    public NoDraft(String message) {
        this(message, false);
    }

    private NoDraft(String message, boolean tooLong) {
        super(message);
        this.tooLong = tooLong;
    }

    /** The evidence or the answer was longer than the model takes: less evidence may help. */
    public static NoDraft tooLong(String message) {
        return new NoDraft(message, true);
    }

    /** Whether less evidence may help. */
    public boolean isTooLong() {
        return tooLong;
    }
}
