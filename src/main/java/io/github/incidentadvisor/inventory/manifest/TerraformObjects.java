package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.manifest.Hcl.Attribute;
import io.github.incidentadvisor.inventory.manifest.Hcl.Block;
import io.github.incidentadvisor.inventory.manifest.Hcl.Body;
import io.github.incidentadvisor.inventory.manifest.Hcl.Expression;
import io.github.incidentadvisor.inventory.manifest.TerraformModules.Bound;
import io.github.incidentadvisor.inventory.manifest.TerraformModules.Scope;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.List;

/** The resources and data sources of a Terraform file as objects, with their values under the first arguments of the module. */
final class TerraformObjects {
    private static final int VALUES = 60;
    private static final int LONGEST_VALUE = 200;
    private static final int DEPTH = 12;

    private final String file;
    private final Scope scope;
    private final Findings findings;

    TerraformObjects(String file, Scope scope, Findings findings) {
        this.file = file;
        this.scope = scope;
        this.findings = findings;
    }

    void read(Block block, boolean conditional) {
        findings.add(new DeclaredObject(
                "terraform",
                block.type(),
                block.label(0),
                block.label(1),
                new Place(file, block.line()),
                conditional,
                values(block.body())));
        kubernetes(block, conditional);
    }

    private List<DeclaredObject.Value> values(Body body) {
        List<DeclaredObject.Value> found = new ArrayList<>();
        values(body, "", found, 0);
        return found;
    }

    private void values(Body body, String prefix, List<DeclaredObject.Value> found, int depth) {
        for (Attribute attribute : body.attributes()) {
            values(attribute.value(), prefix + attribute.name(), found, depth + 1);
        }
        for (Block block : body.blocks()) {
            if (depth < DEPTH) {
                values(block.body(), prefix + block.type() + ".", found, depth + 1);
            }
        }
    }

    private void values(Expression value, String path, List<DeclaredObject.Value> found, int depth) {
        if (found.size() >= VALUES || depth > DEPTH) {
            return;
        }
        if (value instanceof Hcl.ObjectOf object) {
            values(new Body(object.fields(), List.of()), path + ".", found, depth + 1);
        } else if (value instanceof Hcl.ListOf list) {
            list.items().forEach(item -> values(item, path, found, depth + 1));
        } else {
            TerraformValues.text(new Bound(value, file, scope))
                    .filter(text -> text.isKnown()
                            && !text.text().isEmpty()
                            && text.text().length() <= LONGEST_VALUE)
                    .ifPresent(text ->
                            found.add(new DeclaredObject.Value(path, text.text(), new Place(file, value.line()))));
        }
    }

    /** An object that {@code kubernetes_manifest} holds. */
    private void kubernetes(Block block, boolean conditional) {
        if (!block.label(0).equals("kubernetes_manifest")) {
            return;
        }
        block.body().attribute("manifest").ifPresent(manifest -> {
            if (manifest.value() instanceof Hcl.ObjectOf object) {
                Body body = new Body(object.fields(), List.of());
                String api = TerraformValues.known(body, "apiVersion", file, scope);
                String kind = TerraformValues.known(body, "kind", file, scope);
                int line = body.attribute("apiVersion").map(Attribute::line).orElse(manifest.line());
                if (!api.isEmpty() && !kind.isEmpty()) {
                    findings.add(new DeclaredObject(
                            "kubernetes", api, kind, block.label(1), new Place(file, line), conditional, List.of()));
                }
            }
        });
    }
}
