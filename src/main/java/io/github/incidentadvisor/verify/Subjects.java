package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value is told of what its own entry is about: what a sentence names beside it is named there, or is bound to it by a cited entry. */
final class Subjects implements Check {
    /** What a text says of one thing stands behind its name and a colon. */
    private static final Pattern TITLE = Pattern.compile("(?s)^((?:[^.;:]|[.:](?=\\S)){2,80}): .*");

    private static final Set<String> RELATIVE = Set.of("which", "whose");

    /** What is told of all has no name of one. */
    private static final Set<String> GENERAL = Set.of("release-note", "vendor-announcement", "lifecycle");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> claim.isTask(clause)
                ? Optional.empty()
                : apart(claim, clause).or(() -> relative(claim, clause)).or(() -> swapped(claim, clause)));
    }

    /** No entry that has the day is about anything that the clause names, nor is it bound to it. */
    private static Optional<String> apart(Claim claim, Clause clause) {
        List<Token> names = clause.tokens().stream()
                .filter(Subjects::names)
                .filter(claim::isCited)
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        for (Token value : clause.tokens()) {
            if (value.kind() != Kind.DATE) {
                continue;
            }
            List<Entry> homes = claim.cited().stream()
                    .filter(entry -> says(claim, entry, value, false))
                    .toList();
            boolean versioned = homes.stream().anyMatch(home -> isOfVersion(claim, clause, home));
            boolean strange = !homes.isEmpty()
                    && !versioned
                    && homes.stream().noneMatch(home -> names.stream().anyMatch(name -> isAbout(claim, home, name)));
            if (strange) {
                return Optional.of("'" + value.text() + "' is told of something else in "
                        + homes.get(0).number());
            }
        }
        return Optional.empty();
    }

    /** "Which was removed in 3" is told of what stands before it. */
    private static Optional<String> relative(Claim claim, Clause clause) {
        int at = claim.clauses().indexOf(clause);
        boolean follows = at > 0
                && clause.words().stream().limit(2).anyMatch(RELATIVE::contains)
                && clause.tokens().stream().noneMatch(Subjects::names);
        if (!follows) {
            return Optional.empty();
        }
        List<Token> names = claim.clauses().get(at - 1).tokens().stream()
                .filter(token -> names(token) || token.kind() == Kind.VERSION)
                .toList();
        return clause.tokens().stream()
                .filter(token -> token.kind() == Kind.DATE || token.kind() == Kind.VERSION)
                .flatMap(value -> strange(claim, names, value).stream())
                .findFirst();
    }

    private static Optional<String> strange(Claim claim, List<Token> names, Token value) {
        List<Entry> homes = claim.cited().stream()
                .filter(entry -> says(claim, entry, value, false))
                .toList();
        boolean strange = !names.isEmpty()
                && !homes.isEmpty()
                && homes.stream()
                        .noneMatch(home -> GENERAL.contains(home.evidence().kind())
                                || claim.said(home).stream().anyMatch(Statement::isOfList)
                                || names.stream().anyMatch(name -> says(claim, home, name, true)));
        return strange
                ? Optional.of("'" + value.text() + "' is told of something else in "
                        + homes.get(0).number())
                : Optional.empty();
    }

    /** A list of values is about a version, and has the product's own name for what the sentence may call otherwise. */
    private static boolean isOfVersion(Claim claim, Clause clause, Entry home) {
        return claim.said(home).stream().allMatch(Statement::isOfList)
                && clause.tokens().stream()
                        .anyMatch(token -> token.kind() == Kind.VERSION && says(claim, home, token, true));
    }

    private static boolean isAbout(Claim claim, Entry home, Token name) {
        return says(claim, home, name, true)
                || claim.cited().stream()
                        .filter(entry -> !entry.equals(home) && says(claim, entry, name, true))
                        .flatMap(entry -> claim.said(entry).stream())
                        .flatMap(known -> known.neighbours().stream())
                        .filter(token -> names(token) || token.kind() == Kind.VERSION || token.kind() == Kind.PLACE)
                        .anyMatch(token -> says(claim, home, token, true));
    }

    private static boolean names(Token token) {
        return Weights.isName(token)
                && token.kind() != Kind.DATE
                && token.kind() != Kind.NUMBER
                && token.kind() != Kind.VERSION;
    }

    private static boolean says(Claim claim, Entry entry, Token token, boolean context) {
        return claim.said(entry).stream().anyMatch(known -> known.near(token, context));
    }

    /** Of two entries of one kind, each about a thing of its own, the clause names the one and tells a value of the other. */
    private static Optional<String> swapped(Claim claim, Clause clause) {
        for (Entry own : claim.cited()) {
            List<Token> named = title(own).stream()
                    .filter(token -> clause.tokens().stream().anyMatch(said -> names(said) && said.isIn(token)))
                    .toList();
            for (Entry other : claim.cited()) {
                boolean siblings = !own.equals(other)
                        && own.evidence().kind().equals(other.evidence().kind());
                List<Token> strange = siblings ? title(other) : List.of();
                boolean about = named.stream().anyMatch(token -> !says(claim, other, token, true))
                        && !strange.isEmpty()
                        && strange.stream().anyMatch(token -> !says(claim, own, token, true) && !isSaid(claim, token))
                        && strange.stream()
                                .filter(token -> !says(claim, own, token, true))
                                .noneMatch(token -> isSaid(claim, token));
                Optional<Token> value = about ? onlyIn(claim, clause, other) : Optional.empty();
                if (value.isPresent()) {
                    return value.map(token -> "'" + token.text() + "' is told of something else in " + other.number());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSaid(Claim claim, Token token) {
        return claim.tokens().stream().anyMatch(said -> said.isIn(token))
                || claim.tokens().stream()
                        .filter(said -> said.kind() == Kind.PLACE)
                        .anyMatch(token::isIn);
    }

    private static Optional<Token> onlyIn(Claim claim, Clause clause, Entry other) {
        return clause.tokens().stream()
                .filter(token -> token.isFact() && token.kind() != Kind.PLACE)
                .filter(token -> says(claim, other, token, false))
                .filter(token -> claim.cited().stream()
                        .allMatch(entry -> entry.equals(other) || !says(claim, entry, token, true)))
                .findFirst();
    }

    private static List<Token> title(Entry entry) {
        Matcher title = TITLE.matcher(entry.evidence().quote());
        return title.matches()
                ? Reading.of(title.group(1)).stream()
                        .flatMap(clause -> clause.tokens().stream())
                        .filter(Subjects::names)
                        .toList()
                : List.of();
    }
}
