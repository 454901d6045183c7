package io.github.incidentadvisor.evidence.lifecycle;

import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Component.Image;
import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Version;
import java.util.List;

/** What a component is in the words of the lifecycle data. Each kind of component has its own rules in its own table. */
record ProductNames(Coordinates coordinates, PlatformProducts platforms, ImageProducts images) {
    /** The rules that ship with this jar. */
    static ProductNames bundled() {
        return new ProductNames(Coordinates.bundled(), PlatformProducts.bundled(), ImageProducts.bundled());
    }

    /** What it is first, then what it brings; empty when no rule holds. */
    List<ProductAt> of(Component component, Version version) {
        if (component instanceof Artifact artifact) {
            return coordinates.productOf(artifact).map(id -> new ProductAt(id, version)).stream()
                    .toList();
        }
        if (component instanceof Image image) {
            return images.of(image, version);
        }
        return component instanceof Platform platform
                ? platforms.of(platform, version.unpinned()).stream().toList()
                : List.of();
    }
}
