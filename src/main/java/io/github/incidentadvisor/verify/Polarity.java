package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is there and what is not, what is on and what is off. */
final class Polarity {
    /** Dates decide whether these hold. */
    private static final Set<String> TIMED = Set.of("SUPPORT", "END");

    /** "Without the pin it would be" says that the pin is there. */
    private static final Set<String> SUPPOSING = Set.of("would", "could", "might");

    private static final Token RESTORED = new Token(Kind.WORD, "restore", "RESTORE", 1, false);

    private Polarity() {}

    /** A word that the clause affirms and the statement denies, or the other way round. */
    static Optional<String> between(Clause clause, Statement statement) {
        boolean restored = clause.has("RESTORE") && statement.near(RESTORED);
        if (restored) {
            return Optional.empty();
        }
        boolean exclusive = statement.clause().words().contains("only");
        for (Token said : clause.tokens()) {
            List<Token> known = statement.clause().tokens().stream()
                    .filter(token -> token.norm().equals(said.norm()))
                    .toList();
            boolean plain = Lexicon.ENGLISH.isIn("nouns", said.text());
            boolean supposed = said.negated() && clause.words().contains("without") && clause.saysOneOf(SUPPOSING);
            if (said.kind() != Kind.WORD || supposed || plain || known.isEmpty() || exclusive || isTimed(said, statement)) {
                continue;
            }
            if (known.stream().noneMatch(token -> token.isPositive() == said.isPositive())) {
                return Optional.of(statement.entry().number() + (said.isPositive() ? " denies '" : " does not deny '")
                        + said.text() + "'");
            }
        }
        return Optional.empty();
    }

    /** The same for one word, wherever it is cited. */
    static Optional<String> of(Token said, List<Statement> statements) {
        if (said.kind() != Kind.WORD || Lexicon.ENGLISH.isIn("nouns", said.text())) {
            return Optional.empty();
        }
        List<Statement> with = statements.stream()
                .filter(statement -> statement.clause().has(said.norm()) && !isTimed(said, statement))
                .toList();
        boolean agrees = with.isEmpty()
                || with.stream()
                        .flatMap(statement -> statement.clause().tokens().stream())
                        .anyMatch(token -> token.norm().equals(said.norm()) && token.isPositive() == said.isPositive());
        return agrees
                ? Optional.empty()
                : Optional.of(with.get(0).entry().number() + " says the opposite of '" + said.text() + "'");
    }

    private static boolean isTimed(Token said, Statement statement) {
        boolean dated = statement.clause().tokens().stream().anyMatch(token -> token.kind() == Kind.DATE);
        return dated && TIMED.contains(said.norm());
    }
}
