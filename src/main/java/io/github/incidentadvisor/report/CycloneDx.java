package io.github.incidentadvisor.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * bom.json: the resolved components as <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6</a>. The serial number is
 * made from the content, so that the same tree gives the same bytes.
 */
public final class CycloneDx {
    private static final Set<Role> SHOWN = Set.of(Role.DIRECT, Role.TRANSITIVE);

    private CycloneDx() {}

    /** The file's bytes; only what the modules' class paths hold, without the modules themselves. */
    public static byte[] write(Report report, Inventory inventory) {
        Set<String> own = new TreeSet<>();
        inventory.modules().forEach(module -> own.add(module.ga()));
        Map<String, Item> components = new TreeMap<>();
        Map<String, Set<String>> dependencies = new TreeMap<>();
        Map<String, String> byCoordinates = new TreeMap<>();
        for (Item item : inventory.items()) {
            if (SHOWN.contains(item.role())
                    && item.component() instanceof Component.Artifact artifact
                    && !own.contains(artifact.ga())) {
                String ref = Purls.withVersion(artifact, item.version().text());
                components.merge(ref, item, (a, b) -> a.scope().equals("test") ? b : a);
                byCoordinates.putIfAbsent(artifact.ga() + ":" + item.version(), ref);
            }
        }
        for (Item item : components.values()) {
            for (int i = 1; i < item.path().size(); i++) {
                String from = byCoordinates.get(item.path().get(i - 1));
                String to = byCoordinates.get(item.path().get(i));
                if (from != null && to != null) {
                    dependencies.computeIfAbsent(from, k -> new TreeSet<>()).add(to);
                }
            }
        }
        return Json.bytes(root(report, inventory, components, dependencies));
    }

    private static ObjectNode root(
            Report report, Inventory inventory, Map<String, Item> components, Map<String, Set<String>> dependencies) {
        ObjectNode root = Json.object();
        root.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        root.put("bomFormat", "CycloneDX").put("specVersion", "1.6");
        String content = report.head().commit() + components.keySet() + dependencies;
        root.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)));
        root.put("version", 1);
        ObjectNode metadata = root.putObject("metadata");
        metadata.put("timestamp", report.asOf() + "T00:00:00Z");
        metadata.putObject("tools")
                .putArray("components")
                .addObject()
                .put("type", "application")
                .put("name", report.tool().name())
                .put("version", report.tool().version());
        inventory.modules().stream().findFirst().ifPresent(module -> metadata.putObject("component")
                .put("type", "application")
                .put("group", module.group())
                .put("name", module.artifact())
                .put("version", module.version()));
        ArrayNode all = root.putArray("components");
        components.forEach((ref, item) -> component(all.addObject(), ref, item));
        ArrayNode graph = root.putArray("dependencies");
        components.keySet().forEach(ref -> {
            ObjectNode at = graph.addObject().put("ref", ref);
            ArrayNode on = at.putArray("dependsOn");
            dependencies.getOrDefault(ref, Set.of()).forEach(on::add);
        });
        return root;
    }

    private static void component(ObjectNode at, String ref, Item item) {
        Component.Artifact artifact = (Component.Artifact) item.component();
        at.put("type", "library")
                .put("bom-ref", ref)
                .put("group", artifact.group())
                .put("name", artifact.artifact())
                .put("version", item.version().text())
                .put("scope", scope(item))
                .put("purl", ref);
    }

    private static String scope(Item item) {
        if (item.scope().equals("test") || item.scope().equals("provided")) {
            return "excluded";
        }
        return item.optional() ? "optional" : "required";
    }
}
