package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Of two entries that give one value of one thing otherwise, the newer one holds: the older value is not told without it. They
 * are about one thing when they come from one source or share the code of an event, and say it in the same words, or when the
 * newer one denies the value.
 */
final class Superseded implements Check {
    private static final Set<Kind> VALUES = Set.of(Kind.DATE, Kind.NUMBER);

    @Override
    public Optional<String> objection(Claim claim) {
        for (Entry older : claim.cited()) {
            for (Entry newer : claim.dossier().entries()) {
                if (claim.cites().contains(newer.number())
                        || !Overtaken.isNewer(newer, older)
                        || !areOfOne(claim, older, newer)) {
                    continue;
                }
                List<Statement> now = claim.said(newer);
                boolean stale = claim.said(older).stream().anyMatch(known -> known.clause().tokens().stream()
                        .filter(token -> VALUES.contains(token.kind()))
                        .filter(token -> isTold(claim, known, token))
                        .anyMatch(token -> now.stream().anyMatch(next -> corrects(known, token, next))));
                if (stale) {
                    return Optional.of(older.number() + " is overtaken by " + newer.number());
                }
            }
        }
        return Optional.empty();
    }

    /** The sentence has the value, or counts from it, and no other cited entry gives it. */
    private static boolean isTold(Claim claim, Statement known, Token value) {
        boolean said = claim.tokens().stream().anyMatch(token -> token.isIn(value));
        boolean elsewhere = claim.statements().stream()
                .anyMatch(other -> !other.entry().equals(known.entry()) && other.clauseHolds(value));
        boolean counted =
                value.kind() == Kind.DATE && claim.clauses().stream().anyMatch(clause -> counts(claim, known, clause));
        return !elsewhere && (said || counted);
    }

    private static boolean counts(Claim claim, Statement known, Clause clause) {
        for (int i = 0; i < clause.tokens().size(); i++) {
            if (Days.follows(claim.dossier().asOf(), List.of(known), clause, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areOfOne(Claim claim, Entry older, Entry newer) {
        boolean source = !older.evidence().source().isEmpty()
                && older.evidence().source().equals(newer.evidence().source());
        return source && title(claim, older).equals(title(claim, newer)) || sharesCode(claim, older, newer);
    }

    /** What the first clause of a list is about. */
    private static List<String> title(Claim claim, Entry entry) {
        return claim.said(entry).stream()
                .limit(1)
                .flatMap(known -> known.clause().tokens().stream())
                .filter(token -> !VALUES.contains(token.kind()))
                .limit(2)
                .map(Token::norm)
                .toList();
    }

    private static boolean sharesCode(Claim claim, Entry older, Entry newer) {
        return codes(claim, older).stream()
                .anyMatch(token -> claim.said(newer).stream().anyMatch(known -> known.near(token)));
    }

    private static List<Token> codes(Claim claim, Entry entry) {
        return claim.said(entry).stream()
                .flatMap(known -> known.clause().tokens().stream())
                .filter(Token::isCode)
                .toList();
    }

    private static boolean corrects(Statement known, Token value, Statement next) {
        boolean denied =
                next.clause().tokens().stream().anyMatch(token -> token.norm().equals(value.norm()) && token.negated());
        if (denied) {
            return true;
        }
        boolean kept = next.neighbours().stream().anyMatch(value::isIn);
        List<String> before = words(known.clause(), value);
        return !kept
                && !before.isEmpty()
                && next.clause().tokens().stream()
                        .filter(token ->
                                token.kind() == value.kind() && !token.norm().equals(value.norm()))
                        .anyMatch(token -> words(next.clause(), token).equals(before)
                                && (value.kind() == Kind.DATE || isTime(known, value) && isTime(next, token)));
    }

    /** The two words before a value say what it is a value of. */
    private static List<String> words(Clause clause, Token value) {
        List<Token> tokens = clause.tokens();
        int at = tokens.indexOf(value);
        return tokens.subList(Math.max(0, at - 2), at).stream().map(Token::norm).toList();
    }

    private static boolean isTime(Statement known, Token value) {
        List<Token> tokens = known.clause().tokens();
        int at = tokens.indexOf(value);
        return at + 1 < tokens.size() && tokens.get(at + 1).text().matches("(?:second|minute|hour|day|week|month)s?");
    }
}
