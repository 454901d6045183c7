package io.github.incidentadvisor;

import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.index.Generations;
import io.github.incidentadvisor.incidents.recall.IncidentMemory;
import io.github.incidentadvisor.incidents.recall.Recall;
import io.github.incidentadvisor.incidents.recall.Recall.Shown;
import io.github.incidentadvisor.incidents.recall.Redaction;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report.IncidentsSearched;
import io.github.incidentadvisor.model.Report.PastIncident;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.risk.PastIncidents;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.risk.Situation;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks memory about the changes of a run, and keeps what it says for the report. */
final class Remembering {
    private static final int MOST_STEPS = 100;
    private static final Set<Role> NOT_RUNNING =
            EnumSet.of(Role.PLUGIN, Role.MANAGED_PLUGIN, Role.PLUGIN_DEPENDENCY, Role.EXTENSION);

    private final Recall recall;
    private final Map<Step, Change> changes;

    /** Nothing was asked. */
    static final Remembering NOTHING = new Remembering(Recall.NOTHING, Map.of());

    private Remembering(Recall recall, Map<Step, Change> changes) {
        this.recall = recall;
        this.changes = changes;
    }

    /** @param found what is known of the changes already: its words are what memory is searched by */
    static Remembering of(
            IncidentSources sources,
            Surroundings surroundings,
            Settings settings,
            Situation situation,
            List<Found> found) {
        Map<Step, Change> changes = steps(situation, found);
        if (changes.isEmpty()) {
            return NOTHING;
        }
        IncidentMemory memory = new IncidentMemory(
                sources.all(),
                new Generations(sources.cache(), surroundings.clock()),
                new Redaction(settings.list(Setting.REDACT)),
                settings.flag(Setting.QUOTE_PRIVATE_INCIDENTS));
        Recall recall = memory.recall(List.copyOf(changes.keySet()));
        List<Gap> gaps = new ArrayList<>(sources.gaps());
        gaps.addAll(recall.gaps());
        return new Remembering(new Recall(recall.shown(), recall.searched(), gaps), changes);
    }

    /** What runs in production, declared changes first. */
    private static Map<Step, Change> steps(Situation situation, List<Found> found) {
        Set<Component> inTestsOnly = inTestsOnly(situation.head());
        Map<Step, Change> steps = new LinkedHashMap<>();
        situation.changes().stream()
                .filter(change -> change.to().isKnown() && !NOT_RUNNING.contains(change.role()))
                .filter(change -> !inTestsOnly.contains(change.component()))
                .sorted(Comparator.comparing(change -> !change.isDeclared()))
                .limit(MOST_STEPS)
                .forEach(change -> steps.putIfAbsent(step(change, found, situation), change));
        return steps;
    }

    private static Set<Component> inTestsOnly(Inventory head) {
        Map<Component, Boolean> onlyTests = head.items().stream()
                .collect(Collectors.toMap(
                        Inventory.Item::component, item -> item.scope().equals("test"), Boolean::logicalAnd));
        return onlyTests.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Step step(Change change, List<Found> found, Situation situation) {
        List<Found> about = found.stream()
                .filter(one -> one.about().component().equals(change.component())
                        || situation
                                .changeOf(one.about().component())
                                .filter(moved -> moved.movedBy()
                                        .equals(change.component().purl()))
                                .isPresent())
                .toList();
        String words = about.stream()
                .flatMap(one -> Stream.of(one.finding().text(), one.finding().fix()))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        List<String> files = about.stream()
                .map(one -> one.finding().place().file())
                .filter(file -> !file.isEmpty() && !file.endsWith("pom.xml"))
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .distinct()
                .toList();
        String name = change.component() instanceof Artifact artifact
                ? artifact.ga()
                : change.component().name();
        return new Step(
                change.component().ecosystem(),
                name,
                change.from().unpinned().text(),
                change.to().unpinned().text(),
                change.declaredAt().file(),
                words,
                files);
    }

    PastIncidents rule() {
        return new PastIncidents(recall, changes);
    }

    List<Gap> gaps() {
        return recall.gaps();
    }

    IncidentsSearched searched() {
        return recall.searched();
    }

    /** For the report: what is shown, with the advisory that it belongs to, less what was suppressed. */
    List<PastIncident> incidents(List<Advisory> advisories) {
        return recall.shown().stream()
                .flatMap(shown -> incident(shown, advisories).stream())
                .toList();
    }

    private Optional<PastIncident> incident(Shown shown, List<Advisory> advisories) {
        Change change = changes.get(shown.step());
        return advisories.stream()
                .filter(advisory -> advisory.component().equals(change.component())
                        && advisory.findings().stream()
                                .anyMatch(finding -> finding.evidence().contains(PastIncidents.evidence(shown))))
                .findFirst()
                .map(advisory -> new PastIncident(
                        shown.id(),
                        shown.title(),
                        shown.url(),
                        shown.date(),
                        Math.round(shown.score() * 10) / 10.0,
                        advisory.id(),
                        shown.why(),
                        shown.incidentQuote(),
                        shown.changeQuote(),
                        PastIncidents.evidence(shown)));
    }
}
