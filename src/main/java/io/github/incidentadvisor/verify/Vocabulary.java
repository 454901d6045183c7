package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever says something that no cited entry says uses words that stand in none of them. Words of which the meaning is known
 * must be cited, and so must words of the trade; any other word may be new as long as most of its clause is not: English has
 * many words that say nothing more.
 */
final class Vocabulary implements Check {
    private static final Lexicon WORDS = Lexicon.ENGLISH;

    /** What a report is about: these claim nothing that facts beside them do not, or, as causes, have a check of their own. */
    private static final Set<String> GENERAL =
            Set.of("USE", "MOVE", "SEE", "GIVE", "DECLARE", "KNOWN", "CHANGE", "CAUSE");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> ofClause(claim, clause));
    }

    private static Optional<String> ofClause(Claim claim, Clause clause) {
        List<Token> uncovered = clause.tokens().stream()
                .filter(token -> token.kind() == Kind.WORD)
                .filter(token -> !isCovered(claim, token))
                .toList();
        Optional<Token> claiming = uncovered.stream()
                .filter(token -> claims(token) || Causes.isCausal(clause))
                .findFirst();
        if (claiming.isPresent()) {
            return claiming.map(token -> "no cited entry speaks of '" + token.text() + "'");
        }
        long covered = clause.tokens().stream()
                .filter(token -> token.isFact()
                        || !uncovered.contains(token) && !(token.kind() == Kind.WORD && WORDS.isPlain(token.text())))
                .count();
        boolean introduces = clause == claim.clauses().get(0) && clause.tokens().size() < 4 && claim.clauses().size() > 1;
        boolean lonely = uncovered.size() == 1 && covered == 0 && !introduces;
        return uncovered.size() > 1 && uncovered.size() * 2 > covered || lonely
                ? Optional.of("most of it stands in no cited entry, such as '"
                        + uncovered.get(0).text() + "'")
                : Optional.empty();
    }

    /** Whether the word alone says something that can be false. */
    private static boolean claims(Token token) {
        boolean meaning = WORDS.meaning(token.text()).isPresent() && !GENERAL.contains(token.norm());
        return meaning
                || WORDS.isIn("trade", token.text())
                || token.negated()
                || token.text().startsWith("un") && token.text().length() > 5;
    }

    private static boolean isCovered(Claim claim, Token token) {
        if (claim.isCited(token)
                || WORDS.isPlain(token.text())
                || WORDS.isIn("hedge1", token.text())
                || WORDS.isIn("hedge2", token.text())
                || WORDS.isIn("all", token.text())
                || WORDS.isIn("some", token.text())) {
            return true;
        }

        boolean implied = claim.cited().stream()
                .anyMatch(entry -> (!token.negated() || !token.norm().equals("USE"))
                        && WORDS.isImplied(entry.evidence().kind(), token.norm()));
        if (implied || GENERAL.contains(token.norm()) && !token.negated()) {
            return true;
        }
        String[] parts = token.text().split("-");
        return parts.length > 1
                && Arrays.stream(parts).allMatch(part -> WORDS.isPlain(part) || WORDS.isIn("stop", part));
    }
}
