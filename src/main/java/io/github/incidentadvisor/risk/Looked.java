package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.util.List;

/**
 * How much of the project's own code was held against a change.
 *
 * @param aside what else it may touch and nobody tried, for a sentence; empty where it is the code
 * @param unread how many of the versions that move have no file that could be read, before or after
 */
record Looked(Coverage coverage, String aside, int unread) {
    static Looked at(Coverage coverage, Subject subject, List<Change> others) {
        return at(coverage, subject.role(), unread(coverage, subject, others));
    }

    /** Plugins and platforms are not on the class path of anything that is compiled. */
    static Looked at(Coverage coverage, Role role, int unread) {
        String aside =
                switch (role) {
                    case PARENT, BOM, DIRECT, MANAGED, TRANSITIVE -> "";
                    case PLUGIN, MANAGED_PLUGIN, PLUGIN_DEPENDENCY, EXTENSION -> "what it does to your build";
                    case PLATFORM -> "what it does where it runs";
                };
        return new Looked(coverage, aside, unread);
    }

    private static int unread(Coverage coverage, Subject subject, List<Change> others) {
        long moved = others.stream()
                .filter(one -> isUnread(coverage, one.component(), one.from(), one.to()))
                .count();
        return (int) moved + (isUnread(coverage, subject.component(), subject.from(), subject.to()) ? 1 : 0);
    }

    private static boolean isUnread(Coverage coverage, Component component, Version from, Version to) {
        return component instanceof Artifact artifact
                && (coverage.unread().contains(new Coordinates(artifact, from))
                        || coverage.unread().contains(new Coordinates(artifact, to)));
    }

    /** Whether all of the code that can be touched was judged in full. */
    boolean isWhole() {
        return aside.isEmpty() && coverage.sources() > 0 && coverage.partly() == 0 && unread == 0;
    }

    /** The end of a sentence, with its full stop. */
    String sentence() {
        if (!aside.isEmpty()) {
            return aside + " was not tried.";
        }
        if (coverage.sources() == 0) {
            return "what it does to your code was not checked.";
        }
        if (coverage.touched() == 0) {
            return "none of your " + sources(coverage.sources()) + " names anything of it" + unheld();
        }
        return coverage.touched() + " of your " + sources(coverage.sources()) + " can be touched and "
                + (coverage.touched() == 1 ? "was" : "were") + " compiled against both"
                + (coverage.partly() == 0 ? "" : ", " + coverage.partly() + " of them in part") + unheld();
    }

    private String unheld() {
        return unread == 0
                ? "."
                : unread == 1
                        ? "; the file of 1 version that moves could not be had."
                        : "; the files of " + unread + " versions that move could not be had.";
    }

    private static String sources(int count) {
        return count == 1 ? "1 source" : count + " sources";
    }
}
