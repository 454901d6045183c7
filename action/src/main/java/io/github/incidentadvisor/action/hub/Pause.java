package io.github.incidentadvisor.action.hub;

import java.io.InterruptedIOException;
import java.time.Duration;

/** Waits; a spec's does not. */
public interface Pause {
    /** The real one. */
    Pause REAL = time -> {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for GitHub");
        }
    };

    /** Waits for {@code time}. */
    void take(Duration time) throws InterruptedIOException;
}
