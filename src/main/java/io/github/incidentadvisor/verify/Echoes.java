package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import java.util.Optional;
import java.util.regex.Pattern;

/** What happened to one did not happen to another as well, unless a cited entry says so. */
final class Echoes implements Check {
    private static final Pattern ALSO = Pattern.compile("(?i)\\b(as well(?! as)|also|too|again|likewise)\\b");

    @Override
    public Optional<String> objection(Claim claim) {
        boolean told = claim.cited().stream()
                .anyMatch(entry -> ALSO.matcher(entry.evidence().quote()).find());
        if (told
                || claim.cited().stream().noneMatch(Episodes::isEpisode)
                || !ALSO.matcher(claim.text()).find()) {
            return Optional.empty();
        }
        return claim.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.NAME)
                .filter(token -> !Weights.isPlain(token) && !Lexicon.ENGLISH.isHedge(token.text()))
                .filter(token -> Lexicon.ENGLISH.meaning(token.text()).isEmpty())
                .filter(token -> claim.cited().stream()
                        .filter(Episodes::isEpisode)
                        .noneMatch(entry -> speaksOf(claim, entry, token)))
                .findFirst()
                .map(token -> "no episode speaks of '" + token.text() + "' as well");
    }

    private static boolean speaksOf(Claim claim, Entry entry, Token token) {
        return claim.said(entry).stream().anyMatch(known -> known.near(token));
    }
}
