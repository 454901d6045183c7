package io.github.incidentadvisor.verify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The statement that a clause most likely retells. */
final class Closest {
    private Closest() {}

    /** The statement that has most of the clause, and least beside it. */
    static Optional<Statement> to(Clause clause, List<Statement> statements) {
        return statements.stream()
                .filter(statement -> score(clause, statement) > 0)
                .max(Comparator.comparingDouble((Statement statement) -> score(clause, statement))
                        .thenComparing(statement -> -extra(clause.tokens(), statement)));
    }

    private static double score(Clause clause, Statement statement) {
        return clause.tokens().stream()
                .mapToDouble(token ->
                        Weights.of(token) * (statement.clauseHolds(token) ? 1 : statement.holds(token) ? 0.5 : 0))
                .sum();
    }

    /** How much a statement says beside a text. */
    static long extra(List<Token> text, Statement statement) {
        return statement.clause().tokens().stream()
                .filter(known -> !known.isFact() && !Weights.isPlain(known))
                .filter(known -> text.stream().noneMatch(said -> said.isIn(known)))
                .count();
    }
}
