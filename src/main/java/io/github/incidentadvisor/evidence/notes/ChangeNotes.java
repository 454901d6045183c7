package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.ReleaseNotes;
import io.github.incidentadvisor.evidence.ReleaseNotes.Crossed;
import io.github.incidentadvisor.evidence.ReleaseNotes.Notes;
import io.github.incidentadvisor.evidence.ReleaseNotes.Step;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Change.Direction;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * The notes of everything that a change raises: of what it declares first, then of what that moved and what something was found
 * about; read side by side, one failing never touching another, and held against the project.
 */
public final class ChangeNotes {
    private static final int AT_ONCE = 8;
    private static final int MOST_STEPS = 80;
    /** With what is declared; beyond, only what is declared is worth its requests. */
    private static final int MOST_MOVED = 25;

    private static final int PLACES_NAMED = 4;

    private final ReleaseNotes notes;
    private final Tree tree;
    private final Inventory head;
    private final Artifacts artifacts;

    /**
     * A reader.
     *
     * @param tree the state that the notes are held against
     * @param head what it depends on
     * @param artifacts gives the jars whose types are looked for
     */
    public ChangeNotes(ReleaseNotes notes, Tree tree, Inventory head, Artifacts artifacts) {
        this.notes = notes;
        this.tree = tree;
        this.head = head;
        this.artifacts = artifacts;
    }

    /**
     * What was read.
     *
     * @param read with notes or without, in the order of reading
     * @param gaps what was not found or not looked at, and why
     */
    public record Answer(List<Crossed> read, List<Gap> gaps) {
        /** Nothing was looked for. */
        public static final Answer NOTHING = new Answer(List.of(), List.of());

        public Answer {
            read = List.copyOf(read);
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * Reads.
     *
     * @param withFinding whether something was found about a change, which makes the notes of a moved one worth their cost
     * @param known names that were found to matter, and where
     */
    public Answer of(List<Change> changes, Predicate<Change> withFinding, Map<String, Place> known) {
        List<Change> wanted = changes.stream()
                .filter(change -> change.direction() == Direction.UP)
                .filter(change -> change.isDeclared() || withFinding.test(change))
                .sorted(Comparator.comparing((Change change) -> !change.isDeclared())
                        .thenComparing(Change::role)
                        .thenComparing(change -> change.component().purl()))
                .toList();
        int declared = (int) wanted.stream().filter(Change::isDeclared).count();
        int most = Math.min(MOST_STEPS, Math.max(declared, MOST_MOVED));
        List<Change> first = wanted.subList(0, Math.min(most, wanted.size()));
        Map<Change, Notes> found = read(first);
        List<Crossed> crossed = new ArrayList<>();
        Set<List<Object>> seen = new LinkedHashSet<>();
        if (found.values().stream().anyMatch(one -> !one.items().isEmpty())) {
            Crossing crossing = new Crossing(ProjectWords.of(tree), head, artifacts, changes, known);
            for (Change change : first) {
                Notes one = found.get(change);
                // Modules of one project share their notes; they are shown once, with the first that has them.
                if (one.url().isEmpty() || seen.add(List.of(one.url(), change.from(), change.to()))) {
                    crossed.add(new Crossed(change, one, crossing.of(change, one)));
                }
            }
        } else {
            first.forEach(change -> crossed.add(new Crossed(change, found.get(change), List.of())));
        }
        return new Answer(crossed, gaps(crossed, wanted.size() - first.size()));
    }

    private Map<Change, Notes> read(List<Change> changes) {
        Map<Change, Notes> found = new LinkedHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "notes");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<Notes>> tasks = new ArrayList<>();
            changes.forEach(
                    change -> tasks.add(() -> notes.between(new Step(change.component(), change.from(), change.to()))));
            List<Future<Notes>> answers = threads.invokeAll(tasks);
            for (int i = 0; i < changes.size(); i++) {
                found.put(changes.get(i), answer(changes.get(i), answers.get(i)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            changes.forEach(change -> found.putIfAbsent(change, failed(change, "interrupted")));
        } finally {
            threads.shutdownNow();
        }
        return found;
    }

    private static Notes answer(Change change, Future<Notes> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            return failed(change, "our own trouble: " + e.getCause());
        }
    }

    private static Notes failed(Change change, String why) {
        Step step = new Step(change.component(), change.from(), change.to());
        return Notes.none(step, List.of(), List.of(), List.of(Gap.of("release notes", why)));
    }

    private static List<Gap> gaps(List<Crossed> read, int left) {
        List<Gap> gaps = new ArrayList<>();
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Crossed one : read) {
            Notes notes = one.notes();
            String what = one.change().component().name() + " "
                    + one.change().from().brief() + " → " + one.change().to().brief();
            if (!notes.sections().isEmpty()) {
                if (!hasTarget(notes)) {
                    gaps.add(Gap.of(
                            "release notes of " + what,
                            "none of " + one.change().to() + " itself; its "
                                    + notes.sections().size()
                                    + (notes.sections().size() == 1 ? " section is" : " sections are") + " from "
                                    + notes.source()));
                }
            } else if (!notes.gaps().isEmpty()) {
                byReason.computeIfAbsent(notes.gaps().get(0).reason(), reason -> new ArrayList<>())
                        .add(what);
            } else {
                gaps.add(Gap.of("release notes of " + what, "none found; looked at " + places(notes.lookedAt())));
            }
        }
        byReason.forEach((reason, whats) -> gaps.add(Gap.of("release notes of " + some(whats), reason)));
        if (left > 0) {
            gaps.add(Gap.of("release notes of " + left + " more components", "no more are read in one run"));
        }
        return gaps;
    }

    private static boolean hasTarget(Notes notes) {
        return notes.sections().stream()
                .anyMatch(section -> Range.same(section.version(), notes.step().to()));
    }

    private static String places(List<String> lookedAt) {
        if (lookedAt.isEmpty()) {
            return "nothing: no place is known where it would have any";
        }
        String first = String.join("; ", lookedAt.subList(0, Math.min(PLACES_NAMED, lookedAt.size())));
        return lookedAt.size() <= PLACES_NAMED ? first : first + "; and " + (lookedAt.size() - PLACES_NAMED) + " more";
    }

    private static String some(List<String> whats) {
        String first = String.join(", ", whats.subList(0, Math.min(3, whats.size())));
        return whats.size() <= 3 ? first : first + " and " + (whats.size() - 3) + " more";
    }
}
