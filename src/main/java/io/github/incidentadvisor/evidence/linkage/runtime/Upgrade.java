package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A project and what its versions change from and to.
 *
 * @param passages class paths of the modules whose class path differs; modules with equal ones share a passage
 * @param left everything in jars that are in no class path any more in their version: what may be gone is among it
 * @param plugins Maven plugins whose version differs
 */
record Upgrade(Project project, Map<Module, Passage> passages, Set<String> left, List<PluginStep> plugins, Gaps gaps) {
    /**
     * A plugin of a module, before and after.
     *
     * @param place of its version, or of its name where the POM gives none
     * @param release the Java level of the module; 0 when not known
     * @param wrapper the version of Maven that the wrapper pins; empty when there is none
     */
    record PluginStep(String module, Jar before, Jar after, Place place, int release, String wrapper) {}

    /**
     * Who judges what a file says: the module that it belongs to, or, where that has no class path (the root of a reactor), the
     * modules below it.
     */
    Map<Module, Passage> judges(String path) {
        return project.owner(path)
                .map(owner -> passages.containsKey(owner) ? Map.of(owner, passages.get(owner)) : below(owner))
                .orElse(Map.of());
    }

    private Map<Module, Passage> below(Module owner) {
        if (!owner.packaging().equals("pom")) {
            return Map.of();
        }
        String folder = Project.folder(owner.file());
        Map<Module, Passage> below = new java.util.LinkedHashMap<>();
        passages.forEach((module, passage) -> {
            if (module.file().startsWith(folder)) {
                below.put(module, passage);
            }
        });
        return below;
    }
}
