package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.organisation.Advice.Outcome;
import io.github.incidentadvisor.organisation.Organisation;
import io.github.incidentadvisor.organisation.SharedMigration;
import io.github.incidentadvisor.organisation.SharedMigration.Within;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a report on many repositories says, whatever it is written in. */
final class OrganisationWords {
    private OrganisationWords() {}

    static String headline(Organisation all) {
        if (all.members().isEmpty()) {
            return "No repository could be read";
        }
        long hit = all.migrations().stream()
                .flatMap(one -> one.within().stream())
                .map(Within::repository)
                .distinct()
                .count();
        if (hit == 0) {
            return "Nothing is due in " + repositories(all.members().size());
        }
        long over = all.migrations().stream()
                .filter(one -> one.deadline().isPast(all.asOf()))
                .count();
        String next = all.migrations().stream()
                .map(SharedMigration::deadline)
                .filter(deadline -> deadline.isKnown() && !deadline.isPast(all.asOf()))
                .findFirst()
                .map(deadline -> "; the next deadline is " + deadline.on())
                .orElse("");
        return count(all.migrations().size(), "migration") + " in " + hit + " of "
                + repositories(all.members().size()) + (over == 0 ? "" : ", " + over + " past the deadline") + next;
    }

    static String repositories(long count) {
        return count(count, "repository").replace("repositorys", "repositories");
    }

    static String count(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    static String left(SharedMigration one, LocalDate today) {
        Deadline deadline = one.deadline();
        if (!deadline.isKnown()) {
            return one.isUrgentWithoutDay() ? "now" : "no day";
        }
        long days = deadline.daysFrom(today);
        return days > 0 ? count(days, "day") + " left" : days == 0 ? "today" : count(-days, "day") + " ago";
    }

    static String kind(Migration.Kind kind) {
        return kind.word().replace('-', ' ');
    }

    /** Where the work is, and how much. */
    static String cost(Within within) {
        return within.cost().text();
    }

    static String targets(SharedMigration one) {
        List<String> parts = new ArrayList<>();
        if (one.target().isKnown()) {
            parts.add("smallest step " + one.target());
        }
        if (one.longTerm().isKnown() && !one.longTerm().equals(one.target())) {
            parts.add("lasts longest " + one.longTerm());
        }
        return String.join(", ", parts);
    }

    static String places(Within within, int most) {
        String some = within.places().stream().limit(most).map(Object::toString).collect(Collectors.joining(", "));
        int more = within.places().size() - most;
        return some + (more > 0 ? " and " + more + " more" : "");
    }

    /** One row an outcome, with what it means. */
    static Map<Outcome, String> outcomes() {
        Map<Outcome, String> words = new LinkedHashMap<>();
        words.put(Outcome.AS_ADVISED, "went to the advised version or beyond");
        words.put(Outcome.OTHERWISE, "went elsewhere, or less far");
        words.put(Outcome.REVERTED, "went as advised and was taken back");
        words.put(Outcome.INCIDENT, "went as advised, and an incident that resembles the step happened after");
        words.put(Outcome.REMOVED, "what it was about is gone");
        words.put(Outcome.OPEN, "still stands");
        words.put(Outcome.UNKNOWN, "the reason is gone and no version moved: facts changed, or somebody suppressed it");
        return words;
    }

    static final String TRACK =
            "From the versions and the history of each repository. That a version moved is seen; that it moved "
                    + "because of the advice is not.";
}
