package io.github.incidentadvisor;

import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.index.Generations;
import io.github.incidentadvisor.incidents.recall.IncidentMemory;
import io.github.incidentadvisor.incidents.recall.Recall;
import io.github.incidentadvisor.incidents.recall.Recall.Shown;
import io.github.incidentadvisor.incidents.recall.Redaction;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report.Candidate;
import io.github.incidentadvisor.model.Report.IncidentsSearched;
import io.github.incidentadvisor.model.Report.PastIncident;
import io.github.incidentadvisor.risk.Migrations;
import io.github.incidentadvisor.risk.PastIncidents;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The migrations of a run, with what is known of them only by asking further: what happened at their like, and what they break. */
record Migrating(List<Migration> migrations, List<PastIncident> incidents, IncidentsSearched searched, List<Gap> gaps) {
    private static final int MOST_ASKED = 50;

    /** Each what-if compiles the project twice. */
    private static final int MOST_MEASURED = 5;

    Migrating {
        migrations = List.copyOf(migrations);
        incidents = List.copyOf(incidents);
        gaps = List.copyOf(gaps);
    }

    /** With nothing more known. */
    static Migrating of(List<Migration> migrations) {
        return new Migrating(migrations, List.of(), IncidentsSearched.NONE, List.of());
    }

    /** Memory is asked about each as about a change to its smallest target. */
    static Migrating remembering(
            List<Migration> migrations,
            List<Advisory> advisories,
            IncidentSources sources,
            Surroundings surroundings,
            Settings settings) {
        Map<Step, Migration> steps = new LinkedHashMap<>();
        migrations.stream().limit(MOST_ASKED).forEach(one -> advisory(one, advisories)
                .ifPresent(about -> steps.putIfAbsent(step(one, about), one)));
        Recall recall = new IncidentMemory(
                        sources.all(),
                        new Generations(sources.cache(), surroundings.clock()),
                        new Redaction(settings.list(Setting.REDACT)),
                        settings.flag(Setting.QUOTE_PRIVATE_INCIDENTS))
                .recall(List.copyOf(steps.keySet()));
        List<Migration> remembering = new ArrayList<>();
        for (Migration one : migrations) {
            List<Shown> its = recall.shown().stream()
                    .filter(shown -> steps.get(shown.step()) == one)
                    .toList();
            Stream<Evidence> said = its.stream().map(PastIncidents::evidence);
            remembering.add(
                    its.isEmpty()
                            ? one
                            : one.remembering(
                                    its.stream().map(Shown::id).toList(),
                                    Stream.concat(one.evidence().stream(), said)
                                            .distinct()
                                            .toList()));
        }
        List<Gap> gaps = new ArrayList<>(sources.gaps());
        gaps.addAll(recall.gaps());
        List<PastIncident> incidents = recall.shown().stream()
                .map(shown -> incident(shown, steps.get(shown.step())))
                .toList();
        return new Migrating(Migrations.inOrder(remembering), incidents, recall.searched(), gaps);
    }

    /** @param broken what going to a migration's smallest target breaks; empty when that cannot be measured */
    Migrating measured(Function<Migration, Optional<Candidate>> broken) {
        List<Migration> measured = new ArrayList<>();
        int left = MOST_MEASURED;
        for (Migration one : migrations) {
            Optional<Candidate> cost = left > 0 && one.target().isKnown() ? broken.apply(one) : Optional.empty();
            left -= cost.isPresent() ? 1 : 0;
            int edits = one.cost().edits();
            measured.add(cost.map(it -> one.at(new Migration.Cost(edits, it.lines(), it.files(), true)))
                    .orElse(one));
        }
        return new Migrating(measured, incidents, searched, gaps);
    }

    /** The migration's smallest target as an upgrade that can be tried: only of what has class files. */
    static Optional<WhatIf.Upgrade> upgrade(Migration migration, List<Advisory> advisories) {
        return advisory(migration, advisories)
                .filter(about -> migration.target().isKnown() && about.component() instanceof Artifact)
                .map(about -> new WhatIf.Upgrade(about.component(), migration.target()));
    }

    /** The one that its title is of: the most deliberate. */
    private static Optional<Advisory> advisory(Migration migration, List<Advisory> advisories) {
        return advisories.stream()
                .filter(advisory -> migration.advisories().contains(advisory.id()))
                .min(java.util.Comparator.comparing((Advisory advisory) -> !migration
                                .target()
                                .equals(advisory.recommendation().smallestStep()))
                        .thenComparing(Advisory::role)
                        .thenComparing(Advisory::declaredAt)
                        .thenComparing(Advisory::id));
    }

    private static Step step(Migration migration, Advisory about) {
        String name = about.component() instanceof Artifact artifact
                ? artifact.ga()
                : about.component().name();
        return new Step(
                about.component().ecosystem(),
                name,
                about.to().unpinned().text(),
                migration.target().text(),
                about.declaredAt().file(),
                migration.trigger(),
                List.of());
    }

    private static PastIncident incident(Shown shown, Migration migration) {
        return new PastIncident(
                shown.id(),
                shown.title(),
                shown.url(),
                shown.date(),
                Math.round(shown.score() * 10) / 10.0,
                migration.advisories().get(0),
                shown.why(),
                shown.incidentQuote(),
                shown.changeQuote(),
                PastIncidents.evidence(shown));
    }
}
