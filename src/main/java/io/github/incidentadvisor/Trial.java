package io.github.incidentadvisor;

import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.migration.Begun.Broken;
import io.github.incidentadvisor.migration.LeftToDo;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds with the edits of a migration made.
 *
 * @param found what was found of the step from the tree as it is to the edited one
 * @param java the Java that runs this build; 0 when not known
 */
record Trial(Step step, Measurement measured, List<Finding> found, int java) {
    private static final Set<Role> WITH_FILE = Set.of(Role.DIRECT, Role.TRANSITIVE, Role.PLUGIN, Role.EXTENSION);
    private static final Set<Kind> TOLD = Set.of(Kind.BEHAVIOUR_CHANGE, Kind.NEEDS_NEWER_JAVA, Kind.VERSION_SKEW);

    /** What was measured to break, and versions that nobody has. */
    List<Broken> breaks() {
        Stream<Broken> measuredBreaks = found.stream()
                .filter(one -> one.severity() == Severity.BREAKS_BUILD || one.severity() == Severity.BREAKS_RUNTIME)
                .map(one -> new Broken(one.place(), one.severity(), one.text(), one.fix()));
        Stream<Broken> unknown = isOffline()
                ? Stream.of()
                : missing().stream()
                        .map(change -> new Broken(
                                place(change),
                                Severity.BREAKS_BUILD,
                                coordinates(change) + " is in no repository that Maven uses here.",
                                "find out whether it is called otherwise at that version, and where it is"));
        return Stream.concat(measuredBreaks, unknown).distinct().toList();
    }

    /**
     * What a person should look at.
     *
     * @param report what was known before: not said again
     */
    List<LeftToDo> toLookAt(Report report) {
        Set<String> known = report.advisories().stream()
                .flatMap(advisory -> advisory.findings().stream())
                .map(Finding::id)
                .collect(Collectors.toSet());
        List<LeftToDo> all = new ArrayList<>();
        found.stream()
                .filter(one -> one.severity() == Severity.CAUTION && TOLD.contains(one.kind()))
                .filter(one -> !known.contains(one.id()) && !one.fix().isEmpty())
                .forEach(one ->
                        all.add(new LeftToDo(one.place(), one.fix(), one.text().replaceFirst("\\.$", ""))));
        step.changes().stream()
                .filter(change ->
                        change.component().equals(Platform.JAVA) && change.to().isKnown())
                .filter(change -> java > 0 && level(change) > java)
                .map(Change::to)
                .distinct()
                .forEach(to -> all.add(new LeftToDo(
                        Place.NONE,
                        "build with JDK " + to + " or newer, here and wherever it is built",
                        "the one that runs this build is " + java)));
        if (isOffline()) {
            missing()
                    .forEach(change -> all.add(new LeftToDo(
                            change.declaredAt(),
                            "see that " + coordinates(change) + " exists",
                            "offline, and not in the local repository")));
        }
        return all;
    }

    /** What could not be judged of the result and could of the tree as it was, as far as that is known. */
    List<Gap> notChecked(Report report) {
        Set<List<String>> known = Stream.concat(step.before().gaps().stream(), report.notChecked().stream())
                .map(gap -> List.of(gap.what(), gap.reason()))
                .collect(Collectors.toSet());
        return Stream.concat(step.head().gaps().stream(), measured.gaps().stream())
                .filter(gap -> !known.contains(List.of(gap.what(), gap.reason())))
                .distinct()
                .sorted()
                .toList();
    }

    /** What the step moves and nobody has, though it had what was there before. */
    private List<Change> missing() {
        List<Change> moved = step.changes().stream()
                .filter(change -> change.to().isKnown() && WITH_FILE.contains(change.role()))
                .filter(change -> change.component() instanceof Artifact artifact
                        && Set.of("jar", "maven-plugin").contains(artifact.type()))
                .toList();
        Set<Coordinates> had = measured.artifacts()
                .files(moved.stream()
                        .flatMap(change -> Stream.of(change.from(), change.to())
                                .filter(Version::isKnown)
                                .map(version -> new Coordinates((Artifact) change.component(), version)))
                        .toList())
                .keySet();
        return moved.stream()
                .filter(change -> !had.contains(new Coordinates((Artifact) change.component(), change.to())))
                .filter(change -> !change.from().isKnown()
                        || had.contains(new Coordinates((Artifact) change.component(), change.from())))
                .toList();
    }

    /** Its own line, or that of what brings it. */
    private Place place(Change change) {
        return step.changes().stream()
                .filter(other -> !change.declaredAt().isKnown()
                        && other.component().purl().equals(change.movedBy()))
                .map(Change::declaredAt)
                .findFirst()
                .orElse(change.declaredAt());
    }

    private boolean isOffline() {
        return measured.artifacts().gaps().stream().anyMatch(gap -> gap.reason().startsWith("offline"));
    }

    private static int level(Change change) {
        String text = change.to().text();
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }

    private static String coordinates(Change change) {
        return ((Artifact) change.component()).ga() + ":" + change.to();
    }
}
