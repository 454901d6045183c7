package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A number counts what it counts in the evidence: two days are no two weeks, and two of nine are not nine. */
final class Counts implements Check {
    private static final Pattern SHARE = Pattern.compile("(?i)\\b(\\w+) (?:out )?of (?:the |its |our )?(\\w+) ");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> span(claim, clause)).or(() -> share(claim));
    }

    private static Optional<String> span(Claim claim, Clause clause) {
        for (int i = 0; i + 1 < clause.tokens().size(); i++) {
            Token number = clause.tokens().get(i);
            Token unit = clause.tokens().get(i + 1);
            if (number.kind() != Kind.NUMBER || !Lexicon.ENGLISH.isIn("units", unit.text())) {
                continue;
            }
            List<String> units = claim.statements().stream()
                    .flatMap(known -> after(known.clause(), number).stream())
                    .filter(next -> Lexicon.ENGLISH.isIn("units", next.text()))
                    .map(Token::norm)
                    .toList();
            if (!units.isEmpty() && !units.contains(unit.norm()) && !Days.follows(claim, clause, i)) {
                return Optional.of("'" + number.text() + "' counts something else");
            }
        }
        return Optional.empty();
    }

    /** Whether a statement has the number with what it counts. */
    static boolean isTold(Claim claim, Clause clause, int at) {
        Token unit = clause.tokens().get(Math.min(at + 1, clause.tokens().size() - 1));
        return claim.statements().stream()
                .filter(known -> known.clauseHolds(clause.tokens().get(at)))
                .anyMatch(known -> known.clauseHolds(unit));
    }

    private static Optional<Token> after(Clause clause, Token number) {
        for (int i = 0; i + 1 < clause.tokens().size(); i++) {
            if (clause.tokens().get(i).norm().equals(number.norm())) {
                return Optional.of(clause.tokens().get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> share(Claim claim) {
        List<String> said = claim.tokens().stream()
                .filter(token -> token.kind() == Kind.NUMBER)
                .map(Token::norm)
                .toList();
        for (var entry : claim.cited()) {
            for (MatchResult found :
                    SHARE.matcher(entry.evidence().quote()).results().toList()) {
                String part = number(found.group(1));
                String whole = number(found.group(2));
                boolean none = part.equals("0")
                        && claim.clauses().stream().anyMatch(one -> one.saysOneOf(Set.of("none", "no")));
                if (!none && !part.isEmpty() && !whole.isEmpty() && said.contains(whole) && !said.contains(part)) {
                    return Optional.of(entry.number() + " speaks of " + found.group(1) + " of them");
                }
            }
        }
        return Optional.empty();
    }

    private static String number(String word) {
        return Reading.of(word).stream()
                .flatMap(clause -> clause.tokens().stream())
                .filter(token -> token.kind() == Kind.NUMBER)
                .map(Token::norm)
                .findFirst()
                .orElse("");
    }
}
