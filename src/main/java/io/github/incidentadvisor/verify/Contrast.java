package io.github.incidentadvisor.verify;

import java.util.Optional;

/** Words of which only one can be true of a thing: standard and extended, read and write, the first and the last. */
final class Contrast implements Check {
    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> Closest.to(clause, claim.statements()).flatMap(known -> opposed(clause, known)));
    }

    private static Optional<String> opposed(Clause clause, Statement known) {
        for (Token said : clause.tokens()) {
            if (known.holds(said)) {
                continue;
            }
            Optional<Token> rival = known.clause().tokens().stream()
                    .filter(other -> Lexicon.ENGLISH.areOpposed(said.norm(), other.norm()))
                    .filter(other -> clause.tokens().stream().noneMatch(one -> one.isIn(other)))
                    .findFirst();
            if (rival.isPresent()) {
                return Optional.of("'" + said.text() + "' is said where "
                        + known.entry().number() + " says '" + rival.get().text() + "'");
            }
        }
        return Optional.empty();
    }
}
