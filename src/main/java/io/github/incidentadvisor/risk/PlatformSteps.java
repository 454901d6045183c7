package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Change.Direction;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Steps of what is run that a change of a text alone does not make: a cluster that goes down or skips a minor version
 * (<a href="https://kubernetes.io/releases/version-skew-policy/">version skew policy</a>), a database whose data another release
 * line wrote, and whatever else goes down.
 */
public final class PlatformSteps implements Rule {
    private static final String SKEW_POLICY = "https://kubernetes.io/releases/version-skew-policy/";

    private static final Set<String> DATABASES = Set.of(
            "amazon-aurora-postgresql",
            "amazon-documentdb",
            "amazon-opensearch",
            "amazon-rds-mariadb",
            "amazon-rds-mysql",
            "amazon-rds-postgresql",
            "apache-cassandra",
            "azure-database-for-mysql",
            "azure-database-for-postgresql",
            "elasticsearch",
            "influxdb",
            "mariadb",
            "mongodb",
            "mssqlserver",
            "mysql",
            "neo4j",
            "opensearch",
            "postgresql");

    private final Lifecycles lifecycles;

    public PlatformSteps(Lifecycles lifecycles) {
        this.lifecycles = lifecycles;
    }

    @Override
    public List<Found> apply(Situation situation) {
        return situation.changes().stream()
                .filter(change -> !(change.component() instanceof Component.Artifact))
                .filter(change -> change.from().isKnown() && change.to().isKnown())
                .flatMap(change ->
                        step(change).flatMap(this::said).flatMap(said -> found(change, said, situation)).stream())
                .toList();
    }

    /** A step from one release line of a product to another. */
    private record Step(Product product, Cycle from, Cycle to, boolean down) {}

    private record Said(String text, String fix, String url) {}

    private Optional<Step> step(Change change) {
        List<ProductVersion> after = lifecycles.productsOf(change.component(), change.to());
        return lifecycles.productsOf(change.component(), change.from()).stream()
                .flatMap(before -> after.stream()
                        .filter(at -> at.product().id().equals(before.product().id()))
                        .flatMap(at -> step(change, before, at).stream()))
                .findFirst();
    }

    private Optional<Step> step(Change change, ProductVersion before, ProductVersion after) {
        Optional<Cycle> to = lifecycles.cycleOf(after.product(), after.version());
        return lifecycles
                .cycleOf(before.product(), before.version())
                .filter(from -> to.isPresent() && !from.equals(to.get()))
                .map(from -> new Step(before.product(), from, to.get(), change.direction() == Direction.DOWN));
    }

    private Optional<Said> said(Step step) {
        String label = step.product().label();
        String steps = " from " + step.from().name() + " to " + step.to().name();
        if (EndingWords.isCluster(step.product().id())) {
            return cluster(
                    label + " goes" + (step.down() ? " down" : "") + steps,
                    KubernetesRelease.of(step.from().name()),
                    KubernetesRelease.of(step.to().name()));
        }
        boolean database = DATABASES.contains(step.product().id());
        if (step.down()) {
            return Optional.of(new Said(
                    label + " goes down" + steps
                            + (database ? ": an older release line may not read the data of a newer one." : "."),
                    "stay on " + label + " " + step.from().name() + ", or say why not",
                    ""));
        }
        return database
                ? Optional.of(new Said(
                        label + " goes" + steps
                                + ", another release line: its data may have to be migrated, which a new name does not do.",
                        "read the upgrade notes of " + label + " " + step.to().name() + ", and back the data up first",
                        ""))
                : Optional.empty();
    }

    private static Optional<Said> cluster(String text, KubernetesRelease from, KubernetesRelease to) {
        int minors = to.minor() - from.minor();
        if (!from.isKnown() || !to.isKnown() || from.major() != to.major() || minors == 1) {
            return Optional.empty();
        }
        return Optional.of(
                minors < 0
                        ? new Said(
                                text + ": a control plane is not moved to an older minor version.",
                                "stay on " + from + ", or make a new cluster",
                                SKEW_POLICY)
                        : new Said(
                                text + ", over " + (minors - 1) + (minors == 2 ? " version" : " versions")
                                        + " between: a control plane takes one minor version at a time.",
                                "go to " + from.major() + "." + (from.minor() + 1) + " first, and on from there",
                                SKEW_POLICY));
    }

    private static Optional<Found> found(Change change, Said said, Situation situation) {
        Evidence step = new Evidence(
                "change", Grade.MEASURED, change.declaredAt().toString(), "", "", change.from() + " → " + change.to());
        List<Evidence> evidence = said.url().isEmpty()
                ? List.of(step)
                : List.of(
                        step,
                        new Evidence(
                                "policy",
                                Grade.STATED,
                                "Kubernetes, version skew policy",
                                said.url(),
                                "2026-11-25",
                                "control planes are upgraded one minor version at a time"));
        Finding finding = new Finding(
                StableId.of(
                        Kind.BEHAVIOUR_CHANGE,
                        change.component().purl(),
                        change.declaredAt().file(),
                        change.from() + " to " + change.to()),
                Kind.BEHAVIOUR_CHANGE,
                Severity.CAUTION,
                said.url().isEmpty() ? Grade.INFERRED : Grade.STATED,
                change.declaredAt(),
                Reference.NONE,
                Deadline.NONE,
                said.text(),
                said.fix(),
                evidence);
        return situation.head().items().stream()
                .filter(item -> item.component().equals(change.component())
                        && item.version().equals(change.to()))
                .findFirst()
                .map(item -> Found.of(item, finding));
    }
}
