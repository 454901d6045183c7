package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Vulnerabilities.Answer;
import io.github.incidentadvisor.evidence.Vulnerabilities.Vulnerability;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known to be vulnerable of what the project has: what the change brings, what it leaves, and what it ends. */
public final class KnownVulnerabilities implements Rule {
    private static final int SUMMARY = 140;

    private final Answer known;

    /** @param known of both sides of every change, and of everything that the head has */
    public KnownVulnerabilities(Answer known) {
        this.known = known;
    }

    @Override
    public List<Found> apply(Situation situation) {
        Map<Coordinates, Item> items = new LinkedHashMap<>();
        situation.head().items().stream()
                .filter(item -> item.component() instanceof Artifact && !situation.isOwn(item.component()))
                .sorted(Comparator.comparing(Item::role).thenComparing(Item::module))
                .forEach(item -> items.putIfAbsent(new Coordinates((Artifact) item.component(), item.version()), item));
        List<Found> found = new ArrayList<>();
        items.forEach((one, item) -> present(one, item, situation, found));
        situation.changes().forEach(change -> ended(change, situation, found));
        return found;
    }

    private void present(Coordinates one, Item item, Situation situation, List<Found> found) {
        List<Vulnerability> all = known.of(one);
        if (all.isEmpty()) {
            return;
        }
        Optional<Change> change = situation.changeOf(one.artifact()).filter(c -> c.to().equals(one.version()));
        List<Vulnerability> before = change.map(this::before).orElse(all);
        Item about =
                change.flatMap(c -> Movement.leader(Optional.of(c), situation)).orElse(item);
        Version safe = all.stream().allMatch(v -> v.fixedIn().isKnown())
                ? all.stream()
                        .map(Vulnerability::fixedIn)
                        .max(VersionOrder.MAVEN)
                        .orElse(Version.NONE)
                : Version.NONE;
        boolean itself = about.component().equals(one.artifact());
        for (Vulnerability vulnerability : all) {
            boolean isNew = change.isPresent() && before.stream().noneMatch(vulnerability::sameAs);
            String how = isNew ? "; this change brings it" : change.isPresent() ? "; it stays with this change" : "";
            Finding finding = finding(
                    one,
                    vulnerability,
                    Severity.CAUTION,
                    place(item),
                    one.artifact().name() + " " + one.version() + " has " + named(vulnerability) + how
                            + (vulnerability.fixedIn().isKnown() ? "; fixed in " + vulnerability.fixedIn() : "") + ".",
                    safe.isKnown() ? "raise " + one.artifact().name() + " to " + safe + " or newer" : "");
            found.add(new Found(about, finding, itself ? safe : Version.NONE, Version.NONE));
        }
    }

    private List<Vulnerability> before(Change change) {
        return change.component() instanceof Artifact artifact && change.from().isKnown()
                ? known.of(new Coordinates(artifact, change.from()))
                : List.of();
    }

    private void ended(Change change, Situation situation, List<Found> found) {
        if (!(change.component() instanceof Artifact artifact)) {
            return;
        }
        List<Vulnerability> now = change.to().isKnown() ? known.of(new Coordinates(artifact, change.to())) : List.of();
        for (Vulnerability was : before(change)) {
            if (now.stream().noneMatch(was::sameAs)) {
                String text = "this change ends " + named(was) + " of " + artifact.name() + " " + change.from() + ".";
                Movement.leader(Optional.of(change), situation)
                        .ifPresent(item -> found.add(Found.of(
                                item,
                                finding(
                                        new Coordinates(artifact, change.from()),
                                        was,
                                        Severity.INFO,
                                        change.declaredAt(),
                                        text,
                                        ""))));
            }
        }
    }

    private static Place place(Item item) {
        return item.declaration().decidedAt();
    }

    private static Finding finding(
            Coordinates one, Vulnerability vulnerability, Severity severity, Place place, String text, String fix) {
        return new Finding(
                StableId.of(Kind.VULNERABILITY, one.artifact().purl(), "", vulnerability.id()),
                Kind.VULNERABILITY,
                severity,
                Grade.STATED,
                place,
                Reference.NONE,
                Deadline.NONE,
                text,
                fix,
                List.of(evidence(one, vulnerability)));
    }

    private static String named(Vulnerability vulnerability) {
        String severity = vulnerability.severity().replaceFirst(", .*", "");
        String summary = vulnerability.summary();
        return "the known vulnerability " + vulnerability.id()
                + (severity.isEmpty() ? "" : " (" + severity + ")")
                + (summary.isEmpty()
                        ? ""
                        : ", “" + (summary.length() <= SUMMARY ? summary : summary.substring(0, SUMMARY) + " …") + "”");
    }

    private static Evidence evidence(Coordinates one, Vulnerability vulnerability) {
        List<String> parts = new ArrayList<>();
        parts.add(vulnerability.id());
        parts.addAll(vulnerability.aliases());
        if (!vulnerability.severity().isEmpty()) {
            parts.add(vulnerability.severity());
        }
        if (!vulnerability.summary().isEmpty()) {
            parts.add(vulnerability.summary());
        }
        return new Evidence(
                "vulnerability",
                Grade.STATED,
                "OSV, of " + one,
                vulnerability.url(),
                vulnerability.day(),
                String.join("; ", parts));
    }
}
