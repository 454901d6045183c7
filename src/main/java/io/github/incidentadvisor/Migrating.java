package io.github.incidentadvisor;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report.Candidate;
import io.github.incidentadvisor.model.Report.PastIncident;
import io.github.incidentadvisor.risk.Migrations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The migrations of a run, with what is known of them only from elsewhere: what happened at their like, and what they break. */
record Migrating(List<Migration> migrations) {
    /** Each what-if compiles the project twice. */
    private static final int MOST_MEASURED = 5;

    Migrating {
        migrations = List.copyOf(migrations);
    }

    /** With incidents that resemble what they end. */
    Migrating remembering(List<PastIncident> incidents) {
        return new Migrating(Migrations.inOrder(
                migrations.stream().map(one -> remembering(one, incidents)).toList()));
    }

    private static Migration remembering(Migration one, List<PastIncident> incidents) {
        List<PastIncident> its = incidents.stream()
                .filter(incident -> one.advisories().contains(incident.advisory()))
                .toList();
        List<Evidence> evidence = Stream.concat(
                        one.evidence().stream(), its.stream().map(PastIncident::evidence))
                .distinct()
                .toList();
        return its.isEmpty()
                ? one
                : one.remembering(its.stream().map(PastIncident::id).distinct().toList(), evidence);
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
        return new Migrating(measured);
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
                .min(Comparator.comparing((Advisory advisory) -> !migration
                                .target()
                                .equals(advisory.recommendation().smallestStep()))
                        .thenComparing(Advisory::role)
                        .thenComparing(Advisory::declaredAt)
                        .thenComparing(Advisory::id));
    }
}
