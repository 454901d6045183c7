package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A dependency that needs of another what that one has not in the version that is on the class path.
 *
 * @param caller what refers, on the new class path
 * @param callerBefore the same on the old class path; empty when it is new there
 * @param callee what is referred to, on the new class path; empty when it left
 * @param calleeBefore the same on the old class path; empty when it is new
 * @param isNew whether the change brings it; else the old class path has the same trouble
 * @param count references that fail
 * @param reachable those of them that stand in classes which the project's own classes lead to, by way of references and of lists of
 *     services; a class that is reachable need not be used
 * @param first a few of them, reachable ones first
 * @param severity what it deserves: breaks at run time when it is new and reachable
 */
public record Skew(
        Coordinates caller,
        Optional<Coordinates> callerBefore,
        Optional<Coordinates> callee,
        Optional<Coordinates> calleeBefore,
        boolean isNew,
        int count,
        int reachable,
        List<Break> first,
        Severity severity) {
    public Skew {
        first = List.copyOf(first);
    }

    /** Whether anything of it can be reached from the project's own classes. */
    public boolean isReachable() {
        return reachable > 0;
    }
}
