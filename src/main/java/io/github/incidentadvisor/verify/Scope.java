package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** All, some, only, if, up to: what is claimed reaches no further than what is cited. */
final class Scope implements Check {
    private static final Set<String> MILD =
            Set.of("a", "an", "in", "until", "from", "since", "after", "by", "at", "on", "for", "likely", "probably");

    private static final List<Set<String>> BOUNDS = List.of(
            Set.of("upto"),
            Set.of("atleast", "morethan", "over"),
            Set.of("about", "around", "roughly", "approximately", "nearly", "almost"));

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> all(claim, clause)
                .or(() -> some(claim, clause))
                .or(() -> only(claim, clause))
                .or(() -> condition(claim, clause))
                .or(() -> bounds(claim, clause)));
    }

    private static Optional<String> all(Claim claim, Clause clause) {
        boolean told = claim.statements().stream()
                .filter(known -> known.clause().says("all"))
                .anyMatch(known -> clause.tokens().stream().anyMatch(known::clauseHolds));
        boolean whole = clause.tokens().stream()
                .filter(token -> token.kind() == Kind.NUMBER)
                .anyMatch(number -> claim.statements().stream()
                                .filter(known -> known.clauseHolds(number))
                                .count()
                        > 1);
        return clause.says("all") && !told && !whole ? Optional.of("no cited entry speaks of all") : Optional.empty();
    }

    private static Optional<String> some(Claim claim, Clause clause) {
        boolean narrow = clause.says("some") || clause.tokens().stream().anyMatch(token -> token.kind() == Kind.NUMBER);
        return narrow
                ? Optional.empty()
                : claim.restsOn(clause, known -> known.clause().words().stream()
                                .anyMatch(word -> Lexicon.ENGLISH.isIn("some", word) && !word.equals("most")))
                        .map(known -> known.entry().number() + " speaks of some only");
    }

    private static Optional<String> only(Claim claim, Clause clause) {
        int at = clause.words().indexOf("only");
        boolean told = claim.statements().stream()
                .filter(known -> known.clause().words().contains("only"))
                .anyMatch(known -> clause.tokens().stream().anyMatch(known::clauseHolds));
        return at >= 0 && !isMild(clause, at) && !told
                ? Optional.of("no cited entry says 'only' of it")
                : Optional.empty();
    }

    /** "Only deprecated", "only until May" and "only two" exclude nothing that was not cited. */
    private static boolean isMild(Clause clause, int at) {
        if (at + 1 >= clause.words().size()) {
            return false;
        }
        String next = clause.words().get(at + 1);
        return next.endsWith("ed")
                || MILD.contains(next)
                || Lexicon.ENGLISH.isIn("some", next)
                || clause.tokens().stream()
                        .anyMatch(token -> token.kind() == Kind.NUMBER
                                && token.text().toLowerCase(Locale.ROOT).equals(next));
    }

    /** A condition may be told in other words; it may not be left out. */
    private static Optional<String> condition(Claim claim, Clause clause) {
        if (claim.clauses().stream().anyMatch(one -> one.says("condition"))) {
            return Optional.empty();
        }
        return claim.restsOn(clause, known -> {
                    int at = conditionAt(known.clause().words());
                    return at > 0
                            && !isKept(
                                    claim,
                                    known.clause()
                                            .words()
                                            .subList(
                                                    at + 1,
                                                    known.clause().words().size()));
                })
                .map(known -> known.entry().number() + " says it under a condition");
    }

    private static int conditionAt(List<String> words) {
        return IntStream.range(0, words.size())
                .filter(i -> Lexicon.ENGLISH.isIn("condition", words.get(i)))
                .findFirst()
                .orElse(-1);
    }

    private static boolean isKept(Claim claim, List<String> condition) {
        List<String> said = claim.tokens().stream().map(Token::norm).toList();
        List<String> words = condition.stream()
                .filter(word -> !Lexicon.ENGLISH.isIn("stop", word))
                .map(Lexicon.ENGLISH::norm)
                .toList();
        return words.isEmpty() || words.stream().anyMatch(said::contains);
    }

    private static Optional<String> bounds(Claim claim, Clause clause) {
        for (int i = 0; i < clause.tokens().size(); i++) {
            Token token = clause.tokens().get(i);
            boolean counts = token.kind() == Kind.NUMBER
                    && i + 1 < clause.tokens().size()
                    && Lexicon.ENGLISH.isIn("units", clause.tokens().get(i + 1).text());
            if (!counts || Days.follows(claim, clause, i)) {
                continue;
            }
            List<Statement> with = claim.statements().stream()
                    .filter(known -> known.clauseHolds(token))
                    .toList();
            for (Set<String> bound : BOUNDS) {
                boolean told = with.stream().anyMatch(known -> known.clause().saysOneOf(bound));
                boolean plain = with.stream().anyMatch(known -> !known.clause().saysOneOf(bound));
                if (told && !plain && !clause.saysOneOf(bound)) {
                    return Optional.of(with.get(0).entry().number() + " gives a bound, not the value");
                }
                boolean during = bound.contains("over") && clause.words().contains("over");
                if (plain && !told && !during && clause.saysOneOf(bound) && !bound.contains("about")) {
                    return Optional.of(with.get(0).entry().number() + " gives the value, not a bound");
                }
            }
        }
        return Optional.empty();
    }
}
