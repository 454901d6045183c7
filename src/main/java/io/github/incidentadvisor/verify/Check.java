package io.github.incidentadvisor.verify;

import java.util.Optional;

/** One reason not to say a sentence. */
interface Check {
    /** Why not; empty when this check has nothing against it. */
    Optional<String> objection(Claim claim);
}
