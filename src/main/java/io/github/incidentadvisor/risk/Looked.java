package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.model.Role;

/** How much of the project's own code was held against a change. */
record Looked(Coverage coverage, boolean concernsCode) {
    /** Plugins and platforms are not on the class path of anything that is compiled. */
    static Looked at(Coverage coverage, Role role) {
        boolean code =
                switch (role) {
                    case PARENT, BOM, DIRECT, MANAGED, TRANSITIVE -> true;
                    case PLUGIN, MANAGED_PLUGIN, PLUGIN_DEPENDENCY, EXTENSION, PLATFORM -> false;
                };
        return new Looked(coverage, code);
    }

    /** Whether all of the code that can be touched was judged in full. */
    boolean isWhole() {
        return concernsCode && coverage.sources() > 0 && coverage.partly() == 0;
    }

    /** The end of a sentence, with its full stop. */
    String sentence() {
        if (!concernsCode) {
            return "what it does to your build was not tried.";
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
