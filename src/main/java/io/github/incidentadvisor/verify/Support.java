package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Each clause rests on one statement of what is cited: its facts belong together there, with the same yes or no, and none of
 * them has been put in another's place.
 */
final class Support implements Check {
    private static final double ENOUGH = 0.5;

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> ofClause(claim, clause));
    }

    /** The statement that has most of the clause. */
    static Optional<Statement> best(Clause clause, List<Statement> statements) {
        return statements.stream()
                .filter(statement -> score(clause, statement) > 0)
                .max(Comparator.comparingDouble(statement -> score(clause, statement)));
    }

    private static double score(Clause clause, Statement statement) {
        return clause.tokens().stream()
                .mapToDouble(token ->
                        statement.clauseHolds(token) ? weight(token) : statement.holds(token) ? weight(token) / 2 : 0)
                .sum();
    }

    private static double weight(Token token) {
        return token.isFact() ? 3 : Lexicon.ENGLISH.isPlain(token.text()) ? 0.3 : 1;
    }

    private static Optional<String> ofClause(Claim claim, Clause clause) {
        List<Token> cited = clause.tokens().stream().filter(claim::isCited).toList();
        if (cited.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> first = Optional.empty();
        List<Statement> ranked = claim.statements().stream()
                .sorted(Comparator.comparingDouble(statement -> -score(clause, statement)))
                .toList();
        for (Statement statement : ranked) {
            Optional<String> against = against(claim, clause, cited, statement);
            if (against.isEmpty()) {
                return Optional.empty();
            }
            first = first.or(() -> against);
        }
        return first;
    }

    private static Optional<String> against(Claim claim, Clause clause, List<Token> cited, Statement statement) {
        double held = cited.stream()
                .filter(statement::near)
                .mapToDouble(Support::weight)
                .sum();
        double all = cited.stream().mapToDouble(Support::weight).sum();
        if (held < ENOUGH * all) {
            return Optional.of("its words come from several entries that do not say it together");
        }
        for (Token token : cited) {
            if (!statement.holds(token)) {
                Optional<String> other = misplaced(clause, token, statement);
                if (other.isPresent()) {
                    return other;
                }
            }
        }
        return Polarity.between(clause, statement);
    }

    /** The token is from elsewhere, and the statement has another one in its place. */
    private static Optional<String> misplaced(Clause clause, Token token, Statement statement) {
        return statement.clause().tokens().stream()
                .filter(rival -> rivals(token, rival))
                .filter(rival -> clause.tokens().stream().noneMatch(said -> said.isIn(rival)))
                .findFirst()
                .or(() -> statement.context().stream()
                        .filter(rival -> token.kind() != Kind.ID && token.isFact() && rivals(token, rival))
                        .filter(rival -> clause.tokens().stream().noneMatch(said -> said.isIn(rival)))
                        .findFirst())
                .map(rival -> "'" + token.text() + "' is put where "
                        + statement.entry().number() + " has '" + rival.text() + "'");
    }

    private static boolean rivals(Token token, Token rival) {
        if (token.kind() == Kind.WORD || token.kind() == Kind.NAME) {
            return Lexicon.ENGLISH.areOpposed(token.norm(), rival.norm());
        }
        boolean numbers = token.kind() == Kind.NUMBER && rival.kind() == Kind.VERSION
                || token.kind() == Kind.VERSION && rival.kind() == Kind.NUMBER;
        return token.kind() == rival.kind() || numbers;
    }
}
