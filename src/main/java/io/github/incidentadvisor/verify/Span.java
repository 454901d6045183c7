package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A length of time that a clause tells: "37 days", "nearly two years".
 *
 * @param days how long one of its units is, in days
 */
record Span(long count, double days, Bound bound) {
    private enum Bound {
        NONE,
        ABOUT,
        NEARLY,
        BELOW,
        ABOVE
    }

    private static final Map<String, Double> UNITS = Map.of("day", 1.0, "week", 7.0, "month", 30.44, "year", 365.25);
    private static final Set<String> ABOUT = Set.of("about", "roughly", "around", "approximately", "some", "circa");
    private static final Set<String> NEARLY = Set.of("nearly", "almost", "close");
    private static final Set<String> BELOW = Set.of("under", "less", "within", "fewer", "short");
    private static final Set<String> ABOVE = Set.of("over", "morethan", "more", "beyond", "atleast", "exceeding");

    /** The span whose number stands at a place of the clause; null when it is none. */
    static Span at(Clause clause, int at) {
        Token number = clause.tokens().get(at);
        if (number.kind() != Kind.NUMBER || number.norm().length() > 5) {
            return null;
        }
        for (int i = at + 1; i < Math.min(at + 3, clause.tokens().size()); i++) {
            if (i == at + 2
                    && Lexicon.ENGLISH.isIn(
                            "strong", clause.tokens().get(at + 1).norm())) {
                return null;
            }
            Double days = UNITS.get(clause.tokens().get(i).norm());
            if (days != null) {
                return new Span(Long.parseLong(number.norm()), days, bound(clause, number));
            }
        }
        return null;
    }

    private static Bound bound(Clause clause, Token number) {
        int at = clause.words().indexOf(number.text().toLowerCase(java.util.Locale.ROOT));
        List<String> before = clause.words().subList(Math.max(0, at - 2), Math.max(0, at));
        if (before.stream().anyMatch(NEARLY::contains)) {
            return Bound.NEARLY;
        }
        return before.stream().anyMatch(BELOW::contains)
                ? Bound.BELOW
                : before.stream().anyMatch(ABOVE::contains)
                        ? Bound.ABOVE
                        : before.stream().anyMatch(ABOUT::contains) ? Bound.ABOUT : Bound.NONE;
    }

    /** Whether it is as long as from today to one of the days or, where days are compared, from one of them to another. */
    boolean isBetween(LocalDate today, List<LocalDate> dates, boolean compares) {
        List<LocalDate> all = new ArrayList<>(compares ? dates : List.of());
        all.add(today);
        return all.stream().anyMatch(from -> dates.stream()
                .anyMatch(to -> !from.equals(to) && fits(Math.abs(ChronoUnit.DAYS.between(from, to)))));
    }

    /** Whether so many days or weeks lead from one day to another. */
    boolean endsOn(LocalDate from, Token date) {
        if (days > 7 || bound != Bound.NONE) {
            return false;
        }
        String after = from.plusDays(Math.round(count * days)).toString();
        String before = from.minusDays(Math.round(count * days)).toString();
        String told = date.norm().replaceFirst("^-(?=-)", "");
        return after.endsWith(told) || before.endsWith(told);
    }

    private boolean fits(long length) {
        double told = count * days;
        double slack = days == 1.0 ? 0 : days > 300 ? 5 : 3;
        return switch (bound) {
            case NONE ->
                days == 1.0
                        ? length == count
                        : (long) (length / days) == count
                                || Math.round(length / days) == count
                                || Math.abs(length - told) <= slack;
            case ABOUT -> Math.abs(length - told) <= Math.max(told * 0.2, 1);
            case NEARLY -> length <= told + slack && length >= told - Math.max(days / 2, told * 0.1);
            case BELOW -> length <= told + slack && length >= told * 0.7;
            case ABOVE -> length >= told - slack && length < told + Math.max(days, told * 0.35);
        };
    }
}
