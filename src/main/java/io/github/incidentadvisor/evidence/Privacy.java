package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which components no outside host is asked about: those of the groups that the project itself is of and of groups below these, and
 * of the groups that the user named.
 *
 * @param groups exact groupIds
 * @param prefixes beginnings of groupIds, each ending in a dot
 */
public record Privacy(Set<String> groups, Set<String> prefixes) {
    public Privacy {
        groups = Set.copyOf(groups);
        prefixes = Set.copyOf(prefixes);
    }

    /** @param named {@code com.acme}, or {@code com.acme.*} for the groups below it too */
    public static Privacy of(List<Inventory> inventories, List<String> named) {
        Set<String> groups = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        inventories.forEach(inventory -> inventory.modules().forEach(module -> {
            groups.add(module.group());
            // What is below a group of one's own is of the same house, by Maven's convention of names.
            if (module.group().contains(".")) {
                prefixes.add(module.group() + ".");
            }
        }));
        for (String name : named) {
            String plain = name.replaceFirst("\\.?\\*$", "");
            groups.add(plain);
            if (!plain.equals(name)) {
                prefixes.add(plain + ".");
            }
        }
        return new Privacy(groups, prefixes);
    }

    /** Whether it must not be named outside. */
    public boolean covers(Component component) {
        return component instanceof Artifact artifact
                && (groups.contains(artifact.group()) || prefixes.stream().anyMatch(artifact.group()::startsWith));
    }
}
