package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** All, some, only, if, up to: what is claimed reaches no further than what is cited. */
final class Scope implements Check {
    private static final Set<String> MILD = Set.of(
            "a", "an", "in", "until", "from", "since", "after", "by", "at", "on", "for", "likely", "probably", "as");

    /** "These are all under src" counts no more of them. */
    private static final Pattern FLOATING = Pattern.compile(
            "\\b(?:are|were|not|missing) all (?:on|in|under|at|from|of)\\b|\\ball (?:lie|sit|are|were|belong|stand|come|live)\\b");

    private static final Pattern NONE = Pattern.compile("\\b(?:without|not|no|never|nor) any\\b");

    private static final List<Set<String>> BOUNDS = List.of(
            Set.of("upto", "maximum"),
            Set.of("atleast", "morethan", "over", "minimum"),
            Set.of("about", "around", "roughly", "approximately", "nearly", "almost"));

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> all(claim, clause)
                .or(() -> both(claim, clause))
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
                .filter(token -> token.kind() == Token.Kind.NUMBER)
                .filter(number -> isBehindAll(clause, number))
                .anyMatch(number -> claim.statements().stream()
                                .flatMap(known -> known.clause().tokens().stream())
                                .filter(number::isIn)
                                .count()
                        > 1);
        Optional<String> fewer = fewer(claim, clause);
        if (fewer.isPresent()) {
            return fewer;
        }
        boolean none = NONE.matcher(String.join(" ", clause.words())).find();
        boolean floats = FLOATING.matcher(claim.text()).find()
                && claim.tokens().stream().anyMatch(token -> token.kind() == Token.Kind.NUMBER);
        return clause.says("all")
                        && !none
                        && !told
                        && !whole
                        && !floats
                        && !isListed(claim, clause)
                        && !isGeneric(claim, clause)
                ? Optional.of("no cited entry speaks of all")
                : Optional.empty();
    }

    /** "Each of them, this one and that one": all that are meant are named, from an entry each. */
    private static boolean isListed(Claim claim, Clause clause) {
        return clause.saysOneOf(Set.of("each", "every", "either"))
                && claim.cited().stream().allMatch(Episodes::isEpisode)
                && claim.cited().size() > 1
                && claim.cited().stream().allMatch(entry -> claim.tokens().stream()
                        .filter(Weights::isName)
                        .filter(token -> claim.said(entry).stream().anyMatch(known -> known.clauseHolds(token)))
                        .anyMatch(token -> claim.cited().stream()
                                .filter(other -> !other.equals(entry))
                                .noneMatch(other ->
                                        claim.said(other).stream().anyMatch(known -> known.clauseHolds(token)))));
    }

    /** "Both set it", where the evidence says that one does not. */
    private static Optional<String> both(Claim claim, Clause clause) {
        if (!clause.saysOneOf(Set.of("both", "all", "each", "every")) || clause.says("negators")) {
            return Optional.empty();
        }
        List<Token> said = clause.tokens().stream()
                .filter(token -> !Weights.isPlain(token)
                        && Lexicon.ENGLISH.meaning(token.text()).isEmpty())
                .toList();
        return claim.statements().stream()
                .filter(known -> known.clause().tokens().stream()
                        .filter(Token::negated)
                        .anyMatch(denied -> said.stream()
                                .anyMatch(token ->
                                        !token.negated() && token.norm().equals(denied.norm()))))
                .findFirst()
                .map(known -> known.entry().number() + " says that it is not so of one");
    }

    /** "All 14 were checked", of which the evidence says that 13 were. */
    private static Optional<String> fewer(Claim claim, Clause clause) {
        List<Token> all = clause.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.NUMBER && isBehindAll(clause, token))
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : claim.statements().stream()
                        .filter(known -> known.clause().tokens().stream()
                                .anyMatch(token -> token.kind() == Token.Kind.NUMBER
                                        && token.norm().length()
                                                <= all.get(0).norm().length()
                                        && Numbers.compare(
                                                        token.norm(), all.get(0).norm())
                                                < 0))
                        .filter(known -> known.clause().tokens().stream().noneMatch(all.get(0)::isIn))
                        .filter(known -> clause.words().stream()
                                .filter(word -> word.endsWith("ed"))
                                .anyMatch(known.clause().words()::contains))
                        .findFirst()
                        .map(known -> known.entry().number() + " says that fewer were");
    }

    private static boolean isBehindAll(Clause clause, Token number) {
        int at = clause.words().indexOf(number.text().toLowerCase(Locale.ROOT));
        return clause.words().subList(Math.max(0, at - 3), Math.max(0, at)).stream()
                .anyMatch(word -> Lexicon.ENGLISH.isIn("all", word));
    }

    /** "Any index" is told of indexes. */
    private static boolean isGeneric(Claim claim, Clause clause) {
        int at = clause.words().indexOf("any");
        return at >= 0
                && at + 1 < clause.words().size()
                && claim.statements().stream()
                        .anyMatch(known -> known.clause().says("some")
                                ? false
                                : known.clause()
                                        .saysOneOf(Set.of(
                                                clause.words().get(at + 1) + "s",
                                                clause.words().get(at + 1) + "es")));
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
                || next.equals("one")
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
                    boolean time = Episodes.isEpisode(known.entry())
                            && at > 0
                            && known.clause().words().get(at).equals("when");
                    return at > 0
                            && !time
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
