package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is there and what is not, what is on and what is off. */
final class Polarity implements Check {
    /** Dates decide whether these hold. */
    private static final Set<String> TIMED = Set.of("SUPPORT", "END");

    /** Things, of which a "no" denies what happens to them. */
    private static final Set<String> THINGS =
            Set.of("CLUSTER", "DATABASE", "CLASS", "LINE", "INCIDENT", "PROD", "FLAW", "ERROR");

    /** "Without the pin it would be" says that the pin is there. */
    private static final Set<String> SUPPOSING = Set.of("would", "could", "might");

    /** What is blocked is not done, without any "not". */
    private static final Set<String> BARRING = Set.of("ALLOW");

    /** What holds of newer ones is not what holds of all. */
    private static final Set<String> COMPARING =
            Set.of("newer", "older", "later", "earlier", "higher", "lower", "larger", "smaller", "above", "below");

    private static final Token RESTORED = new Token(Kind.WORD, "restore", "RESTORE", 1, false);
    private static final double CLOSE = 0.1;

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> {
            for (Token said : clause.tokens()) {
                Optional<String> against = against(claim, clause, said);
                if (against.isPresent()) {
                    return against;
                }
            }
            return Optional.empty();
        });
    }

    /** The statements that use the word and fit best what is said around it: one of them agrees. */
    private static Optional<String> against(Claim claim, Clause clause, Token said) {
        List<Statement> saying = claim.statements().stream()
                .filter(known -> known.clause().has(said.norm()))
                .toList();
        List<String> compared =
                clause.words().stream().filter(COMPARING::contains).toList();
        List<Statement> alike = saying.stream()
                .filter(known -> known.clause().words().stream().anyMatch(compared::contains))
                .toList();
        List<Statement> with = alike.isEmpty() ? saying : alike;
        if (with.isEmpty() || said.negated() && Sums.hasRemainder(claim, clause)) {
            return Optional.empty();
        }
        int at = clause.tokens().indexOf(said);
        double best = with.stream()
                .mapToDouble(known -> Weights.fit(clause.tokens(), at, List.of(), known, said))
                .max()
                .orElse(0);
        List<Statement> closest = with.stream()
                .filter(known -> Weights.fit(clause.tokens(), at, List.of(), known, said) > best - CLOSE)
                .toList();
        return closest.stream().allMatch(known -> differs(clause, said, known))
                ? Optional.of(closest.get(0).entry().number() + " says the opposite of '" + said.text() + "'")
                : Optional.empty();
    }

    /** A word that the clause affirms and the statement denies, or the other way round. */
    static Optional<String> between(Clause clause, Statement statement) {
        return clause.tokens().stream()
                .filter(said -> statement.clause().has(said.norm()) && differs(clause, said, statement))
                .findFirst()
                .map(said -> statement.entry().number() + " says the opposite of '" + said.text() + "'");
    }

    private static boolean differs(Clause clause, Token said, Statement statement) {
        boolean plain = said.kind() != Kind.WORD || Lexicon.ENGLISH.isIn("nouns", said.text());
        boolean supposed = said.negated() && clause.words().contains("without") && clause.saysOneOf(SUPPOSING);
        boolean restored = clause.has("RESTORE") && statement.near(RESTORED);
        boolean exclusive = statement.clause().words().contains("only") && !said.isPositive();
        boolean barred = statement.clause().tokens().stream()
                .anyMatch(token -> BARRING.contains(token.norm())
                        && token.sign() < 0
                        && !token.norm().equals(said.norm()));
        if (plain || barred || supposed || restored || exclusive || isTimed(said, statement)) {
            return false;
        }
        boolean meant = Lexicon.ENGLISH.meaning(said.text()).isPresent() && !THINGS.contains(said.norm());
        boolean none = statement.clause().tokens().stream()
                .anyMatch(token ->
                        token.kind() == Token.Kind.NUMBER && token.norm().equals("0"));
        boolean ceased = clause.has("END") && statement.clause().says("negators");
        if (!meant && (clause.says("negators") || ceased) && (statement.clause().says("negators") || none)) {
            return false;
        }
        return statement.clause().tokens().stream()
                .filter(token -> token.norm().equals(said.norm()))
                .noneMatch(token -> token.isPositive() == said.isPositive());
    }

    private static boolean isTimed(Token said, Statement statement) {
        boolean dated = statement.clause().tokens().stream().anyMatch(token -> token.kind() == Kind.DATE);
        return dated && (TIMED.contains(said.norm()) || Lexicon.ENGLISH.isSide(said.norm()) || statement.isOfList());
    }
}
