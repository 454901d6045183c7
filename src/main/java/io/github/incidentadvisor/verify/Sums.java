package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Numbers that no entry holds and that follow from what is cited by counting, adding or taking away. */
final class Sums {
    private static final int LARGEST = 100_000;

    /** By stem. */
    private static final Map<String, Long> SECONDS =
            Map.of("second", 1L, "minut", 60L, "hour", 3_600L, "day", 86_400L, "week", 604_800L);

    private Sums() {}

    static boolean follows(Claim claim, Clause clause, Token number) {
        if (!number.norm().matches("\\d{1,5}")) {
            return false;
        }
        long told = Long.parseLong(number.norm());
        long length = lengths(clause).getOrDefault(clause.tokens().indexOf(number), 0L);
        return length > 0
                        && claim.statements().stream()
                                .anyMatch(known -> lengths(known.clause()).containsValue(length))
                || told > 1 && counts(claim).anyMatch(count -> count == told)
                || isSum(claim, told);
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
        return Stream.concat(
                Stream.of(distinct(claim, Kind.PLACE, ""), (long) claim.cited().size()), inOne);
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
