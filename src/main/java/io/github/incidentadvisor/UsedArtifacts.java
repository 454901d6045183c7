package io.github.incidentadvisor;

import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Role;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files of what is really used: what is only managed is not fetched for the sake of a word about it. */
final class UsedArtifacts implements Artifacts {
    private final Artifacts artifacts;
    private final Set<Component> used = new HashSet<>();

    UsedArtifacts(Artifacts artifacts, Inventory head, List<Change> changes) {
        this.artifacts = artifacts;
        head.items().stream()
                .filter(item -> item.role() != Role.MANAGED && item.role() != Role.MANAGED_PLUGIN)
                .forEach(item -> used.add(item.component()));
        changes.stream()
                .filter(change -> change.role() != Role.MANAGED && change.role() != Role.MANAGED_PLUGIN)
                .forEach(change -> used.add(change.component()));
    }

    @Override
    public Map<Coordinates, Path> files(Collection<Coordinates> wanted) {
        return artifacts.files(
                wanted.stream().filter(one -> used.contains(one.artifact())).toList());
    }

    @Override
    public List<Gap> gaps() {
        return artifacts.gaps();
    }
}
