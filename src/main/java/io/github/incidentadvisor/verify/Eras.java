package io.github.incidentadvisor.verify;

import java.util.Optional;
import java.util.Set;

/** What earlier versions did is not told of the new one, and what is new not of the old ones. */
final class Eras implements Check {
    private static final Set<String> EARLIER = Set.of("earlier", "previously", "formerly", "older", "past");
    private static final Set<String> NOW = Set.of("now", "henceforth", "newly");
    private static final Set<String> PAST = Set.of("was", "were", "had", "did", "been");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> {
            boolean earlier = clause.saysOneOf(EARLIER);
            if (earlier) {
                return Closest.to(clause, claim.statements())
                        .filter(known ->
                                known.clause().saysOneOf(NOW) && !known.clause().saysOneOf(EARLIER))
                        .map(known -> known.entry().number() + " says that it is so now");
            }
            return clause.saysOneOf(PAST)
                    ? Optional.empty()
                    : claim.restsOn(
                                    clause,
                                    known -> known.clause().words().contains("versions")
                                            && known.clause().saysOneOf(EARLIER))
                            .map(known -> known.entry().number() + " says that of earlier versions");
        });
    }
}
