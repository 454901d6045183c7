package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.Arrays;
import java.util.Optional;

/** Whoever says something that no cited entry says uses a word that stands in none of them. */
final class Vocabulary implements Check {
    private static final Lexicon WORDS = Lexicon.ENGLISH;

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.tokens().stream()
                .filter(token -> token.kind() == Kind.WORD)
                .filter(token -> !isCovered(claim, token))
                .findFirst()
                .map(token -> "no cited entry speaks of '" + token.text() + "'");
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
        if (implied || token.norm().equals("USE") && !token.negated()) {
            return true;
        }
        String[] parts = token.text().split("-");
        return parts.length > 1
                && Arrays.stream(parts).allMatch(part -> WORDS.isPlain(part) || WORDS.isIn("stop", part));
    }
}
