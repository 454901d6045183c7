package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who does what, and to which value: around a word that says what happens stand the same things as in the statement that says
 * so. Only things that the evidence names elsewhere count; other words may be other words for the same.
 */
final class Slots implements Check {
    private static final Set<String> BEING = Set.of("is", "are", "was", "were", "be", "been", "being", "gets", "got");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> claim.isTask(clause) ? Optional.empty() : ofClause(claim, clause));
    }

    private static Optional<String> ofClause(Claim claim, Clause clause) {
        for (int i = 0; i < clause.tokens().size(); i++) {
            Token does = clause.tokens().get(i);
            if (does.negated() && clause.words().contains("without")
                    || does.kind() != Kind.WORD
                    || !Lexicon.ENGLISH.isIn("strong", does.norm()) && !Lexicon.ENGLISH.isIn("acting", does.norm())) {
                continue;
            }
            int at = i;
            List<Statement> all = claim.statements().stream()
                    .filter(known -> known.clause().has(does.norm()) && !known.isOfList())
                    .toList();
            List<Statement> same = all.stream()
                    .filter(known -> known.clause().tokens().stream()
                            .anyMatch(token ->
                                    token.text().equals(does.text()) && token.isPositive() == does.isPositive()))
                    .toList();
            List<Statement> saying = same.isEmpty() ? all : same;
            Optional<String> first = saying.isEmpty() ? Optional.empty() : against(claim, clause, at, saying.get(0));
            boolean everywhere = saying.stream()
                    .allMatch(known -> against(claim, clause, at, known).isPresent());
            if (first.isPresent() && everywhere) {
                return first;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> against(Claim claim, Clause clause, int at, Statement known) {
        Token does = clause.tokens().get(at);
        List<Token> tokens = known.clause().tokens();
        int there = tokens.stream().map(Token::norm).toList().indexOf(does.norm());
        return needs(clause, at, known)
                .or(() -> who(claim, clause, at, known, there))
                .or(() -> value(clause, at, known));
    }

    /** The one who does it is in the evidence, but not in what it says of this, where somebody else does it. */
    private static Optional<String> who(Claim claim, Clause clause, int at, Statement known, int there) {
        Token said = before(clause.tokens(), at);
        Token told = before(known.clause().tokens(), there);
        if (said == null || told == null || isPassive(clause) != isPassive(known.clause())) {
            return Optional.empty();
        }
        boolean elsewhere = claim.isNear(said) && !known.holds(said);
        boolean left = clause.tokens().stream().noneMatch(one -> one.isIn(told));
        return elsewhere && left
                ? Optional.of(
                        "'" + said.text() + "' is said where " + known.entry().number() + " says '" + told.text() + "'")
                : Optional.empty();
    }

    /** What is required does not require. */
    private static Optional<String> needs(Clause clause, int at, Statement known) {
        Token does = clause.tokens().get(at);
        if (!does.norm().equals("NEED") || isPassive(clause)) {
            return Optional.empty();
        }
        List<Token> who = clause.tokens().subList(0, at).stream()
                .filter(token -> token.kind() == Kind.NAME)
                .toList();
        List<Token> what = clause.tokens().subList(at + 1, clause.tokens().size()).stream()
                .filter(token -> token.kind() == Kind.NAME)
                .toList();
        boolean turned = !who.isEmpty()
                && !what.isEmpty()
                && who.stream().allMatch(known::clauseHolds)
                && what.stream().noneMatch(known::clauseHolds)
                && what.stream().anyMatch(known::holds);
        return turned
                ? Optional.of("in " + known.entry().number() + " '" + who.get(0).text() + "' is what is needed")
                : Optional.empty();
    }

    private static Token before(List<Token> tokens, int at) {
        for (int i = at - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            boolean thing = token.kind() == Kind.NAME
                    || token.kind() == Kind.ID
                    || token.kind() == Kind.WORD
                            && !Weights.isPlain(token)
                            && Lexicon.ENGLISH.meaning(token.text()).isEmpty()
                            && !Lexicon.ENGLISH.isHedge(token.text())
                            && !token.text().endsWith("ly");
            if (thing) {
                return token;
            }
        }
        return null;
    }

    private static boolean isPassive(Clause clause) {
        return clause.saysOneOf(BEING);
    }

    /** The version or day that follows is one that the statement has, but not there. */
    private static Optional<String> value(Clause clause, int at, Statement known) {
        Token said = after(clause.tokens(), at);
        if (said == null || !known.clauseHolds(said)) {
            return Optional.empty();
        }
        List<Token> told = new java.util.ArrayList<>();
        List<Token> tokens = known.clause().tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).norm().equals(clause.tokens().get(at).norm())) {
                Token next = after(tokens, i);
                if (next != null) {
                    told.add(next);
                }
            }
        }
        boolean another = !told.isEmpty()
                && told.stream().noneMatch(one -> said.isIn(one) || one.isIn(said))
                && told.stream().allMatch(one -> one.kind() == said.kind())
                && clause.tokens().stream().noneMatch(one -> one.isIn(told.get(0)));
        return another
                ? Optional.of("'" + said.text() + "' is said where "
                        + known.entry().number() + " says '" + told.get(0).text() + "'")
                : Optional.empty();
    }

    private static Token after(List<Token> tokens, int at) {
        for (int i = at + 1; i < Math.min(tokens.size(), at + 4); i++) {
            Kind kind = tokens.get(i).kind();
            if (kind == Kind.VERSION || kind == Kind.DATE) {
                return tokens.get(i);
            }
            if (Lexicon.ENGLISH.isIn("strong", tokens.get(i).norm())) {
                return null;
            }
        }
        return null;
    }
}
