package io.github.incidentadvisor.inventory.maven;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.building.ModelCache;

/** What the model builder has worked out for one tree; it also remembers what each imported BOM manages. */
final class ConcurrentModelCache implements ModelCache {
    private final Map<String, Object> entries = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Dependency>> imported = new ConcurrentHashMap<>();

    @Override
    public void put(String group, String artifact, String version, String tag, Object data) {
        entries.put(key(group, artifact, version, tag), data);
    }

    @Override
    public Object get(String group, String artifact, String version, String tag) {
        return entries.get(key(group, artifact, version, tag));
    }

    /** What importing these coordinates brings, by management key, once the builder has met them. */
    Map<String, Dependency> imported(String group, String artifact, String version) {
        if (!(get(group, artifact, version, "import") instanceof DependencyManagement management)) {
            return Map.of();
        }
        return imported.computeIfAbsent(group + ":" + artifact + ":" + version, key -> {
            Map<String, Dependency> managed = new HashMap<>();
            management.getDependencies().forEach(d -> managed.putIfAbsent(d.getManagementKey(), d));
            return managed;
        });
    }

    private static String key(String group, String artifact, String version, String tag) {
        return tag + " " + group + ":" + artifact + ":" + version;
    }
}
