package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    private static final Pattern MISSING = Pattern.compile("\\b(?:missing|absent) from\\b");

    private static final Token RESTORED = new Token(Kind.WORD, "restore", "RESTORE", 1, false);
    private static final double CLOSE = 0.1;

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> {
            Optional<String> denied = denied(claim, clause);
            if (denied.isPresent()) {
                return denied;
            }
            for (Token said : clause.tokens()) {
                if (isDeniedValue(claim, said)) {
                    return Optional.of("the evidence says that it is not '" + said.text() + "'");
                }
                if (!claim.isTask(clause) && isTurned(claim, clause, said)) {
                    return Optional.of("the evidence says the opposite of '" + said.text() + "'");
                }
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
        List<Statement> all = claim.statements().stream()
                .filter(known -> known.clause().has(said.norm()))
                .toList();
        List<Statement> literal = all.stream()
                .filter(known -> known.clause().tokens().stream()
                        .anyMatch(token -> token.text().equals(said.text())))
                .toList();
        List<Statement> saying = literal.isEmpty() || Lexicon.ENGLISH.hasOpposite(said.norm()) ? all : literal;
        List<String> compared =
                clause.words().stream().filter(COMPARING::contains).toList();
        List<Statement> alike = saying.stream()
                .filter(known -> known.clause().words().stream().anyMatch(compared::contains))
                .toList();
        List<Statement> with = alike.isEmpty() ? saying : alike;
        if (with.isEmpty() || isExcused(claim, clause, said, with)) {
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

    /** Another statement than these agrees, the kind of the evidence implies it, or the sentence counts what is left. */
    private static boolean isExcused(Claim claim, Clause clause, Token said, List<Statement> with) {
        boolean implied = said.isPositive()
                && claim.cited().stream()
                        .anyMatch(entry ->
                                Lexicon.ENGLISH.isImplied(entry.evidence().kind(), said.norm()))
                && with.stream()
                        .allMatch(known -> known.clause().tokens().stream().anyMatch(Weights::isName)
                                && clause.tokens().stream()
                                        .noneMatch(token -> Weights.isName(token) && known.clauseHolds(token)));
        boolean both = claim.tokens().stream()
                .anyMatch(token -> token.text().equals(said.text()) && token.isPositive() != said.isPositive());
        boolean gone = said.isGone()
                && claim.statements().stream()
                        .filter(known -> known.clause().tokens().stream().anyMatch(Token::isGone))
                        .anyMatch(known -> clause.tokens().stream()
                                .anyMatch(token -> Weights.isName(token)
                                        && token.kind() != Kind.DATE
                                        && known.clauseHolds(token)));
        boolean counted = with.stream()
                .filter(known -> !differs(clause, said, known))
                .anyMatch(known -> clause.tokens().stream()
                        .anyMatch(token -> token.kind() == Kind.NUMBER
                                && known.clause().tokens().stream().anyMatch(token::isIn)));
        return gone || both || implied || counted || said.negated() && Sums.hasRemainder(claim, clause);
    }

    /** "2.20, and not 2.20.1." */
    private static boolean isDeniedValue(Claim claim, Token value) {
        if (value.kind() != Kind.VERSION || value.negated()) {
            return false;
        }
        List<Clause> told = claim.statements().stream()
                .map(Statement::clause)
                .filter(clause -> clause.words().contains(value.text()))
                .toList();
        return !told.isEmpty()
                && told.stream().allMatch(clause -> {
                    int at = clause.words().indexOf(value.text());
                    return at > 0 && clause.words().get(at - 1).equals("not");
                });
    }

    /** Whatever is cited of a name denies something of it, and the clause denies nothing. */
    private static Optional<String> denied(Claim claim, Clause clause) {
        boolean denies = clause.says("negators") || clause.tokens().stream().anyMatch(token -> !token.isPositive());
        return denies || claim.isTask(clause)
                ? Optional.empty()
                : clause.tokens().stream()
                        .filter(token ->
                                Weights.isName(token) && token.kind() != Kind.NUMBER && token.kind() != Kind.DATE)
                        .filter(token -> isOnlyDenied(claim, token))
                        .findFirst()
                        .map(token -> "what is cited of '" + token.text() + "' denies something");
    }

    private static boolean isOnlyDenied(Claim claim, Token name) {
        List<Statement> homes = claim.statements().stream()
                .filter(known -> known.clauseHolds(name))
                .toList();
        return !homes.isEmpty()
                && homes.stream().allMatch(known -> known.clause().tokens().stream()
                        .anyMatch(token ->
                                token.negated() && token.sign() >= 0 && Lexicon.ENGLISH.isIn("strong", token.norm())));
    }

    /** All that use the word deny what the clause affirms, or the other way round, and all else that is denied is so in both. */
    private static boolean isTurned(Claim claim, Clause clause, Token said) {
        if (said.kind() != Kind.WORD
                || Weights.isPlain(said)
                || Lexicon.ENGLISH.isIn("nouns", said.text())
                || clause.words().contains("without")
                || Lexicon.ENGLISH.meaning(said.text()).isPresent()) {
            return false;
        }
        List<Statement> saying = claim.statements().stream()
                .filter(known -> known.clause().has(said.norm()))
                .toList();
        return !saying.isEmpty() && saying.stream().allMatch(known -> isTurned(clause, said, known));
    }

    private static boolean isTurned(Clause clause, Token said, Statement known) {
        List<Token> told = known.clause().tokens();
        long shared = clause.tokens().stream()
                .filter(token -> token != said && !Weights.isPlain(token) && known.near(token))
                .count();
        return shared > 1
                && !isTimed(said, known)
                && told.stream()
                        .filter(token -> token.norm().equals(said.norm()))
                        .noneMatch(token -> token.isPositive() == said.isPositive())
                && denied(told, said).containsAll(denied(clause.tokens(), said));
    }

    private static Set<String> denied(List<Token> tokens, Token but) {
        return tokens.stream()
                .filter(token -> !token.isPositive() && !token.norm().equals(but.norm()))
                .map(Token::norm)
                .collect(Collectors.toSet());
    }

    /** A word that the clause affirms and the statement denies, or the other way round. */
    static Optional<String> between(Clause clause, Statement statement) {
        return clause.tokens().stream()
                .filter(said -> statement.clause().has(said.norm()) && differs(clause, said, statement))
                .findFirst()
                .map(said -> statement.entry().number() + " says the opposite of '" + said.text() + "'");
    }

    private static boolean differs(Clause clause, Token said, Statement statement) {
        boolean plain = said.kind() != Kind.WORD
                || Lexicon.ENGLISH.isIn("nouns", said.text())
                || said.norm().equals("SEE")
                || said.text().equals("remaining")
                || said.text().equals("new");
        boolean supposed = said.negated() && clause.words().contains("without") && clause.saysOneOf(SUPPOSING);
        boolean restored = clause.has("RESTORE") && statement.near(RESTORED);
        boolean exclusive = statement.clause().words().contains("only") && !said.isPositive();
        boolean barred = !clause.has("ALLOW")
                && statement.clause().tokens().stream()
                        .anyMatch(token -> BARRING.contains(token.norm())
                                && token.sign() < 0
                                && !token.norm().equals(said.norm()));
        boolean moved = statement.clause().has("POSTPONE") || statement.clause().has("ADVANCE");
        boolean nothing = said.negated()
                && statement.clause().tokens().stream()
                        .anyMatch(token ->
                                token.kind() == Kind.NUMBER && token.norm().equals("0"));
        if (moved || nothing || plain || barred || supposed || restored || exclusive || isTimed(said, statement)) {
            return false;
        }
        boolean meant = Lexicon.ENGLISH.meaning(said.text()).isPresent() && !THINGS.contains(said.norm());
        boolean none = statement.clause().tokens().stream()
                .anyMatch(token ->
                        token.kind() == Token.Kind.NUMBER && token.norm().equals("0"));
        boolean lost = !meant
                && statement.clause().tokens().stream()
                        .anyMatch(token ->
                                token.norm().equals("LOSE") || token.norm().equals("EXIST") && !token.isPositive());
        if (lost && said.negated()) {
            return false;
        }
        boolean ceased = MISSING.matcher(String.join(" ", clause.words())).find()
                || clause.has("END") && statement.clause().says("negators");
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
