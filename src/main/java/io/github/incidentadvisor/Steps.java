package io.github.incidentadvisor;

import io.github.incidentadvisor.changes.Changes;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.manifest.ManifestInventory;
import io.github.incidentadvisor.inventory.maven.MavenInventory;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.util.List;

/** From the trees of a comparison to steps: what stands, what stood in the base, and what an upgrade would make of it. */
final class Steps {
    private final Comparison comparison;
    private final MavenInventory maven;
    private final Progress progress;
    private final Stages stages;
    private final List<Gap> gaps;

    /** @param gaps added to, with what could not be read of the base alone */
    Steps(Comparison comparison, MavenInventory maven, Progress progress, Stages stages, List<Gap> gaps) {
        this.comparison = comparison;
        this.maven = maven;
        this.progress = progress;
        this.stages = stages;
        this.gaps = gaps;
    }

    /** What the head depends on. */
    Inventory asIs() {
        return read(comparison.head(), "this tree");
    }

    /** From the base, if there is one, to the head. */
    Step step(Inventory asIs) {
        if (comparison.base().isEmpty()) {
            return new Step(comparison.head(), asIs, asIs, List.of());
        }
        Tree base = comparison.base().get();
        Inventory before = read(base, "the base " + base.revision().commit().substring(0, 9));
        onlyInBase(before.gaps(), asIs.gaps());
        return new Step(comparison.head(), before, asIs, compare(before, asIs));
    }

    /** From the head to the same with upgrades that nobody has made yet. */
    Step whatIf(WhatIf whatIf, Inventory asIs) {
        Tree overlay = whatIf.over(comparison.head(), asIs);
        Inventory head = read(overlay, "the tree with the upgrade");
        return new Step(overlay, asIs, head, compare(asIs, head));
    }

    /** What could not be read of the base alone: changes there may be more or fewer than shown. */
    private void onlyInBase(List<Gap> before, List<Gap> after) {
        before.stream()
                .filter(gap -> !after.contains(gap))
                .forEach(gap -> gaps.add(new Gap("in the base: " + gap.what(), gap.reason(), Place.NONE)));
    }

    private Inventory read(Tree tree, String what) {
        progress.begins("reading the POMs of " + what);
        Inventory poms = stages.time("inventory", () -> maven.read(tree, progress));
        progress.begins("reading the manifests of " + what);
        return poms.merge(stages.time("manifests", () -> ManifestInventory.read(tree)));
    }

    private List<Change> compare(Inventory base, Inventory head) {
        return stages.time("changes", () -> Changes.between(base, head, VersionOrder.MAVEN));
    }
}
