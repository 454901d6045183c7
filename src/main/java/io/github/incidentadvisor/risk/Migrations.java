package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Rule.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Folds what is due into work that belongs together. A newer version alone is no reason for any. */
public final class Migrations {
    private static final Comparator<Migration> ORDER =
            Comparator.comparing(Migration::deadline).thenComparing(Migration::title);

    private Migrations() {}

    /**
     * The migrations, nearest deadline first.
     *
     * @param found what was found, suppressed ones taken out
     * @param advisories what became of it
     * @param today the day to judge by
     */
    public static List<Migration> of(List<Found> found, List<Advisory> advisories, Urgency urgency, LocalDate today) {
        Map<String, List<Found>> byTheme = new LinkedHashMap<>();
        for (Found one : found) {
            Verdict verdict = urgency.of(one.finding(), today);
            if (verdict == Verdict.ACTION || verdict == Verdict.PLAN) {
                byTheme.computeIfAbsent(one.move().theme(), theme -> new ArrayList<>())
                        .add(one);
            }
        }
        return byTheme.values().stream()
                .map(all -> migration(all, advisories))
                .sorted(ORDER)
                .toList();
    }

    private static Migration migration(List<Found> all, List<Advisory> advisories) {
        Found first = all.stream()
                .min(Comparator.comparing((Found one) -> one.move().to().isEmpty())
                        .thenComparing(one -> -one.move().parts().size())
                        .thenComparing(one -> one.finding().deadline())
                        .thenComparing(one -> one.finding().place()))
                .orElseThrow();
        Move move = first.move();
        Version target = first.smallestStep();
        Version longTerm = first.longTerm();
        String id = StableId.of("mig", move.theme(), target.text());
        String step = move.to().isEmpty() ? "" : "move to " + move.name() + " " + move.to();
        Map<Place, String> places = new TreeMap<>();
        List<String> breaks = new ArrayList<>();
        Deadline nearest = all.stream()
                .map(one -> one.finding().deadline())
                .min(Comparator.naturalOrder())
                .orElse(Deadline.NONE);
        for (Found one : all) {
            Deadline own = one.finding().deadline();
            for (Move.Part part : one.move().parts()) {
                // What several findings would move has no date of its own.
                boolean alone = all.stream()
                                .filter(other -> other.move().parts().contains(part))
                                .count()
                        == 1;
                String until = alone && own.isKnown() && !own.equals(nearest) ? " (by " + own.on() + ")" : "";
                String todo = part.todo().isEmpty() ? step : part.todo();
                places.merge(
                        part.place(),
                        part.what() + (todo.isEmpty() ? "" : ": " + todo) + until,
                        (a, b) -> a.contains(b) ? a : a + "; " + b);
                if (!part.todo().isEmpty()) {
                    breaks.add(part.place() + " " + part.what());
                }
            }
        }
        List<Task> tasks = new ArrayList<>();
        places.forEach((place, text) -> tasks.add(new Task(StableId.of("mig", id, place.file(), text), text, place)));
        List<String> ids = all.stream().map(one -> one.finding().id()).toList();
        List<String> ended = advisories.stream()
                .filter(advisory ->
                        advisory.findings().stream().map(Finding::id).anyMatch(ids::contains))
                .map(Advisory::id)
                .toList();
        return new Migration(
                id,
                title(move),
                first.finding().text(),
                nearest,
                target,
                longTerm,
                List.copyOf(places.keySet()),
                breaks.stream().distinct().toList(),
                ended,
                tasks,
                List.of(),
                kind(all),
                Migration.Cost.edits(places.size()),
                all.stream()
                        .flatMap(one -> one.finding().evidence().stream())
                        .distinct()
                        .toList(),
                List.of());
    }

    private static Migration.Kind kind(List<Found> all) {
        return all.stream()
                .map(one -> kind(one.finding().kind()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Migration.Kind kind(Finding.Kind kind) {
        switch (kind) {
            case RETIREMENT:
            case REMOVED_API:
                return Migration.Kind.FORCED_STOP;
            case VULNERABILITY:
                return Migration.Kind.VULNERABILITY;
            case ORPHAN_PIN:
                return Migration.Kind.ORPHAN_PIN;
            default:
                return Migration.Kind.END_OF_SUPPORT;
        }
    }

    private static String title(Move move) {
        String from = move.name() + (move.from().isEmpty() ? "" : " " + move.from());
        return move.to().isEmpty() ? "away from " + from : from + " → " + move.to();
    }
}
