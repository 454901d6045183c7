package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.Hcl.Attribute;
import io.github.incidentadvisor.inventory.manifest.Hcl.Block;
import io.github.incidentadvisor.inventory.manifest.Hcl.Body;
import io.github.incidentadvisor.inventory.manifest.Hcl.Call;
import io.github.incidentadvisor.inventory.manifest.Hcl.Expression;
import io.github.incidentadvisor.inventory.manifest.Hcl.ListOf;
import io.github.incidentadvisor.inventory.manifest.Hcl.Literal;
import io.github.incidentadvisor.inventory.manifest.Hcl.ObjectOf;
import io.github.incidentadvisor.inventory.manifest.Hcl.Path;
import io.github.incidentadvisor.inventory.manifest.Hcl.Template;
import java.util.ArrayList;
import java.util.List;

/** Two readings of a text, side by side: what differs, and how much was compared. */
final class HclComparison {
    private final List<String> differences = new ArrayList<>();
    private int blocks;
    private int attributes;
    private int literals;

    List<String> differences() {
        return differences;
    }

    int blocks() {
        return blocks;
    }

    int attributes() {
        return attributes;
    }

    /** Texts without variables, numbers, {@code true} and {@code false}. */
    int literals() {
        return literals;
    }

    void bodies(String where, Body ours, Body theirs) {
        fields(where, ours.attributes(), theirs.attributes());
        List<String> ourHeads = ours.blocks().stream().map(HclComparison::head).toList();
        List<String> theirHeads =
                theirs.blocks().stream().map(HclComparison::head).toList();
        if (!same(where, ourHeads, theirHeads)) {
            return;
        }
        blocks += ourHeads.size();
        for (int i = 0; i < ourHeads.size(); i++) {
            bodies(
                    where + "/" + ourHeads.get(i),
                    ours.blocks().get(i).body(),
                    theirs.blocks().get(i).body());
        }
    }

    private static String head(Block block) {
        return block.type() + block.labels() + ":" + block.line();
    }

    private void fields(String where, List<Attribute> ours, List<Attribute> theirs) {
        List<String> ourNames =
                ours.stream().map(a -> a.name() + ":" + a.line()).toList();
        List<String> theirNames =
                theirs.stream().map(a -> a.name() + ":" + a.line()).toList();
        if (!same(where, ourNames, theirNames)) {
            return;
        }
        attributes += ourNames.size();
        for (int i = 0; i < ourNames.size(); i++) {
            expressions(
                    where + "/" + ourNames.get(i),
                    ours.get(i).value(),
                    theirs.get(i).value());
        }
    }

    private void expressions(String where, Expression ours, Expression theirs) {
        if (!same(where, ours.getClass().getSimpleName(), theirs.getClass().getSimpleName())
                || !same(where, ours.line(), theirs.line())) {
            return;
        }
        if (ours instanceof Template template) {
            list(where, template.parts(), ((Template) theirs).parts());
            return;
        }
        if (ours instanceof Literal literal) {
            literals++;
            same(where, literal.text(), ((Literal) theirs).text());
        } else if (ours instanceof Path path) {
            same(where, path.names(), ((Path) theirs).names());
        } else if (ours instanceof ListOf list) {
            list(where, list.items(), ((ListOf) theirs).items());
        } else if (ours instanceof Call call) {
            same(where, call.name(), ((Call) theirs).name());
            list(where, call.arguments(), ((Call) theirs).arguments());
        } else if (ours instanceof ObjectOf object) {
            fields(where, object.fields(), ((ObjectOf) theirs).fields());
        }
        same(where, ours.raw().strip(), theirs.raw().strip());
    }

    private void list(String where, List<Expression> ours, List<Expression> theirs) {
        if (same(where, ours.size(), theirs.size())) {
            for (int i = 0; i < ours.size(); i++) {
                expressions(where + "/" + i, ours.get(i), theirs.get(i));
            }
        }
    }

    private boolean same(String where, Object ours, Object theirs) {
        if (ours.equals(theirs)) {
            return true;
        }
        differences.add(where + ": ours is <" + ours + ">, the oracle's is <" + theirs + ">");
        return false;
    }
}
