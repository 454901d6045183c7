package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What shows that a value stands where it belongs, whatever else fits the words around it. */
final class RightPlace {
    private static final Set<String> PRODUCTS = Set.of("JAVA", "KUBERNETES", "POSTGRES");
    private static final Set<String> BEYOND = Set.of("past", "beyond", "outside", "above", "newer");

    private RightPlace() {}

    /** Whether a value of the sentence needs no comparison with one that a statement has. */
    static boolean holds(Claim claim, List<Token> text, int at, Statement statement, Token rival) {
        return isKnownApart(claim, text, at, statement, rival)
                || isAnchored(claim, text, at, statement)
                || isLed(claim, text, at, statement)
                || isOwned(claim, text, at);
    }

    /** The same without regard to the words around it. */
    static boolean isKnownApart(Claim claim, List<Token> text, int at, Statement statement, Token rival) {
        Token token = text.get(at);
        return isRange(statement, token)
                || isPast(claim, statement, token)
                || isCorrected(claim, token, statement, rival);
    }

    /**
     * What stands right beside the token says what happens to it, and does so where the token is cited: "the fix came with 2" is
     * "fixed in 2", whatever the sentence names else.
     */
    private static boolean isAnchored(Claim claim, List<Token> text, int at, Statement rival) {
        List<Token> beside = text.subList(Math.max(0, at - 3), Math.min(text.size(), at + 5)).stream()
                .filter(token -> Lexicon.ENGLISH.isIn("strong", token.norm()))
                .toList();
        return !beside.isEmpty()
                && beside.stream().noneMatch(token -> rival.clause().tokens().stream()
                        .anyMatch(one -> one.norm().equals(token.norm()) && one.isPositive() == token.isPositive()))
                && claim.statements().stream()
                        .filter(known -> known.clauseHolds(text.get(at)))
                        .anyMatch(known -> beside.stream().anyMatch(token -> Stream.concat(
                                        known.clause().tokens().stream(), known.context().stream())
                                .anyMatch(one ->
                                        one.norm().equals(token.norm()) && one.isPositive() == token.isPositive())));
    }

    /** The words right before it stand in the clause that has it, and not in the other one. */
    private static boolean isLed(Claim claim, List<Token> text, int at, Statement rival) {
        List<Token> before = text.subList(Math.max(0, at - 3), at).stream()
                .filter(token -> token.kind() == Kind.WORD)
                .toList();
        return claim.statements().stream()
                .filter(known -> known.entry().equals(rival.entry()) && known.clauseHolds(text.get(at)))
                .anyMatch(known -> before.stream()
                                .anyMatch(token -> known.clause().has(token.norm())
                                        && !rival.clause().has(token.norm()))
                        && before.stream()
                                .noneMatch(token -> rival.clause().has(token.norm())
                                        && !known.clause().has(token.norm())));
    }

    /** "Java 21": it stands behind the same name where it is cited. */
    private static boolean isOwned(Claim claim, List<Token> text, int at) {
        Token value = text.get(at);
        return at > 0
                && (value.kind() == Kind.VERSION || value.kind() == Kind.NUMBER)
                && (text.get(at - 1).kind() == Kind.NAME
                        || PRODUCTS.contains(text.get(at - 1).norm()))
                && claim.statements().stream().anyMatch(known -> {
                    List<Token> told = known.clause().tokens();
                    int home = Weights.index(told, value);
                    return home > 0 && text.get(at - 1).isIn(told.get(home - 1));
                });
    }

    /** A newer entry that gives both says itself which of them holds. */
    private static boolean isCorrected(Claim claim, Token token, Statement statement, Token rival) {
        return claim.statements().stream()
                .filter(known -> !known.entry().equals(statement.entry()))
                .filter(known -> Overtaken.isNewer(known.entry(), statement.entry()))
                .anyMatch(known ->
                        known.clauseHolds(token) && (known.clauseHolds(rival) || isOfOneSource(known, statement)));
    }

    /** A version is no rival of the ends of a range that it is in. */
    private static boolean isOfOneSource(Statement one, Statement other) {
        return one.entry().evidence().source().equals(other.entry().evidence().source());
    }

    private static boolean isRange(Statement statement, Token token) {
        List<String> ends = statement.neighbours().stream()
                .filter(one -> one.kind() == Kind.VERSION)
                .map(Token::norm)
                .toList();
        return token.kind() == Kind.VERSION
                && !ends.isEmpty()
                && (statement.clause().saysOneOf(Set.of("upto", "up", "before"))
                        || ends.stream().anyMatch(end -> Numbers.compare(end, token.norm()) <= 0))
                && ends.stream().anyMatch(end -> Numbers.compare(end, token.norm()) >= 0)
                && !statement.clauseHolds(token)
                && statement.entry().evidence().kind().equals("vulnerability");
    }

    /** "Past the range": it is newer than all versions of its major that the range names. */
    private static boolean isPast(Claim claim, Statement statement, Token token) {
        List<String> ends = statement.neighbours().stream()
                .filter(one -> one.kind() == Kind.VERSION)
                .map(Token::norm)
                .filter(end -> major(end).equals(major(token.norm())))
                .toList();
        return token.kind() == Kind.VERSION
                && statement.entry().evidence().kind().equals("vulnerability")
                && claim.clauses().stream().anyMatch(clause -> clause.saysOneOf(BEYOND))
                && !ends.isEmpty()
                && ends.stream().allMatch(end -> Numbers.compare(end, token.norm()) < 0);
    }

    private static String major(String version) {
        return version.replaceFirst("[.-].*", "");
    }
}
