package io.github.incidentadvisor.incidents.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people write them: {@code 2021-07-02}, {@code 2 July 2021}, {@code July 2nd, 2021}, {@code 2024/04/15}; a month alone
 * is its first day. Days without a year, and those that may be read two ways, are none.
 */
public final class Days {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?)";
    private static final Pattern DAY = Pattern.compile(
            "(?<!\\d)(?<y>(?:19|20)\\d\\d)[-/](?<m>0?[1-9]|1[0-2])(?:[-/](?<d>0?[1-9]|[12]\\d|3[01]))?(?![-/]?\\d)"
                    + "|(?<![\\w.])(?<d2>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\.? (?:of )?(?<m2>" + MONTH
                    + ")\\.?,? (?<y2>(?:19|20)\\d\\d)"
                    + "|\\b(?<m3>" + MONTH
                    + ")\\.? (?<d3>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,? (?<y3>(?:19|20)\\d\\d)",
            Pattern.CASE_INSENSITIVE);

    private Days() {}

    /**
     * A day in a text.
     *
     * @param iso {@code 2021-07-02}
     */
    public record Found(String iso, Span span) {}

    /** The first in a stretch of a text. */
    public static Optional<Found> first(String text, Span within) {
        Matcher matcher = DAY.matcher(text).region(within.start(), within.end());
        matcher.useTransparentBounds(true);
        while (matcher.find()) {
            Optional<Found> found = of(matcher);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> of(Matcher matcher) {
        try {
            LocalDate day;
            if (matcher.group("y") != null) {
                String date = matcher.group("d");
                day = LocalDate.of(
                        Integer.parseInt(matcher.group("y")),
                        Integer.parseInt(matcher.group("m")),
                        date == null ? 1 : Integer.parseInt(date));
            } else {
                String form = matcher.group("y2") != null ? "2" : "3";
                day = LocalDate.of(
                        Integer.parseInt(matcher.group("y" + form)),
                        MONTHS.indexOf(matcher.group("m" + form)
                                        .toLowerCase(Locale.ROOT)
                                        .substring(0, 3))
                                + 1,
                        Integer.parseInt(matcher.group("d" + form)));
            }
            return Optional.of(new Found(day.toString(), new Span(matcher.start(), matcher.end())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
