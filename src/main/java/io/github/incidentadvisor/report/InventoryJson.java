package io.github.incidentadvisor.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Newest;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Version;
import java.util.Map;
import java.util.Optional;

/** inventory.json: every place of the tree that names a component, and the release line that it is on. */
public final class InventoryJson {
    private InventoryJson() {}

    /**
     * The file's bytes.
     *
     * @param newest what repositories offer beyond a reference's version, by {@code group:artifact@version}; may be empty
     */
    public static byte[] write(Inventory inventory, Lifecycles lifecycles, Map<String, Newest> newest) {
        ObjectNode root = Json.object();
        ArrayNode references = root.putArray("references");
        for (DeclaredReference reference : inventory.references()) {
            ObjectNode at = references
                    .addObject()
                    .put("kind", reference.kind())
                    .put("file", reference.place().file())
                    .put("line", reference.place().line())
                    .put("raw", reference.raw())
                    .put("name", reference.name())
                    .put("version", reference.version().text())
                    .put("status", reference.status().word())
                    .put("purl", reference.purl());
            context(at, reference.context());
            ArrayNode cycles = at.putArray("lifecycle");
            lifecycle(reference, lifecycles, cycles);
            available(at, newest.getOrDefault(reference.name() + "@" + reference.version(), Newest.NOTHING));
        }
        ArrayNode modules = root.putArray("modules");
        inventory.modules().forEach(module -> {
            ObjectNode at = modules.addObject().put("file", module.file()).put("name", module.ga());
            Json.array(at, "activeProfiles", module.activeProfiles());
            Json.array(at, "otherProfiles", module.otherProfiles());
        });
        return Json.bytes(root);
    }

    /** Only what there is: most references say all in their own line. */
    private static void context(ObjectNode at, DeclaredReference.Context context) {
        text(at, "holder", context.holder());
        text(at, "attribute", context.attribute());
        text(at, "digest", context.digest());
        text(at, "platform", context.platform());
        if (context.decidedAt().isKnown()) {
            at.putObject("decidedAt")
                    .put("file", context.decidedAt().file())
                    .put("line", context.decidedAt().line());
        }
        if (!context.beside().isEmpty()) {
            ObjectNode beside = at.putObject("beside");
            context.beside().forEach(beside::put);
        }
        if (context.conditional()) {
            at.put("conditional", true);
        }
        if (context.readInPart()) {
            at.put("readInPart", true);
        }
    }

    private static void text(ObjectNode at, String name, String text) {
        if (!text.isEmpty()) {
            at.put(name, text);
        }
    }

    private static void lifecycle(DeclaredReference reference, Lifecycles lifecycles, ArrayNode at) {
        Optional<Component> component = component(reference);
        // "Java 17" without a vendor is no product: how long it lives depends on whose it is.
        if (component.isEmpty()
                || component.get().equals(Component.Platform.JAVA)
                || reference.status() == Status.UNRESOLVED) {
            return;
        }
        for (ProductVersion one : lifecycles.productsOf(component.get(), reference.version())) {
            lifecycles.cycleOf(one.product(), one.version()).ifPresent(cycle -> at.addObject()
                    .put("product", one.product().id())
                    .put("cycle", cycle.name()));
        }
    }

    private static Optional<Component> component(DeclaredReference reference) {
        try {
            return Optional.of(Purls.parse(reference.purl().replaceFirst("@[^?]*", "")));
        } catch (AdvisorException e) {
            return Optional.empty();
        }
    }

    private static void available(ObjectNode at, Newest newest) {
        if (!newest.equals(Newest.NOTHING)) {
            ObjectNode available = at.putObject("newest");
            put(available, "patch", newest.patch());
            put(available, "minor", newest.minor());
            put(available, "major", newest.major());
        }
    }

    private static void put(ObjectNode at, String name, Version version) {
        if (version.isKnown()) {
            at.put(name, version.text());
        }
    }
}
