package io.github.incidentadvisor;

import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.VendorNotes;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.PastIncidents.Subject;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.risk.Situation;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What memory is asked: of a change, about each of its steps; of a state, about the steps that are due in it. Only what runs in
 * production can repeat an incident.
 *
 * @param found what is known already: its words are what memory is searched by
 * @param notes what vendors say of the change, in their words
 */
record Questions(Situation situation, List<Found> found, List<VendorNotes> notes) {
    private static final int MOST = 100;
    private static final Set<Role> NOT_RUNNING =
            EnumSet.of(Role.PLUGIN, Role.MANAGED_PLUGIN, Role.PLUGIN_DEPENDENCY, Role.EXTENSION);

    /** Findings about dates say when, not what goes wrong. */
    private static final Set<Finding.Kind> DATES = EnumSet.of(
            Finding.Kind.END_OF_LIFE, Finding.Kind.TARGET_NEAR_END, Finding.Kind.RETIREMENT, Finding.Kind.HYGIENE);

    /** Each step with what it is a step of, what is declared first. */
    Map<Step, Subject> asked() {
        Map<Step, Subject> asked = new LinkedHashMap<>();
        Set<Component> inTestsOnly = inTestsOnly(situation.head());
        if (situation.mode() == Mode.STATE) {
            found.stream()
                    .filter(one -> one.finding().deadline().isKnown()
                            && one.smallestStep().isKnown())
                    .filter(one -> isRunning(one.about(), inTestsOnly))
                    .sorted(Comparator.comparing(one -> one.finding().deadline()))
                    .limit(MOST)
                    .forEach(one -> asked.putIfAbsent(
                            due(one), new Subject(one.about(), one.finding().place())));
        } else {
            situation.changes().stream()
                    .filter(change -> change.to().isKnown() && !NOT_RUNNING.contains(change.role()))
                    .filter(change -> !inTestsOnly.contains(change.component()))
                    .sorted(Comparator.comparing(change -> !change.isDeclared()))
                    .limit(MOST)
                    .forEach(change -> item(change)
                            .ifPresent(
                                    item -> asked.putIfAbsent(step(change), new Subject(item, change.declaredAt()))));
        }
        return asked;
    }

    private Optional<Item> item(Change change) {
        return situation.head().items().stream()
                .filter(one -> one.component().equals(change.component())
                        && one.version().equals(change.to()))
                .min(Comparator.comparing(Item::role));
    }

    private static boolean isRunning(Item item, Set<Component> inTestsOnly) {
        return !NOT_RUNNING.contains(item.role()) && !inTestsOnly.contains(item.component());
    }

    private static Set<Component> inTestsOnly(Inventory head) {
        Map<Component, Boolean> onlyTests = head.items().stream()
                .collect(Collectors.toMap(Item::component, item -> item.scope().equals("test"), Boolean::logicalAnd));
        return onlyTests.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Step due(Found one) {
        List<Found> about = found.stream()
                .filter(other -> other.about().component().equals(one.about().component()))
                .toList();
        return step(
                one.about().component(),
                one.about().version(),
                one.smallestStep(),
                one.finding().place(),
                about);
    }

    private Step step(Change change) {
        List<Found> about = found.stream()
                .filter(one -> one.about().component().equals(change.component())
                        || situation
                                .changeOf(one.about().component())
                                .filter(moved -> moved.movedBy()
                                        .equals(change.component().purl()))
                                .isPresent())
                .toList();
        return step(change.component(), change.from(), change.to(), change.declaredAt(), about);
    }

    private Step step(Component component, Version from, Version to, Place place, List<Found> about) {
        Stream<String> findings = about.stream()
                .filter(one -> !DATES.contains(one.finding().kind()))
                .flatMap(one -> Stream.of(one.finding().text(), one.finding().fix()));
        Stream<String> vendor = notes.stream()
                .filter(one -> one.component().equals(component.purl()))
                .flatMap(one -> one.shown().stream())
                .map(entry -> entry.evidence().quote());
        List<String> files = about.stream()
                .map(one -> one.finding().place().file())
                .filter(file -> !file.isEmpty() && !file.endsWith("pom.xml"))
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .distinct()
                .toList();
        return new Step(
                component.ecosystem(),
                component instanceof Artifact artifact ? artifact.ga() : component.name(),
                from.unpinned().text(),
                to.unpinned().text(),
                place.file(),
                Stream.concat(findings, vendor)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("\n")),
                files);
    }
}
