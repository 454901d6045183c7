package io.github.incidentadvisor.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** All, some, only, if, up to: what is claimed reaches no further than what is cited. */
final class Scope implements Check {
    private static final List<Set<String>> BOUNDS = List.of(
            Set.of("upto"),
            Set.of("atleast", "morethan", "over"),
            Set.of("about", "around", "roughly", "approximately", "nearly", "almost"));

    private static final Set<String> MILD =
            Set.of("a", "an", "in", "until", "from", "since", "after", "by", "at", "on", "for", "likely", "probably");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> Support.best(clause, claim.statements()).flatMap(known -> all(clause, known)
                .or(() -> some(clause, known))
                .or(() -> only(clause, known))
                .or(() -> condition(claim, clause, known))
                .or(() -> bounds(claim, clause, known))));
    }

    private static Optional<String> all(Clause clause, Statement known) {
        return clause.says("all") && !known.clause().says("all")
                ? Optional.of(known.entry().number() + " does not speak of all")
                : Optional.empty();
    }

    private static Optional<String> some(Clause clause, Statement known) {
        boolean narrowed = known.clause().words().stream()
                .anyMatch(word -> Lexicon.ENGLISH.isIn("some", word) && !word.equals("most"));
        return narrowed && !clause.says("some")
                ? Optional.of(known.entry().number() + " speaks of some only")
                : Optional.empty();
    }

    private static Optional<String> only(Clause clause, Statement known) {
        int at = clause.words().indexOf("only");
        return at >= 0 && !isMild(clause, at) && !known.clause().words().contains("only")
                ? Optional.of(known.entry().number() + " does not say 'only'")
                : Optional.empty();
    }

    /** "Only deprecated", "only until May" and "only two" exclude nothing that was not cited. */
    private static boolean isMild(Clause clause, int at) {
        if (at + 1 >= clause.words().size()) {
            return false;
        }
        String next = clause.words().get(at + 1);
        return next.endsWith("ed")
                || Lexicon.ENGLISH.isIn("some", next)
                || MILD.contains(next)
                || clause.tokens().stream()
                        .anyMatch(token -> token.kind() == Token.Kind.NUMBER
                                && token.text()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .equals(next));
    }

    /** A condition may be told in other words; it may not be left out. */
    private static Optional<String> condition(Claim claim, Clause clause, Statement known) {
        List<String> words = known.clause().words();
        int at = -1;
        for (int i = 0; i < words.size(); i++) {
            at = at < 0 && Lexicon.ENGLISH.isIn("condition", words.get(i)) ? i : at;
        }
        if (at < 0 || at == 0 && known.clause().tokens().size() < 4) {
            return Optional.empty();
        }
        List<String> conditional = words.subList(at + 1, words.size()).stream()
                .filter(word -> !Lexicon.ENGLISH.isIn("stop", word))
                .map(Lexicon.ENGLISH::norm)
                .toList();
        List<String> said = claim.tokens().stream().map(Token::norm).toList();
        boolean kept = conditional.isEmpty()
                || conditional.stream().anyMatch(said::contains)
                || claim.clauses().stream().anyMatch(one -> one.says("condition"));
        return kept ? Optional.empty() : Optional.of(known.entry().number() + " says it under a condition");
    }

    private static Optional<String> bounds(Claim claim, Clause clause, Statement known) {
        if (IntStream.range(0, clause.tokens().size()).anyMatch(i -> Days.follows(claim, clause, i))) {
            return Optional.empty();
        }
        boolean counts = clause.tokens().stream()
                .anyMatch(token -> token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.DATE);
        for (Set<String> bound : BOUNDS) {
            if (counts && known.clause().saysOneOf(bound) && !clause.saysOneOf(bound)) {
                return Optional.of(known.entry().number() + " gives a bound, not the value");
            }
            if (counts && clause.saysOneOf(bound) && !known.clause().saysOneOf(bound) && !bound.contains("about")) {
                return Optional.of(known.entry().number() + " gives the value, not a bound");
            }
        }
        return Optional.empty();
    }
}
