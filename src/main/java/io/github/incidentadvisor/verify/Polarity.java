package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is there and what is not, what is on and what is off. */
final class Polarity {
    /** Dates decide whether these hold. */
    private static final Set<String> TIMED = Set.of("SUPPORT", "END");

    private Polarity() {}

    /** A word that the clause affirms and the statement denies, or the other way round. */
    static Optional<String> between(Clause clause, Statement statement) {
        boolean exclusive = statement.clause().words().contains("only");
        for (Token said : clause.tokens()) {
            List<Token> known = statement.clause().tokens().stream()
                    .filter(token -> token.norm().equals(said.norm()))
                    .toList();
            boolean plain = Lexicon.ENGLISH.isPlain(said.text());
            if (said.kind() != Kind.WORD || plain || known.isEmpty() || exclusive || isTimed(said, statement)) {
                continue;
            }
            if (known.stream().noneMatch(token -> token.isPositive() == said.isPositive())) {
                return Optional.of(statement.entry().number() + (said.isPositive() ? " denies '" : " does not deny '")
                        + said.text() + "'");
            }
        }
        return Optional.empty();
    }

    private static boolean isTimed(Token said, Statement statement) {
        boolean dated = statement.clause().tokens().stream().anyMatch(token -> token.kind() == Kind.DATE);
        return dated && TIMED.contains(said.norm());
    }
}
