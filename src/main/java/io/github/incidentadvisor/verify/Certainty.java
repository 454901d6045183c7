package io.github.incidentadvisor.verify;

import java.util.Optional;
import java.util.Set;

/** "May" does not become "will", "likely" does not become "is", and what is measured to fail does not become "might". */
final class Certainty implements Check {
    private static final Set<String> DOUBT = Set.of("may", "might", "could", "possibly", "perhaps");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> Support.best(clause, claim.statements()).flatMap(known -> {
            int cited = known.clause().certainty();
            if (clause.certainty() > cited) {
                return Optional.of(known.entry().number() + " is less sure of it");
            }
            boolean early = known.clause().words().contains("will")
                    && clause.saysOneOf(Set.of("was", "were", "been"))
                    && dates(known).isEmpty();
            if (early) {
                return Optional.of(known.entry().number() + " says that it will be, not that it is");
            }
            boolean weakened = clause.saysOneOf(DOUBT)
                    && cited == 3
                    && (clause.has("FAIL") && known.clause().has("FAIL") || clause.has("COMPILE"))
                    && !known.clause().says("condition");
            return weakened ? Optional.of(known.entry().number() + " is surer of it") : Optional.empty();
        }));
    }

    private static java.util.List<Token> dates(Statement known) {
        return known.clause().tokens().stream()
                .filter(token -> token.kind() == Token.Kind.DATE)
                .toList();
    }
}
