package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.Progress;
import org.apache.maven.plugin.logging.Log;

/** Progress as lines of Maven's log. */
record MavenProgress(Log log) implements Progress {
    @Override
    public void begins(String what) {
        log.info(what + " …");
    }

    @Override
    public void warns(String message) {
        log.warn(message);
    }
}
