package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.Pin;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.risk.Rule.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which findings one step ends, read off the model and not off names: those of one product; of what one parent, BOM or dependency
 * brings or manages, with that one itself; of artifacts whose version is one property, or that are published together (one group, one
 * version); what is taken away at a line that a step of the Java level edits anyway. Findings that share any of these belong
 * together, and so does whatever they share with others.
 */
final class Groups {
    /** Findings of one step. */
    record Group(List<Found> all) {
        Group {
            all = List.copyOf(all);
        }
    }

    private final Inventory head;
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<String, Integer> first = new HashMap<>();

    private Groups(Inventory head) {
        this.head = head;
    }

    /** The groups in the order of their first findings. */
    static List<Group> of(List<Found> found, Inventory head) {
        return new Groups(head).grouped(found);
    }

    private List<Group> grouped(List<Found> found) {
        Set<String> otherwise = new HashSet<>();
        found.stream()
                .filter(one -> one.finding().kind() != Kind.ORPHAN_PIN)
                .forEach(one -> otherwise.add(one.about().component().purl()));
        for (int i = 0; i < found.size(); i++) {
            parents.put(i, i);
            for (String key : keys(found.get(i), otherwise)) {
                Integer other = first.putIfAbsent(key, i);
                if (other != null) {
                    parents.put(root(i), root(other));
                }
            }
        }
        Map<Integer, List<Found>> groups = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            groups.computeIfAbsent(root(i), k -> new ArrayList<>()).add(found.get(i));
        }
        return groups.values().stream().map(Group::new).toList();
    }

    private int root(int i) {
        int at = i;
        while (parents.get(at) != at) {
            at = parents.get(at);
        }
        return at;
    }

    /** @param otherwise purls of what there is another reason to move than a pin */
    private List<String> keys(Found one, Set<String> otherwise) {
        Item item = one.about();
        String purl = item.component().purl();
        if (one.finding().kind() == Kind.ORPHAN_PIN && !otherwise.contains(purl)) {
            return List.of("component " + giver(one));
        }
        List<String> keys = new ArrayList<>();
        if (one.finding().kind() != Kind.ORPHAN_PIN) {
            keys.add("theme " + one.move().theme());
        }
        boolean java = one.move().theme().equals("java");
        if (java) {
            one.move().parts().forEach(part -> keys.add("java " + part.place()));
        } else if (one.finding().kind() == Kind.RETIREMENT) {
            keys.add("java " + one.finding().place());
        }
        if (item.component() instanceof Artifact artifact) {
            Declaration declaration = item.declaration();
            boolean ours = declaration.decidedAt().isKnown();
            keys.add("component " + (ours ? purl : Owners.of(item, head)));
            if (ours && !declaration.property().isEmpty()) {
                keys.add("property " + declaration.decidedAt());
            }
            if (ours) {
                keys.add("family " + artifact.group() + " " + item.version());
            }
        }
        return keys;
    }

    /** Who would give the version that a pin overrides. */
    private String giver(Found one) {
        return head.pins().stream()
                .filter(pin -> isAbout(one, pin))
                .findFirst()
                .map(pin -> purl(pin.givenBy()))
                .orElse(one.about().component().purl());
    }

    static boolean isAbout(Found one, Pin pin) {
        return pin.component().equals(one.about().component())
                && pin.setAt().equals(one.finding().place());
    }

    /** The purl of {@code group:artifact:version}. */
    static String purl(String coordinates) {
        String[] parts = coordinates.split(":");
        return parts.length < 2 ? coordinates : Artifact.of(parts[0], parts[1]).purl();
    }
}
