package io.github.incidentadvisor.model;

/** Something a user can act on; the message says where, what, and what to do. Anything else is a bug. */
public final class AdvisorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AdvisorException(String message) {
        super(message);
    }

    public AdvisorException(String message, Throwable cause) {
        super(message, cause);
    }
}
