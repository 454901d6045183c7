package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Numbers that no entry holds and that follow from what is cited by counting, adding or taking away. */
final class Sums {
    private static final int LARGEST = 100_000;

    private Sums() {}

    static boolean follows(Claim claim, Token number) {
        if (!number.norm().matches("\\d{1,5}")) {
            return false;
        }
        long told = Long.parseLong(number.norm());
        return told > 1 && counts(claim).anyMatch(count -> count == told) || isSum(claim, told);
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
