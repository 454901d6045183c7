package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.evidence.TestedLines;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Change.Direction;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Rule.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Changes of a project all of whose code was held against them, what was found of them, and what is said in the end. */
final class Step {
    static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    private final List<Change> changes = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    static Artifact artifact(String ga) {
        return Artifact.of(ga.substring(0, ga.indexOf(':')), ga.substring(ga.indexOf(':') + 1));
    }

    static Step of(String ga, String from, String to) {
        return new Step().and(ga, from, to);
    }

    /** Another declared one, on a line of its own. */
    Step and(String ga, String from, String to) {
        return add(ga, from, to, new Place("pom.xml", 10 + changes.size()), "");
    }

    /** One on the same line as the first. */
    Step onTheSameLine(String ga, String from, String to) {
        return add(ga, from, to, changes.get(0).declaredAt(), "");
    }

    /** One that the first brings. */
    Step moving(String ga, String from, String to) {
        return add(ga, from, to, Place.NONE, changes.get(0).component().purl());
    }

    private Step add(String ga, String from, String to, Place at, String movedBy) {
        changes.add(new Change(
                artifact(ga),
                VersionOrder.MAVEN.compare(new Version(from), new Version(to)) > 0 ? Direction.DOWN : Direction.UP,
                new Version(from),
                new Version(to),
                movedBy.isEmpty() ? Role.DIRECT : Role.TRANSITIVE,
                at,
                movedBy,
                List.of(),
                List.of("pom.xml")));
        return this;
    }

    /** Of the first one. */
    Step with(Finding finding) {
        return with(finding, "");
    }

    Step with(Finding finding, String target) {
        Change change = changes.get(0);
        Declaration declaration = new Declaration(change.declaredAt(), change.declaredAt(), "", "", "", "");
        Item item = new Item(
                change.component(),
                change.to(),
                change.role(),
                "pom.xml",
                "",
                false,
                declaration,
                List.of(),
                Version.NONE);
        found.add(new Found(item, finding, new Version(target), Version.NONE));
        return this;
    }

    /** With so many lines that do not compile. */
    Step breaking(int lines) {
        for (int line = 1; line <= lines; line++) {
            with(finding(Kind.BROKEN_REFERENCE, Severity.BREAKS_BUILD, new Place("src/A.java", line), Deadline.NONE));
        }
        return this;
    }

    static Finding finding(Kind kind, Severity severity, Place place, Deadline deadline) {
        return new Finding(
                "x-" + kind + place.line(),
                kind,
                severity,
                severity == Severity.DEADLINE ? Grade.STATED : Grade.MEASURED,
                place,
                Reference.NONE,
                deadline,
                "a text",
                "",
                List.of(new Evidence("x", Grade.MEASURED, "x", "", "", "a text")));
    }

    static Finding ending(String day) {
        return finding(
                Kind.END_OF_LIFE,
                Severity.DEADLINE,
                new Place("pom.xml", 10),
                new Deadline(LocalDate.parse(day), "free support"));
    }

    static Finding vulnerability(Severity severity) {
        return finding(Kind.VULNERABILITY, severity, new Place("pom.xml", 10), Deadline.NONE);
    }

    List<Found> found() {
        return List.copyOf(found);
    }

    /** With what is known of tests at its lines. */
    Step marked(TestedLines tested) {
        List<Found> marked = LinesUnderTest.marked(found, tested);
        found.clear();
        found.addAll(marked);
        return this;
    }

    List<Advisory> judged() {
        return judged(Backgrounds.of(new Coverage(40, 7, 0)));
    }

    List<Advisory> judged(Background background) {
        return new Judge(Urgency.DEFAULT, background)
                .judge(new Situation(Mode.CHANGE, Inventory.EMPTY, changes, TODAY), found);
    }

    /** Of the one that was named first. */
    Advisory first() {
        return first(Backgrounds.of(new Coverage(40, 7, 0)));
    }

    Advisory first(Background background) {
        return judged(background).stream()
                .filter(one -> one.component().equals(changes.get(0).component()))
                .findFirst()
                .orElseThrow();
    }

    Change change() {
        return changes.get(0);
    }
}
