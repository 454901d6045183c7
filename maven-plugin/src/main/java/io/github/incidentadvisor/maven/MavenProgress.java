package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.Progress;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;

/** Progress as lines of Maven's log; said aloud only once somebody could begin to wonder. */
final class MavenProgress implements Progress {
    private static final long PATIENCE = 2_000_000_000L;

    private final Log log;
    private final LongSupplier nanos;
    private final long start;

    MavenProgress(Log log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public void begins(String what) {
        if (nanos.getAsLong() - start > PATIENCE) {
            log.info(what + " …");
        } else {
            log.debug(what);
        }
    }

    @Override
    public void warns(String message) {
        log.warn(message);
    }
}
