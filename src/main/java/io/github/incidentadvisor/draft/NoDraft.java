package io.github.incidentadvisor.draft;

/** There are no words from the model; the message says why, holds no secret and nothing that the model wrote. */
public final class NoDraft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean tooLong;
    private final int calls;

    public NoDraft(String message) {
        this(message, false, 0);
    }

    private NoDraft(String message, boolean tooLong, int calls) {
        super(message);
        this.tooLong = tooLong;
        this.calls = calls;
    }

    /** The evidence or the answer was longer than the model takes: less evidence may help. */
    public static NoDraft tooLong(String message) {
        return new NoDraft(message, true, 0);
    }

    /** The same after so many requests, which count though they were in vain. */
    public NoDraft after(int requests) {
        return new NoDraft(getMessage(), tooLong, requests);
    }

    /** How many requests were in vain. */
    public int calls() {
        return calls;
    }

    /** Whether less evidence may help. */
    public boolean isTooLong() {
        return tooLong;
    }
}
