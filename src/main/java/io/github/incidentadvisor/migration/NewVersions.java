package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.migration.NewText.Stays;
import io.github.incidentadvisor.migration.NewText.To;
import io.github.incidentadvisor.migration.NewText.Unknown;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Component.Image;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to write where a component stands now, so that the migration's target holds there. Only what the report and the lifecycle
 * data say is written; a tag, a digest or a release that nobody named is not made up.
 */
final class NewVersions {
    /** Clusters that refuse to skip a minor version. */
    private static final Set<String> CLUSTERS =
            Set.of("amazon-eks", "azure-kubernetes-service", "google-kubernetes-engine", "kubernetes");

    private final Ground ground;
    private final NewTag tags;

    NewVersions(Ground ground) {
        this.ground = ground;
        this.tags = new NewTag(ground.today());
    }

    /** What becomes of the text of this item's version. */
    NewText of(Item item) {
        List<Version> targets = targets(item);
        if (targets.isEmpty()) {
            return new Unknown("no version to go to is known");
        }
        if (item.component() instanceof Artifact) {
            return artifact(item, targets);
        }
        if (!item.version().text().matches(".*\\d.*")) {
            return new Unknown("'" + item.version() + "' names no definite version: what it means depends on the day");
        }
        String pin = item.version().pin();
        if (!pin.isEmpty() && !(item.component() instanceof Image) || isCommit(item.version())) {
            return new Unknown("it is pinned to a commit, and that of " + targets.get(0) + " is not known here");
        }
        return named(item, targets);
    }

    /** The migration's target, then that of the item's own advisory. */
    private List<Version> targets(Item item) {
        Set<Version> targets = new LinkedHashSet<>();
        targets.add(ground.migration().target());
        own(item)
                .or(() -> relative(item))
                .map(one -> one.recommendation().smallestStep())
                .ifPresent(targets::add);
        return targets.stream().filter(Version::isKnown).toList();
    }

    private Optional<Advisory> own(Item item) {
        return ground.advisories().stream()
                .filter(one -> one.component().equals(item.component()))
                .findFirst();
    }

    private NewText artifact(Item item, List<Version> targets) {
        for (Version target : targets) {
            Optional<Version> to = release(item, target);
            if (to.isPresent()) {
                return VersionOrder.MAVEN.compare(item.version(), to.get()) >= 0
                        ? new Stays()
                        : new To(item.version().text(), to.get().text(), "");
            }
        }
        return new Unknown("which version of " + item.component().name() + " goes with "
                + ground.migration().title() + " is not known");
    }

    private Optional<Version> release(Item item, Version target) {
        for (ProductVersion at : ground.lifecycles().productsOf(item.component(), item.version())) {
            Optional<Cycle> cycle = ground.lifecycles().cycleOf(at.product(), target);
            if (cycle.isPresent()) {
                boolean line = cycle.get().name().equals(target.text());
                return line && NewTag.parts(cycle.get().latest().text()) > NewTag.parts(target.text())
                        ? tags.released(cycle.get())
                        : Optional.of(target);
            }
        }
        boolean alone =
                ground.advisories().stream().map(Advisory::component).distinct().count() == 1;
        return own(item)
                .or(() -> relative(item))
                .filter(one -> alone || target.equals(one.recommendation().smallestStep()))
                .map(one -> target);
    }

    /** That of a component which it moves with: same group, same version. */
    private Optional<Advisory> relative(Item item) {
        return ground.advisories().stream()
                .filter(one -> item.component() instanceof Artifact artifact
                        && one.component() instanceof Artifact other
                        && other.group().equals(artifact.group())
                        && one.from().equals(item.version()))
                .findFirst();
    }

    private NewText named(Item item, List<Version> targets) {
        List<NewText> answers = new ArrayList<>();
        for (Version target : targets) {
            for (ProductVersion at : ground.lifecycles().productsOf(item.component(), item.version())) {
                step(item, at, target).ifPresent(answers::add);
            }
            if (!answers.isEmpty()) {
                return answers.stream()
                        .filter(answer -> !(answer instanceof Stays))
                        .findFirst()
                        .orElse(answers.get(0));
            }
        }
        Optional<Version> own = own(item).map(one -> one.recommendation().smallestStep());
        String text = item.version().unpinned().text();
        if (own.filter(Version::isKnown).isEmpty()) {
            return new Unknown("what " + item.component().name() + " " + text + " becomes with "
                    + ground.migration().title() + " is not known");
        }
        String to = own.get().text();
        return text.equals(to)
                ? new Stays()
                : shape(text).equals(shape(to))
                        ? new To(text, to, NewTag.note(item, to))
                        : new Unknown("it names " + text + ", and the target is told as " + to);
    }

    /** Digits are all alike. */
    private static String shape(String text) {
        return text.replaceAll("\\d+", "0");
    }

    /** What the product in the item goes to; empty when the target is none of its lines. */
    private Optional<NewText> step(Item item, ProductVersion at, Version target) {
        Product product = at.product();
        Optional<Cycle> now = ground.lifecycles().cycleOf(product, at.version());
        Optional<Cycle> then =
                JavaLine.of(product, now, target).or(() -> ground.lifecycles().cycleOf(product, target));
        if (now.isEmpty() || then.isEmpty()) {
            return Optional.empty();
        }
        if (product.cycles().indexOf(now.get()) <= product.cycles().indexOf(then.get())) {
            return Optional.of(new Stays());
        }
        if (item.component().equals(Component.Platform.JAVA)) {
            return Optional.of(new To(item.version().text(), then.get().name(), ""));
        }
        return Optional.of(cluster(item, product, now.get(), then.get())
                .orElseGet(() ->
                        tags.of(item, at.version().text().replaceFirst("^v(?=\\d)", ""), now.get(), then.get(), "")));
    }

    private Optional<NewText> cluster(Item item, Product product, Cycle now, Cycle then) {
        KubernetesRelease from = KubernetesRelease.of(now.name());
        KubernetesRelease to = KubernetesRelease.of(then.name());
        if (!CLUSTERS.contains(item.component().name()) || !from.isKnown() || to.minor() - from.minor() < 2) {
            return Optional.empty();
        }
        String next = from.major() + "." + (from.minor() + 1);
        return product.cycles().stream()
                .filter(cycle -> cycle.name().equals(next))
                .findFirst()
                .map(cycle -> tags.of(
                        item,
                        now.name(),
                        now,
                        cycle,
                        "apply " + next + " first, then go on one minor version at a time to " + to
                                + ": a cluster refuses to skip one"));
    }

    private static boolean isCommit(Version version) {
        return version.text().matches("[0-9a-f]{40}");
    }
}
