package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.Optional;
import java.util.Set;

/** "May" does not become "will", "likely" does not become "is", and what is measured to fail does not become "might". */
final class Certainty implements Check {
    private static final Set<String> DOUBT = Set.of("may", "might", "could", "possibly", "perhaps");
    private static final Set<String> PAST = Set.of("was", "were", "been", "has", "have");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause ->
                strengthened(claim, clause).or(() -> early(claim, clause)).or(() -> weakened(claim, clause)));
    }

    private static Optional<String> strengthened(Claim claim, Clause clause) {
        int told = clause.certainty();
        return claim.restsOn(clause, known -> known.clause().certainty() < told)
                .map(known -> known.entry().number() + " is less sure of it");
    }

    private static Optional<String> early(Claim claim, Clause clause) {
        boolean past = clause.saysOneOf(PAST) && !clause.words().contains("will");
        return past
                ? claim.restsOn(clause, known -> known.clause().words().contains("will") && !isDated(known))
                        .map(known -> known.entry().number() + " says that it will be, not that it is")
                : Optional.empty();
    }

    private static Optional<String> weakened(Claim claim, Clause clause) {
        if (!clause.saysOneOf(DOUBT) || !clause.has("FAIL") && !clause.has("COMPILE")) {
            return Optional.empty();
        }
        return Closest.to(clause, claim.statements())
                .filter(known -> known.clause().certainty() == 3
                        && (clause.has("FAIL") && known.clause().has("FAIL") || clause.has("COMPILE"))
                        && !known.clause().says("condition"))
                .map(known -> known.entry().number() + " is surer of it");
    }

    private static boolean isDated(Statement known) {
        return known.clause().tokens().stream().anyMatch(token -> token.kind() == Kind.DATE);
    }
}
