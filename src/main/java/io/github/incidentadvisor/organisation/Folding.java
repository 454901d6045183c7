package io.github.incidentadvisor.organisation;

import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Report.PastIncident;
import io.github.incidentadvisor.model.Report.Tool;
import io.github.incidentadvisor.organisation.SharedMigration.Within;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Folds repositories into one report, one after the other: of each only what the report shows is kept. The order in which they come
 * does not matter.
 */
public final class Folding {
    private static final int MOST_SHOWN = 10_000;

    private final Tool tool;
    private final LocalDate today;
    private final List<Who> questions;
    private final List<Member> members = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final Map<Key, List<Part>> migrations =
            new TreeMap<>(Comparator.comparing(Key::id).thenComparing(Key::deadline));
    private final Map<String, Incident> incidents = new TreeMap<>();
    private final Map<Who, List<Affected.Where>> uses = new HashMap<>();
    private final Map<Who, List<Affected.Where>> unsure = new HashMap<>();

    private record Key(String id, Deadline deadline) {}

    private record Part(Migration migration, Within within) {}

    private record Incident(PastIncident incident, TreeSet<String> repositories, TreeSet<String> migrations) {}

    /** @param questions about who uses what */
    public Folding(Tool tool, LocalDate today, List<Who> questions) {
        this.tool = tool;
        this.today = today;
        this.questions = List.copyOf(questions);
    }

    /** One that was read. */
    public void add(Member member, Report report) {
        members.add(member);
        Map<String, String> titles =
                report.migrations().stream().collect(Collectors.toMap(Migration::id, Migration::title, (a, b) -> a));
        for (Migration one : report.migrations()) {
            Within within = new Within(
                    member.name(),
                    one.title(),
                    one.target(),
                    one.places(),
                    one.cost(),
                    one.after().stream().map(id -> titles.getOrDefault(id, id)).toList());
            migrations
                    .computeIfAbsent(new Key(one.id(), one.deadline()), key -> new ArrayList<>())
                    .add(new Part(slim(one), within));
            for (PastIncident incident : report.incidents()) {
                if (one.incidents().contains(incident.id())) {
                    Incident all = incidents.computeIfAbsent(
                            incident.id(), id -> new Incident(incident, new TreeSet<>(), new TreeSet<>()));
                    all.repositories().add(member.name());
                    all.migrations().add(one.title());
                }
            }
        }
    }

    /** What is kept while others are read; evidence and tasks are in the repository's own report. */
    private static Migration slim(Migration one) {
        return new Migration(
                one.id(),
                one.title(),
                timeless(one.trigger()),
                one.deadline(),
                one.target(),
                one.longTerm(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                one.kind(),
                one.cost(),
                List.of(),
                one.incidents());
    }

    /** Reports of several days stand side by side: what was left then is not what is left now. */
    static String timeless(String trigger) {
        return trigger.replaceAll(", in \\d{1,6} days?\\b", "");
    }

    /** Something that one of the repositories, the last one added or not, has. */
    public void use(String repository, Use use) {
        for (Who who : questions) {
            Who.Match match = who.of(use.component(), use.version());
            if (match != Who.Match.NO) {
                Map<Who, List<Affected.Where>> all = match == Who.Match.YES ? uses : unsure;
                all.computeIfAbsent(who, k -> new ArrayList<>()).add(new Affected.Where(repository, use));
            }
        }
    }

    /** Whether anybody asked who uses what. */
    public boolean asks() {
        return !questions.isEmpty();
    }

    /** One that was not read, or a part of the scan that is missing. */
    public void unread(Unread one) {
        unread.add(one);
    }

    /** @param before the last scan that came to its end */
    public Organisation result(Optional<Organisation> before) {
        List<SharedMigration> shared = migrations.values().stream()
                .map(Folding::shared)
                .sorted(SharedMigration.ORDER)
                .toList();
        return new Organisation(
                tool,
                today,
                members,
                unread,
                shared,
                incidents.values().stream()
                        .map(Folding::shared)
                        .sorted(Comparator.comparing((SharedIncident one) ->
                                        -one.repositories().size())
                                .thenComparing(SharedIncident::date, Comparator.reverseOrder())
                                .thenComparing(SharedIncident::id))
                        .toList(),
                questions.stream().map(this::affected).toList(),
                before.map(then -> Changed.of(then, members, shared, today)).orElse(Since.NOTHING));
    }

    private static SharedMigration shared(List<Part> parts) {
        List<Part> byName = parts.stream()
                .sorted(Comparator.comparing((Part part) -> part.within().repository()))
                .toList();
        Map<String, Long> titles = new LinkedHashMap<>();
        byName.forEach(part -> titles.merge(part.migration().title(), 1L, Long::sum));
        String title = titles.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
        Migration first = byName.stream()
                .map(Part::migration)
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow();
        return new SharedMigration(
                first.id(),
                byName.stream()
                        .map(part -> part.migration().kind())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                title,
                first.trigger(),
                first.deadline(),
                first.target(),
                first.longTerm(),
                byName.stream().map(Part::within).toList(),
                byName.stream()
                        .flatMap(part -> part.migration().incidents().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static SharedIncident shared(Incident one) {
        return new SharedIncident(
                one.incident().id(),
                one.incident().title(),
                one.incident().url(),
                one.incident().date(),
                List.copyOf(one.repositories()),
                List.copyOf(one.migrations()));
    }

    private Affected affected(Who who) {
        List<Affected.Where> places = sorted(uses.getOrDefault(who, List.of()));
        int repositories =
                (int) places.stream().map(Affected.Where::repository).distinct().count();
        return new Affected(who.text(), repositories, places, sorted(unsure.getOrDefault(who, List.of())));
    }

    private static List<Affected.Where> sorted(List<Affected.Where> all) {
        return all.stream()
                .sorted(Comparator.comparing(Affected.Where::repository)
                        .thenComparing(where -> where.use().component().purl())
                        .thenComparing(where -> where.use().version().text())
                        .thenComparing(where -> where.use().place()))
                .limit(MOST_SHOWN)
                .toList();
    }
}
