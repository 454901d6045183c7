package io.github.incidentadvisor.action;

import io.github.incidentadvisor.draft.Headline;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Recommendation;
import io.github.incidentadvisor.model.Recommendation.Action;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Risk;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.Usage;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports as the analysis could have written them. */
public final class Reports {
    private final String headline;
    private final List<Advisory> advisories = new ArrayList<>();
    private final List<Report.PastIncident> incidents = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Migration> migrations = new ArrayList<>();
    private final List<Report.Suppressed> suppressed = new ArrayList<>();
    private String commit = "c".repeat(40);
    private Report.Mode mode = Report.Mode.CHANGE;
    private LocalDate asOf = LocalDate.parse("2026-11-24");

    private Reports(String headline) {
        this.headline = headline;
    }

    public static Reports saying(String headline) {
        return new Reports(headline);
    }

    /** With the headline that the engine gives. */
    public static Reports asTheEngineSays() {
        return new Reports("");
    }

    /** A pull request that moves a pool, of which one line breaks. */
    public static Report broken() {
        return saying("Fix 1 line, then merge.")
                .with(pool(finding(
                        "api-3f9a1c",
                        Kind.BROKEN_REFERENCE,
                        Severity.BREAKS_BUILD,
                        Grade.MEASURED,
                        "src/main/java/Cache.java",
                        12,
                        "uses Pool.evict, which pool 2.0 no longer has: will not compile",
                        "use Pool.remove")))
                .with(Gap.of("reflection", "not looked at"))
                .report();
    }

    /** The same once the line is fixed. */
    public static Report clean() {
        return saying("Merge: nothing of yours breaks.").with(pool()).report();
    }

    public static Advisory pool(Finding... findings) {
        return change("org.acme", "pool", "1.0", "2.0", "pom.xml", 21, List.of(findings));
    }

    public static Advisory change(
            String group, String name, String from, String to, String file, int line, List<Finding> findings) {
        return advisory(
                Component.Artifact.of(group, name), true, from, to, Role.DIRECT, file, line, findings, Version.NONE);
    }

    public static Advisory advisory(
            Component component,
            boolean inChange,
            String from,
            String to,
            Role role,
            String file,
            int line,
            List<Finding> findings,
            Version better) {
        Place place = file.isEmpty() ? Place.NONE : new Place(file, line);
        Verdict verdict = Verdict.NONE;
        for (Finding finding : findings) {
            boolean breaks = finding.severity().compareTo(Severity.BREAKS_RUNTIME) <= 0;
            verdict = verdict.or(
                    breaks && finding.grade() == Grade.MEASURED
                            ? Verdict.BROKEN
                            : finding.severity() == Severity.DEADLINE
                                    ? finding.deadline().on().isBefore(LocalDate.parse("2027-02-20"))
                                            ? Verdict.ACTION
                                            : Verdict.PLAN
                                    : Verdict.NONE);
        }
        Evidence change = new Evidence(
                "change",
                Grade.MEASURED,
                file.isEmpty() ? "tree" : file + ":" + line,
                "",
                "",
                from.equals(to) ? from : from + " → " + to);
        boolean major = !from.split("\\.")[0].equals(to.split("\\.")[0]);
        return new Advisory(
                io.github.incidentadvisor.model.StableId.of("adv", component.name(), file),
                inChange,
                verdict,
                component,
                new Version(from),
                new Version(to),
                role,
                place,
                "",
                0,
                new Risk(
                        findings.isEmpty() ? Risk.Level.LOW : Risk.Level.HIGH,
                        List.of(new Risk.Reason(major ? "a major step" : "a minor step", List.of(change)))),
                findings,
                new Recommendation(
                        verdict == Verdict.BROKEN ? Action.FIX_FIRST : Action.MERGE,
                        better.isKnown() ? "Take " + better + ", which is supported longer." : "Merge.",
                        better,
                        Version.NONE),
                findings.stream()
                        .filter(finding -> !finding.fix().isEmpty())
                        .map(finding -> new Task(finding.id(), finding.fix(), finding.place()))
                        .toList(),
                new Prose(Prose.Author.TEMPLATE, List.of(), 0));
    }

    public static Finding finding(
            String id, Kind kind, Severity severity, Grade grade, String file, int line, String text, String fix) {
        Place place = file.isEmpty() ? Place.NONE : new Place(file, line);
        return new Finding(
                id,
                kind,
                severity,
                grade,
                place,
                Reference.NONE,
                Deadline.NONE,
                text,
                fix,
                List.of(new Evidence("linkage", grade, file.isEmpty() ? "jar" : file + ":" + line, "", "", text)));
    }

    public static Finding ending(String id, String file, int line, String text, String on, String fix) {
        return new Finding(
                id,
                Kind.END_OF_LIFE,
                Severity.DEADLINE,
                Grade.STATED,
                new Place(file, line),
                Reference.NONE,
                new Deadline(LocalDate.parse(on), "support"),
                text,
                fix,
                List.of(new Evidence(
                        "lifecycle",
                        Grade.STATED,
                        "lifecycle data",
                        "https://endoflife.date/api",
                        "2026-08-22",
                        text)));
    }

    public Reports with(Advisory advisory) {
        advisories.add(advisory);
        return this;
    }

    public Reports with(Gap gap) {
        gaps.add(gap);
        return this;
    }

    public Reports with(Report.PastIncident incident) {
        incidents.add(incident);
        return this;
    }

    public Reports with(Migration migration) {
        migrations.add(migration);
        return this;
    }

    public Reports with(Report.Suppressed one) {
        suppressed.add(one);
        return this;
    }

    public Reports at(String headCommit) {
        commit = headCommit;
        return this;
    }

    public Reports in(Report.Mode other) {
        mode = other;
        return this;
    }

    public Reports asOf(String day) {
        asOf = LocalDate.parse(day);
        return this;
    }

    public Report report() {
        advisories.sort(java.util.Comparator.comparing((Advisory one) -> !one.inChange())
                .thenComparing(Advisory::verdict, java.util.Comparator.reverseOrder()));
        Set<Evidence> evidence = new LinkedHashSet<>();
        advisories.forEach(advisory -> {
            advisory.findings().forEach(finding -> evidence.addAll(finding.evidence()));
            advisory.risk().reasons().forEach(reason -> evidence.addAll(reason.evidence()));
        });
        incidents.forEach(incident -> evidence.add(incident.evidence()));
        Verdict verdict = advisories.stream()
                .filter(Advisory::inChange)
                .map(Advisory::verdict)
                .reduce(Verdict.NONE, Verdict::or);
        return new Report(
                new Report.Tool("incident-advisor", "1.0"),
                asOf,
                mode,
                new Report.Revision("main", "b".repeat(40), false),
                new Report.Revision("", commit, false),
                verdict,
                headline.isEmpty() ? Headline.of(mode, verdict, advisories, incidents, gaps, asOf) : headline,
                advisories,
                List.of(),
                migrations,
                incidents,
                incidents.isEmpty()
                        ? Report.IncidentsSearched.NONE
                        : new Report.IncidentsSearched(12, List.of("docs/incidents"), "2023-01-09", "2026-10-30"),
                List.of(),
                suppressed,
                List.of(),
                List.copyOf(evidence),
                gaps,
                new Usage(8.4, 37, Map.of("example.com", 37), Map.of("linkage", 2.5)));
    }
}
