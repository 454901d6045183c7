package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.verify.Token.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers that no entry holds and that follow from what is cited by counting, adding or taking away. */
final class Sums {
    private static final int LARGEST = 100_000;

    /** By stem. */
    private static final Map<String, Long> SECONDS =
            Map.of("second", 1L, "minut", 60L, "hour", 3_600L, "day", 86_400L, "week", 604_800L);

    private static final Pattern LIST = Pattern.compile("[\\w.:/-]+(?:, [\\w.:/-]+)+,? (?:and|or) [\\w.:/-]+");

    /** Words of somebody who adds up or tells what is left. */
    private static final Set<String> RECKONING = Set.of(
            "remaining",
            "remainder",
            "remain",
            "remains",
            "other",
            "others",
            "another",
            "rest",
            "left",
            "total",
            "together",
            "altogether",
            "more",
            "further",
            "both",
            "combined",
            "all",
            "not",
            "none",
            "unchecked",
            "missing",
            "except",
            "overall",
            "difference",
            "fewer",
            "less",
            "longer",
            "later",
            "shorter",
            "earlier",
            "sooner");

    private Sums() {}

    static boolean follows(Claim claim, Clause clause, Token number) {
        if (!number.norm().matches("\\d{1,5}")) {
            return false;
        }
        long told = Long.parseLong(number.norm());
        long length = lengths(clause).getOrDefault(clause.tokens().indexOf(number), 0L);
        if (length == 0 && Span.at(clause, clause.tokens().indexOf(number)) != null) {
            return false;
        }
        Optional<Version.Step> step = step(clause, number);
        if (step.isPresent()) {
            return isSteps(claim, step.get(), told);
        }
        if (countsOtherwise(claim, clause, number)) {
            return false;
        }
        return length > 0
                        && claim.statements().stream()
                                .anyMatch(known -> lengths(known.clause()).containsValue(length))
                || length == 0
                        && told > 1
                        && countsThings(clause, number)
                        && counts(claim).anyMatch(count -> count == told)
                || clause.saysOneOf(RECKONING) && isSum(claim, told);
    }

    /** "Two minor versions" counts steps of that size. */
    private static Optional<Version.Step> step(Clause clause, Token number) {
        int at = clause.tokens().indexOf(number);
        return clause.tokens().subList(at + 1, Math.min(at + 2, clause.tokens().size())).stream()
                .flatMap(token -> Stream.of(Version.Step.MAJOR, Version.Step.MINOR, Version.Step.PATCH)
                        .filter(one -> one.name().equalsIgnoreCase(token.text())))
                .findFirst();
    }

    /** Whether two cited versions are so many steps apart; what is told of whole sets of versions is counted otherwise. */
    private static boolean isSteps(Claim claim, Version.Step step, long told) {
        List<String> versions = claim.statements().stream()
                .flatMap(known -> known.clause().tokens().stream())
                .filter(token -> token.kind() == Kind.VERSION)
                .map(Token::norm)
                .distinct()
                .toList();
        return versions.stream().anyMatch(from -> versions.stream()
                .anyMatch(to -> new Version(from).stepTo(new Version(to)) == step
                        && Numbers.at(to, step.ordinal() - 1) - Numbers.at(from, step.ordinal() - 1) == told));
    }

    /** "Two are supported" counts no list. */
    private static boolean countsThings(Clause clause, Token number) {
        int at = clause.tokens().indexOf(number);
        return clause.tokens().subList(at + 1, Math.min(at + 3, clause.tokens().size())).stream()
                .anyMatch(token -> token.kind() == Kind.WORD && token.text().matches(".*[^s]s"));
    }

    /** The evidence itself counts these things. */
    private static boolean countsOtherwise(Claim claim, Clause clause, Token number) {
        int at = clause.tokens().indexOf(number);
        if (at + 1 >= clause.tokens().size()) {
            return false;
        }
        Token counted = clause.tokens().get(at + 1);
        return counted.kind() == Kind.WORD
                && counted.text().endsWith("s")
                && !SECONDS.containsKey(counted.norm())
                && claim.statements().stream()
                        .map(known -> known.clause().tokens())
                        .anyMatch(tokens -> {
                            for (int i = 0; i + 1 < tokens.size(); i++) {
                                if (tokens.get(i).kind() == Kind.NUMBER
                                        && tokens.get(i + 1).norm().equals(counted.norm())) {
                                    return true;
                                }
                            }
                            return false;
                        });
    }

    /** Whether a number is what remains of two cited ones: 71 of 74 were checked, so 3 were not. */
    static boolean hasRemainder(Claim claim, Clause clause) {
        return clause.tokens().stream()
                .filter(token -> token.kind() == Kind.NUMBER && !claim.isCited(token))
                .anyMatch(token -> token.norm().matches("\\d{1,5}") && isSum(claim, Long.parseLong(token.norm())));
    }

    /** Lengths of time in seconds, by the place of their first number; "3 hours and 10 minutes" is one. */
    private static Map<Integer, Long> lengths(Clause clause) {
        Map<Integer, Long> lengths = new HashMap<>();
        List<Token> tokens = clause.tokens();
        int start = -1;
        int next = -1;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Long unit = SECONDS.get(tokens.get(i + 1).norm());
            if (tokens.get(i).kind() == Kind.NUMBER
                    && unit != null
                    && tokens.get(i).norm().length() < 6) {
                start = i == next ? start : i;
                next = i + 2;
                lengths.merge(start, unit * Long.parseLong(tokens.get(i).norm()), Long::sum);
            }
        }
        return lengths;
    }

    /** As many as there are places, or entries, or names in one entry. */
    private static Stream<Long> counts(Claim claim) {
        Stream<Long> inOne = claim.cited().stream()
                .flatMap(entry -> Stream.of(Kind.ID, Kind.VERSION).map(kind -> distinct(claim, kind, entry.number())));
        Stream<Long> listed = claim.cited().stream()
                .flatMap(entry -> LIST.matcher(entry.evidence().quote())
                        .results()
                        .map(list -> list.group().chars().filter(c -> c == ',').count()
                                + (list.group().matches(".*, (?:and|or) .*") ? 1 : 2)));
        long places = claim.cited().stream()
                .map(entry -> entry.evidence().source())
                .filter(source -> source.matches(".*:\\d+"))
                .distinct()
                .count();
        return Stream.concat(
                Stream.concat(
                        Stream.concat(listed, Stream.of(places)), Stream.of(distinct(claim, Kind.PLACE, ""), (long)
                                claim.cited().size())),
                inOne);
    }

    private static long distinct(Claim claim, Kind kind, String entry) {
        return claim.statements().stream()
                .filter(known -> entry.isEmpty() || known.entry().number().equals(entry))
                .flatMap(known -> known.clause().tokens().stream())
                .filter(token -> token.kind() == kind)
                .map(Token::norm)
                .distinct()
                .count();
    }

    private static boolean isSum(Claim claim, long told) {
        List<Long> numbers = claim.statements().stream()
                .flatMap(known -> known.clause().tokens().stream())
                .filter(token -> token.kind() == Kind.NUMBER && token.norm().matches("\\d{1,5}"))
                .map(token -> Long.parseLong(token.norm()))
                .filter(number -> number < LARGEST)
                .distinct()
                .toList();
        return numbers.stream().anyMatch(one -> numbers.stream()
                .filter(other -> !other.equals(one))
                .anyMatch(other -> one - other == told || one + other == told));
    }
}
