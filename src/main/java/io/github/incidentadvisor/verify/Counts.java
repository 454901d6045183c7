package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A number counts what it counts in the evidence: two days are no two weeks, and two of nine are not nine. */
final class Counts implements Check {
    private static final Pattern SHARE = Pattern.compile("(?i)\\b(\\w+) (?:out )?of (?:the |its |our )?(\\w+) ");

    private static final Pattern PART =
            Pattern.compile("(?i)\\b(one|two|three|some) of (?:the |its |our |their )?(?:\\w+ )?(\\w+s)\\b");

    private static final Map<String, Set<String>> PARTS = Map.of(
            "one", Set.of("one", "1", "single"),
            "two", Set.of("two", "2", "both"),
            "three", Set.of("three", "3"),
            "some", Set.of("some", "several", "few", "certain"));

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> span(claim, clause).or(() -> counted(claim, clause)))
                .or(() -> share(claim))
                .or(() -> part(claim));
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

    /** "4 kilobytes" where the evidence has 4 bytes. */
    private static Optional<String> counted(Claim claim, Clause clause) {
        List<Token> tokens = clause.tokens();
        for (int i = 0; i + 1 < tokens.size() && !claim.isTask(clause); i++) {
            Token number = tokens.get(i);
            Token thing = tokens.get(i + 1);
            if (number.kind() != Kind.NUMBER
                    || thing.kind() != Kind.WORD
                    || !thing.text().matches(".*[^s]s|percent")
                    || claim.isNear(thing)
                    || Days.follows(claim, clause, i)
                    || Sums.follows(claim, clause, number)) {
                continue;
            }
            List<String> told = claim.statements().stream()
                    .flatMap(known -> after(known.clause(), number).stream())
                    .filter(next -> next.kind() == Kind.WORD)
                    .map(Token::norm)
                    .toList();
            boolean said = claim.tokens().stream().anyMatch(token -> told.contains(token.norm()));
            if (!told.isEmpty() && !said) {
                return Optional.of("'" + number.text() + "' counts something else");
            }
        }
        return Optional.empty();
    }

    /** "One of its two replicas" is not the replicas. */
    private static Optional<String> part(Claim claim) {
        String text = claim.text().toLowerCase(Locale.ROOT);
        for (var entry : claim.cited()) {
            for (MatchResult found :
                    PART.matcher(entry.evidence().quote()).results().toList()) {
                String things = found.group(2).toLowerCase(Locale.ROOT);
                Set<String> part = PARTS.get(found.group(1).toLowerCase(Locale.ROOT));
                List<String> words = List.of(text.split("[\\s,;:()]+"));
                if (words.contains(things) && words.stream().noneMatch(part::contains)) {
                    return Optional.of(entry.number() + " speaks of " + found.group(1) + " of them");
                }
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
                boolean rest = part.matches("\\d{1,5}")
                        && whole.matches("\\d{1,5}")
                        && said.contains(String.valueOf(Integer.parseInt(whole) - Integer.parseInt(part)));
                if (!none
                        && !rest
                        && !part.isEmpty()
                        && !whole.isEmpty()
                        && said.contains(whole)
                        && !said.contains(part)) {
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
