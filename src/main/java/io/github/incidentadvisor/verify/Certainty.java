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
        return claim.firstOf(clause -> strengthened(claim, clause)
                .or(() -> surer(claim, clause))
                .or(() -> early(claim, clause))
                .or(() -> weakened(claim, clause)));
    }

    private static Optional<String> strengthened(Claim claim, Clause clause) {
        int told = clause.certainty();
        return isRange(claim, clause)
                ? Optional.empty()
                : claim.restsOn(clause, known -> known.clause().certainty() < told && !known.isTask())
                        .map(known -> known.entry().number() + " is less sure of it");
    }

    /** The statement that the clause most likely retells doubts it. */
    private static Optional<String> surer(Claim claim, Clause clause) {
        if (claim.isTask(clause) || isRange(claim, clause)) {
            return Optional.empty();
        }
        return Closest.to(clause, claim.statements())
                .filter(known -> !known.isTask())
                .filter(known -> known.clause().certainty() < clause.certainty())
                .filter(known -> clause.tokens().stream()
                                .filter(token -> !Weights.isPlain(token) && known.clauseHolds(token))
                                .count()
                        > 1)
                .map(known -> known.entry().number() + " is less sure of it");
    }

    /** Which versions an advisory is about is no guess, whatever it says of what may happen. */
    private static boolean isRange(Claim claim, Clause clause) {
        return clause.has("AFFECT")
                && claim.cited().stream()
                        .anyMatch(entry ->
                                Lexicon.ENGLISH.isImplied(entry.evidence().kind(), "AFFECT"));
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
