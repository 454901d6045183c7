package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.Optional;

/** Every version, number, date, identifier, place and name stands in what is cited, or follows from it by counting. */
final class Facts implements Check {
    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> {
            for (int i = 0; i < clause.tokens().size(); i++) {
                Token token = clause.tokens().get(i);
                boolean named = token.isFact() || token.kind() == Kind.NAME;
                if (named && !claim.isCited(token) && !follows(claim, clause, i) && !isNameOfPlace(claim, token)) {
                    return Optional.of("no cited entry has '" + token.text() + "'");
                }
            }
            return Optional.empty();
        });
    }

    private static boolean follows(Claim claim, Clause clause, int at) {
        Token token = clause.tokens().get(at);
        if (token.kind() != Kind.NUMBER) {
            return false;
        }
        return Days.follows(claim, clause, at) || counts(claim, token);
    }

    /** What is declared at a cited line has its name from there. */
    private static boolean isNameOfPlace(Claim claim, Token token) {
        return token.kind() == Kind.NAME
                && claim.dossier().entries().stream()
                        .filter(entry -> claim.cited().stream().anyMatch(cited -> cited.evidence()
                                .source()
                                .equals(entry.evidence().source())))
                        .flatMap(entry -> Statement.of(entry).stream())
                        .anyMatch(statement -> statement.holds(token));
    }

    /** As many as there are places in what is cited. */
    private static boolean counts(Claim claim, Token token) {
        long places = claim.statements().stream()
                .flatMap(statement -> statement.clause().tokens().stream())
                .filter(one -> one.kind() == Kind.PLACE)
                .map(Token::norm)
                .distinct()
                .count();
        return places > 1 && token.norm().equals(String.valueOf(places));
    }
}
