package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Time that is counted from today or told by the tense. */
final class Days implements Check {
    private static final Set<String> PAST =
            Set.of("ended", "expired", "stopped", "lost", "already", "lapsed", "ceased", "past", "ago", "unsupported");
    /** "Unsupported from May on" may lie ahead. */
    private static final Pattern FROM = Pattern.compile("\\bunsupported (?:from|as of)\\b");

    private static final Set<String> FUTURE = Set.of(
            "ends",
            "expires",
            "still",
            "continues",
            "continue",
            "keeps",
            "lasts",
            "stops",
            "tomorrow",
            "soon",
            "lapses",
            "ceases");

    /** What was done to a day that may lie ahead. */
    private static final Set<String> SETTING = Set.of(
            "POSTPONE",
            "ADVANCE",
            "MOVE",
            "EXTENDED",
            "CHANGE",
            "SEE",
            "SHOW",
            "PLAN",
            "EXPECT",
            "FIX",
            "announc",
            "schedul");

    /** What has a day of its own in a list of several. */
    private static final Set<String> EVENTS = Set.of("DEPRECATE", "EXIST", "ALLOW", "EXTENDED", "REVERT", "BEGIN");

    private static final Set<String> AHEAD = Set.of("away", "left", "remaining", "remain", "remains");

    private static final Set<String> COMPARING = Set.of(
            "later", "earlier", "longer", "before", "after", "between", "apart", "further", "another", "more",
            "shorter", "by");

    /** A day beside these words is one that no longer counts. */
    private static final Set<String> WITHDRAWN =
            Set.of("wrong", "incorrect", "mistaken", "erroneous", "formerly", "previously", "originally", "outdated");

    /** Whether the number at a place of the clause is a time from today to a cited date. */
    static boolean follows(Claim claim, Clause clause, int at) {
        Set<String> events = clause.tokens().stream()
                .filter(token -> EVENTS.contains(token.norm()))
                .map(Token::norm)
                .collect(Collectors.toSet());
        List<Statement> told = claim.statements().stream()
                .filter(known -> known.clause().tokens().stream().anyMatch(token -> events.contains(token.norm())))
                .filter(known -> !dates(List.of(known)).isEmpty())
                .toList();
        List<LocalDate> own = claim.tokens().stream()
                .filter(token -> isReckoned(claim, token))
                .flatMap(token -> day(token, claim.dossier().asOf()).stream())
                .toList();
        boolean all = told.isEmpty() || clause.saysOneOf(COMPARING);
        return follows(claim.dossier().asOf(), all ? claim.statements() : told, clause, at, own);
    }

    /** "In four months", "four months away". */
    private static boolean isAhead(Clause clause, int at) {
        int place = clause.words().indexOf(clause.tokens().get(at).text().toLowerCase(java.util.Locale.ROOT));
        return clause.saysOneOf(AHEAD)
                || place > 0
                        && clause.words().get(place - 1).equals("in")
                        && (clause.words().contains("ends") || clause.words().contains("will"));
    }

    /** Whether a date is that of a cited one and of a time that is told: ten days after the 22nd. */
    static boolean isReckoned(Claim claim, Token date) {
        if (date.kind() != Kind.DATE || !date.norm().matches("(?:\\d{4}-|--)\\d\\d-\\d\\d")) {
            return false;
        }
        List<Clause> telling = Stream.concat(
                        claim.clauses().stream(), claim.statements().stream().map(Statement::clause))
                .toList();
        return dates(claim.statements()).stream().anyMatch(from -> telling.stream()
                .anyMatch(clause -> IntStream.range(0, clause.tokens().size())
                        .mapToObj(i -> Span.at(clause, i))
                        .filter(Objects::nonNull)
                        .anyMatch(span -> span.endsOn(from, date))));
    }

    /** The same for some of the statements. */
    static boolean follows(LocalDate today, List<Statement> statements, Clause clause, int at) {
        return follows(today, statements, clause, at, List.of());
    }

    /** @param told days that the sentence itself gives */
    private static boolean follows(
            LocalDate today, List<Statement> statements, Clause clause, int at, List<LocalDate> told) {
        Span span = Span.at(clause, at);
        List<Statement> standing = statements.stream()
                .filter(known -> !known.clause().saysOneOf(WITHDRAWN))
                .toList();
        boolean compares = clause.saysOneOf(COMPARING);
        List<String> named = clause.tokens().stream()
                .filter(token -> token.kind() == Kind.DATE && !token.norm().startsWith("-"))
                .map(Token::norm)
                .toList();
        List<LocalDate> dates = Stream.concat(dates(standing).stream(), told.stream())
                .filter(date -> compares || named.isEmpty() || named.stream().anyMatch(date.toString()::startsWith))
                .filter(date -> compares || !clause.words().contains("ago") || !date.isAfter(today))
                .filter(date -> compares || !isAhead(clause, at) || !date.isBefore(today))
                .toList();
        return span != null && span.isBetween(today, dates, compares);
    }

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> ofClause(claim, clause));
    }

    private Optional<String> ofClause(Claim claim, Clause clause) {
        LocalDate today = claim.dossier().asOf();
        Optional<String> relative = relative(claim, clause, today);
        if (relative.isPresent()) {
            return relative;
        }
        List<LocalDate> named =
                clause.tokens().stream().flatMap(token -> day(token).stream()).toList();
        if (clause.saysOneOf(Set.of("was", "were", "had"))
                && SETTING.stream().noneMatch(clause::has)
                && !named.isEmpty()
                && named.stream().allMatch(date -> date.isAfter(today))) {
            return Optional.of("it tells as past what is to come on " + named.get(0));
        }
        boolean ends = clause.has("END") || clause.has("SUPPORT");
        if (!ends) {
            return Optional.empty();
        }
        boolean past = clause.saysOneOf(PAST)
                        && !FROM.matcher(String.join(" ", clause.words())).find()
                || clause.words().contains("nolonger");
        boolean future = !past && (clause.saysOneOf(FUTURE) || clause.words().contains("will"));
        List<LocalDate> meant = meant(claim, clause);
        if (meant.isEmpty() || past == future) {
            return Optional.empty();
        }
        boolean over = meant.stream().allMatch(date -> !date.isAfter(today));
        boolean ahead = meant.stream().allMatch(date -> date.isAfter(today));
        if (past && ahead) {
            return Optional.of("it tells as past what ends on " + meant.get(0));
        }
        return future && over ? Optional.of("it tells as to come what ended on " + meant.get(0)) : Optional.empty();
    }

    /** Words such as "next month" for a cited date. */
    private static Optional<String> relative(Claim claim, Clause clause, LocalDate today) {
        String words = " " + String.join(" ", clause.words()) + " ";
        for (Map.Entry<String, Integer> day :
                Map.of("yesterday", -1, "today", 0, "tomorrow", 1).entrySet()) {
            boolean told = words.contains(" " + day.getKey() + " ") && clause.has("END");
            LocalDate about = today.plusDays(day.getValue());
            if (told && !meant(claim, clause).contains(about)) {
                return Optional.of("no cited date is " + day.getKey());
            }
        }
        for (String span : List.of("week", "month", "year")) {
            ChronoUnit unit = span.equals("week")
                    ? ChronoUnit.WEEKS
                    : span.equals("month") ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
            for (int step = -1; step <= 1; step++) {
                String said = " " + (step < 0 ? "last" : step == 0 ? "this" : "next") + " " + span + " ";
                LocalDate about = today.plus(step, unit);
                if (words.contains(said) && meant(claim, clause).stream().noneMatch(date -> same(date, about, span))) {
                    return Optional.of("no cited date is" + said.stripTrailing());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean same(LocalDate date, LocalDate about, String span) {
        return switch (span) {
            case "week" -> Math.abs(ChronoUnit.DAYS.between(date, about)) <= 6;
            case "month" -> date.getYear() == about.getYear() && date.getMonth() == about.getMonth();
            default -> date.getYear() == about.getYear();
        };
    }

    /** The dates that the clause names, else those of the statement that fits it best. */
    private static List<LocalDate> meant(Claim claim, Clause clause) {
        List<LocalDate> own =
                clause.tokens().stream().flatMap(token -> day(token).stream()).toList();
        return own.isEmpty()
                ? Closest.to(clause, claim.statements())
                        .map(best -> dates(List.of(best)))
                        .filter(found -> !found.isEmpty())
                        .orElseGet(() -> dates(claim.statements()))
                : own;
    }

    private static List<LocalDate> dates(List<Statement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.clause().tokens().stream())
                .flatMap(token -> day(token).stream())
                .toList();
    }

    /** A day without a year is one of this year. */
    private static Optional<LocalDate> day(Token token, LocalDate today) {
        return day(
                token.norm().startsWith("--")
                        ? new Token(
                                Kind.DATE,
                                token.text(),
                                today.getYear() + token.norm().substring(1),
                                0,
                                false)
                        : token);
    }

    private static Optional<LocalDate> day(Token token) {
        if (token.kind() != Kind.DATE) {
            return Optional.empty();
        }
        String iso = token.norm();
        try {
            return Optional.of(
                    LocalDate.parse(iso.length() == 4 ? iso + "-12-31" : iso.length() == 7 ? iso + "-28" : iso));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
