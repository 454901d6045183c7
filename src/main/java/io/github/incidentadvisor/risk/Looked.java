package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.model.Role;

/**
 * How much of the project's own code was held against a change.
 *
 * @param aside what else it may touch and nobody tried, for a sentence; empty where it is the code
 */
record Looked(Coverage coverage, String aside) {
    /** Plugins and platforms are not on the class path of anything that is compiled. */
    static Looked at(Coverage coverage, Role role) {
        String aside =
                switch (role) {
                    case PARENT, BOM, DIRECT, MANAGED, TRANSITIVE -> "";
                    case PLUGIN, MANAGED_PLUGIN, PLUGIN_DEPENDENCY, EXTENSION -> "what it does to your build";
                    case PLATFORM -> "what it does where it runs";
                };
        return new Looked(coverage, aside);
    }

    /** Whether all of the code that can be touched was judged in full. */
    boolean isWhole() {
        return aside.isEmpty() && coverage.sources() > 0 && coverage.partly() == 0;
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
            return "none of your " + sources(coverage.sources()) + " names anything of it.";
        }
        return coverage.touched() + " of your " + sources(coverage.sources()) + " can be touched and "
                + (coverage.touched() == 1 ? "was" : "were") + " compiled against both"
                + (coverage.partly() == 0 ? "." : ", " + coverage.partly() + " of them in part.");
    }

    private static String sources(int count) {
        return count == 1 ? "1 source" : count + " sources";
    }
}
