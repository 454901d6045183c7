package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What an advisory says to be affected is not told as the release with the fix. */
final class Repairs implements Check {
    private static final int NEAR = 3;

    @Override
    public Optional<String> objection(Claim claim) {
        List<Entry> advisories = claim.cited().stream()
                .filter(entry -> entry.evidence().kind().equals("vulnerability"))
                .toList();
        List<Token> tokens = claim.tokens();
        return IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).norm().equals("FIX") && tokens.get(i).isPositive())
                .boxed()
                .flatMap(i -> repairing(tokens, i).stream())
                .flatMap(version -> advisories.stream()
                        .filter(entry -> isOnlyAffected(claim, entry, version))
                        .map(entry -> entry.number() + " does not name " + version.text() + " as fixed"))
                .findFirst();
    }

    /** The versions right behind the word, else the one right before it. */
    private static List<Token> repairing(List<Token> tokens, int at) {
        int end = at + 1;
        while (end < tokens.size() && tokens.get(end).kind() == Kind.VERSION) {
            end++;
        }
        if (end > at + 1) {
            return tokens.subList(at + 1, end);
        }
        List<Token> before = tokens.subList(Math.max(0, at - NEAR), at).stream()
                .filter(token -> token.kind() == Kind.VERSION)
                .toList();
        return before.isEmpty() ? before : before.subList(before.size() - 1, before.size());
    }

    private static boolean isOnlyAffected(Claim claim, Entry entry, Token version) {
        List<Token> told = claim.said(entry).stream()
                .flatMap(known -> known.clause().tokens().stream())
                .toList();
        int fix = told.stream().map(Token::norm).toList().indexOf("FIX");
        int at = Weights.index(told, version);
        int last = told.stream().map(Token::norm).toList().lastIndexOf(version.norm());
        return fix >= 0 && at >= 0 && Math.max(at, last) < fix;
    }
}
