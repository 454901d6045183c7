package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A value or name belongs to what is said around it: nothing else that is cited fits these words better. Two that have changed
 * places fit each other's words better than their own.
 */
final class Binding implements Check {
    private static final double CLEARLY = 0.65;
    private static final double TOGETHER = 3;
    private static final double ELSEWHERE = 1.2;

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> claim.isTask(clause) ? Optional.<String>empty() : ofClause(claim, clause));
    }

    private static Optional<String> ofClause(Claim claim, Clause clause) {
        List<Token> text = claim.around(clause);
        for (Token token : clause.tokens()) {
            if (Weights.isName(token) && claim.isCited(token)) {
                Optional<String> better = better(claim, text, text.lastIndexOf(token));
                if (better.isPresent()) {
                    return better;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> better(Claim claim, List<Token> text, int at) {
        Token token = text.get(at);
        double own = Weights.best(claim, text, at, List.of(), token);
        List<String> homes = claim.statements().stream()
                .filter(known -> known.holds(token))
                .map(known -> known.entry().number())
                .toList();
        boolean moves = claim.clauses().stream().anyMatch(one -> one.has("MOVE"))
                && claim.statements().stream()
                        .anyMatch(known -> known.clauseHolds(token)
                                && known.entry().evidence().kind().equals("change"));
        for (Statement statement : claim.statements()) {
            if (moves && !homes.contains(statement.entry().number())) {
                continue;
            }
            boolean newest = statement.isOfList()
                    && statement.clause().has("NEWEST")
                    && text.stream().noneMatch(one -> one.norm().equals("NEWEST"));
            for (Token rival : newest ? List.<Token>of() : statement.clause().tokens()) {
                boolean elsewhere =
                        Rivals.are(token, rival) && countsAlike(text, at, statement, rival) && !claim.isSaid(rival);
                if (elsewhere
                        && !RightPlace.holds(claim, text, at, statement, rival)
                        && (Weights.fit(text, at, List.of(), statement, rival) > own + margin(token, statement, homes)
                                || isPlainer(claim, text, at, statement, rival, own))) {
                    return Optional.of("'" + token.text() + "' is put where "
                            + statement.entry().number() + " has '" + rival.text() + "'");
                }
            }
        }
        return Optional.empty();
    }

    /** What another entry tells, or the same clause of it, is nearer by chance. */
    private static double margin(Token token, Statement statement, List<String> homes) {
        return statement.clauseHolds(token)
                ? TOGETHER
                : homes.contains(statement.entry().number()) || statement.isOfList() ? CLEARLY : ELSEWHERE;
    }

    /** Numbers compete where they count the same. */
    private static boolean countsAlike(List<Token> text, int at, Statement statement, Token rival) {
        if (text.get(at).kind() != Kind.NUMBER) {
            return true;
        }
        List<Token> known = statement.clause().tokens();
        int there = known.indexOf(rival);
        return at + 1 < text.size()
                && known.subList(there + 1, Math.min(known.size(), there + 3)).stream()
                        .anyMatch(next -> text.subList(at + 1, Math.min(text.size(), at + 3)).stream()
                                .anyMatch(said -> said.isIn(next)));
    }

    /** In a list of values, another one fits as well and has less beside it. */
    private static boolean isPlainer(
            Claim claim, List<Token> text, int at, Statement statement, Token rival, double own) {
        if (!statement.isOfList() || Weights.fit(text, at, List.of(), statement, rival) < own - 0.1) {
            return false;
        }
        return claim.statements().stream()
                .filter(known -> known.entry().equals(statement.entry()) && known.clauseHolds(text.get(at)))
                .anyMatch(known -> Closest.extra(text, statement) < Closest.extra(text, known));
    }
}
