package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every version, number, date, identifier, place and name stands in what is cited, or follows from it by counting. */
final class Facts implements Check {
    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> {
            for (int i = 0; i < clause.tokens().size(); i++) {
                Token token = clause.tokens().get(i);
                boolean named = token.isFact() || token.kind() == Kind.NAME;
                boolean spans = token.kind() == Kind.NUMBER && Span.at(clause, i) != null;
                if (spans && !Days.follows(claim, clause, i) && !Counts.isTold(claim, clause, i)) {
                    return Optional.of("no cited entry gives '" + token.text() + "' of these");
                }
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
        return Days.follows(claim, clause, at) || Sums.follows(claim, clause, token);
    }

    /**
     * What is declared at a cited line, or goes between cited versions, has its name from another entry about that line or
     * version.
     */
    private static boolean isNameOfPlace(Claim claim, Token token) {
        return (token.kind() == Kind.NAME || token.kind() == Kind.ID)
                && claim.dossier().entries().stream()
                        .anyMatch(entry -> claim.cited().stream().anyMatch(cited -> names(entry, token, cited)));
    }

    private static boolean names(Entry entry, Token name, Entry cited) {
        List<Statement> saying = Statement.of(entry).stream()
                .filter(statement -> statement.holds(name))
                .toList();
        if (cited.evidence().source().equals(entry.evidence().source())) {
            return !saying.isEmpty();
        }
        return cited.evidence().kind().equals("change")
                && versions(cited).anyMatch(version -> saying.stream()
                        .flatMap(known -> known.clause().tokens().stream())
                        .anyMatch(known -> known.kind() == Kind.VERSION && known.isIn(version)));
    }

    private static Stream<Token> versions(Entry entry) {
        return Statement.of(entry).stream()
                .flatMap(known -> known.clause().tokens().stream())
                .filter(token -> token.kind() == Kind.VERSION);
    }
}
