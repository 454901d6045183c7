package io.github.incidentadvisor.action.issues;

import io.github.incidentadvisor.action.issues.Standing.Ended;
import io.github.incidentadvisor.model.LeadTimes;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.StableId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a scan does to issues: from the migrations it found and the issues there are to steps. It asks nobody. */
final class Agenda {
    /** As people are told of them. */
    static final Comparator<Migration> ORDER =
            Comparator.comparing(Migration::deadline).thenComparing(Migration::title);

    private final Report report;
    private final Rules rules;
    private final Siblings siblings;
    private final News news;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    /**
     * What is to be done, and what people who run this should know.
     *
     * @param notices of our own words
     */
    record Plan(List<Step> steps, List<String> notices) {}

    /**
     * What people wish.
     *
     * @param scope of the issues
     * @param most of them that may be open at once
     */
    record Rules(String scope, LeadTimes leadTimes, int most) {}

    /** @param existing issues of the rules' scope */
    static Plan of(Report report, List<Existing> existing, Rules rules) {
        return new Agenda(report, existing, rules).plan(existing);
    }

    private Agenda(Report report, List<Existing> existing, Rules rules) {
        this.report = report;
        this.rules = rules;
        this.siblings = new Siblings(report, existing);
        this.news = new News(report);
    }

    /** A migration that lacks an open issue and deserves one; {@code why} is empty for one that never had any. */
    private record Wanted(Migration migration, Optional<Existing> issue, String why) {}

    private Plan plan(List<Existing> existing) {
        Optional<LocalDate> later = existing.stream()
                .flatMap(issue -> issue.standing().stream())
                .map(Standing::said)
                .filter(day -> day.isAfter(report.asOf()))
                .max(Comparator.naturalOrder());
        if (later.isPresent()) {
            return new Plan(
                    List.of(),
                    List.of("An earlier scan judged by " + later.get() + " and this one by " + report.asOf()
                            + ": no issue was touched."));
        }
        List<Migration> all = report.migrations().stream().sorted(ORDER).toList();
        Set<Integer> closing = close(existing);
        List<Migration> live = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (Migration migration : all) {
            Optional<Existing> issue = siblings.of(migration);
            if (issue.isPresent() && issue.get().open()) {
                live.add(migration);
            } else if (issue.isEmpty()) {
                if (rules.leadTimes().reach(migration, report.asOf())) {
                    wanted.add(new Wanted(migration, Optional.empty(), ""));
                }
            } else {
                issue.get()
                        .standing()
                        .flatMap(before -> news.ofClosed(issue.get(), before, migration))
                        .ifPresent(why -> wanted.add(new Wanted(migration, issue, why)));
            }
        }
        long open = existing.stream()
                .filter(issue -> issue.open() && !closing.contains(issue.number()))
                .filter(issue -> issue.counts() || siblings.isTaken(issue))
                .count();
        int room = (int) Math.max(0, Math.min(wanted.size(), rules.most() - open));
        wanted.stream().limit(room).forEach(one -> live.add(one.migration()));
        write(live, wanted.subList(0, room), wanted.subList(room, wanted.size()));
        return new Plan(List.copyOf(steps), List.copyOf(notices));
    }

    /** Closes what is asked for no more, and what stands twice; the numbers of those. */
    private Set<Integer> close(List<Existing> existing) {
        Set<Integer> closing = new HashSet<>();
        for (Existing issue : existing) {
            if (!issue.open() || issue.standing().isEmpty() || siblings.isTaken(issue)) {
                continue;
            }
            Standing standing = issue.standing().get();
            if (siblings.isAnothers(standing)) {
                closing.add(issue.number());
                steps.add(closed(issue, standing, new Ending(Ended.TWICE, "")));
                continue;
            }
            Optional<Ending> ending = Ending.of(standing, report);
            if (ending.isPresent()) {
                closing.add(issue.number());
                steps.add(closed(issue, standing, ending.get()));
            } else {
                notices.add("Issue #" + issue.number()
                        + " stays open: what would show that it is done could not be checked.");
            }
        }
        return closing;
    }

    private Step closed(Existing issue, Standing standing, Ending ending) {
        Standing last =
                standing.ended(ending.why(), report.asOf(), report.head().commit());
        return new Step.Close(issue, IssueBody.remembering(issue.body(), last), ending.comment());
    }

    /** @param waiting what finds no room: told in the first issue */
    private void write(List<Migration> live, List<Wanted> now, List<Wanted> waiting) {
        live.sort(ORDER);
        Map<String, Integer> numbers = new HashMap<>();
        live.forEach(one -> siblings.of(one).ifPresent(issue -> numbers.put(one.id(), issue.number())));
        MigrationText text = new MigrationText(report, numbers);
        List<Migration> left = waiting.stream().map(Wanted::migration).toList();
        if (live.isEmpty() && !left.isEmpty()) {
            notices.add(left.size() + " migrations are due, and no issue may be opened for them.");
        }
        Map<String, Wanted> fresh = new HashMap<>();
        now.forEach(one -> fresh.put(one.migration().id(), one));
        for (Migration migration : live) {
            List<String> lines = text.lines(migration, migration.equals(live.get(0)) ? left : List.of());
            Wanted one = fresh.get(migration.id());
            if (one != null && one.issue().isEmpty()) {
                String title = MigrationText.title(migration, report.asOf());
                steps.add(new Step.Open(migration, title, IssueBody.of(standing(migration, title), lines)));
            } else if (one != null) {
                Existing issue = one.issue().get();
                steps.add(new Step.Reopen(
                        issue, IssueBody.with(issue.body(), standing(migration, issue.title()), lines), one.why()));
            } else {
                siblings.of(migration).ifPresent(issue -> edit(issue, migration, lines));
            }
        }
    }

    private void edit(Existing issue, Migration migration, List<String> lines) {
        if (issue.standing().isEmpty()) {
            notices.add("Issue #" + issue.number() + " is left to whoever took our marks out of it.");
            return;
        }
        Standing before = issue.standing().get();
        boolean namedByUs = before.named().equals(StableId.of("title", issue.title()));
        String title = namedByUs ? MigrationText.title(migration, report.asOf()) : issue.title();
        String body = IssueBody.with(
                issue.body(),
                namedByUs ? standing(migration, title) : standing(migration, "").named(before.named()),
                lines);
        String comment = news.ofOpen(before, migration);
        boolean renamed = !title.equals(issue.title());
        if (renamed || !comment.isEmpty() || !IssueBody.sameWords(issue.body(), body)) {
            steps.add(new Step.Edit(issue, renamed ? title : "", body, comment));
        }
    }

    private Standing standing(Migration migration, String title) {
        Because because = Because.of(migration, report);
        return new Standing(
                rules.scope(),
                migration.id(),
                migration.target().text(),
                migration.deadline().on(),
                Nearness.of(migration.deadline(), report.asOf()),
                report.asOf(),
                report.head().commit(),
                because.ids(),
                because.grounds(),
                migration.advisories(),
                because.names(),
                migration.places().stream().map(Place::file).toList(),
                StableId.of("title", title),
                Ended.NOT);
    }
}
