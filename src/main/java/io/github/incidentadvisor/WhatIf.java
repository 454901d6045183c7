package io.github.incidentadvisor;

import io.github.incidentadvisor.git.OverlayTree;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.migration.VersionEdit;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays upgrades over a tree where their versions are declared, as a person would edit them. */
record WhatIf(List<Upgrade> upgrades) {
    /** {@code group:artifact:version}; without a version it is left open. */
    record Upgrade(String ga, Version to) {
        static Upgrade parse(String text) {
            String[] parts = text.split(":");
            boolean hasVersion = parts.length == 3 && !parts[2].isBlank();
            if (parts.length < 2 || parts.length == 3 != hasVersion || parts[0].isBlank() || parts[1].isBlank()) {
                throw new AdvisorException("upgrade is '" + text + "'; it must be group:artifact:version,"
                        + " comma-separated, or one group:artifact to try the newest of each line.");
            }
            return new Upgrade(
                    parts[0].strip() + ":" + parts[1].strip(), hasVersion ? new Version(parts[2]) : Version.NONE);
        }
    }

    static WhatIf of(List<String> texts) {
        WhatIf whatIf = new WhatIf(texts.stream().map(Upgrade::parse).toList());
        if (whatIf.upgrades().stream()
                        .filter(upgrade -> !upgrade.to().isKnown())
                        .count()
                > 1) {
            throw new AdvisorException("upgrade leaves the version of more than one open; name all but one of them.");
        }
        return whatIf;
    }

    /** The upgrade whose version is left open, if one is. */
    Optional<Upgrade> open() {
        return upgrades.stream().filter(upgrade -> !upgrade.to().isKnown()).findFirst();
    }

    /** The same with a version for the one that is left open. */
    WhatIf with(Upgrade open, Version to) {
        return new WhatIf(upgrades.stream()
                .map(upgrade -> upgrade.equals(open) ? new Upgrade(open.ga(), to) : upgrade)
                .toList());
    }

    /** {@code head} with each upgrade written at every line that decides the component's version. */
    Tree over(Tree head, Inventory inventory) {
        Map<String, byte[]> edits = new HashMap<>();
        for (Upgrade upgrade : upgrades) {
            List<Item> items = inventory.items().stream()
                    .filter(item -> item.component() instanceof Artifact artifact
                            && artifact.ga().equals(upgrade.ga()))
                    .toList();
            List<Item> decided = items.stream()
                    .filter(item -> item.declaration().decidedAt().isKnown())
                    .toList();
            if (decided.isEmpty()) {
                throw new AdvisorException(refusal(upgrade, items));
            }
            for (Item item : decided.stream()
                    .collect(java.util.stream.Collectors.toMap(
                            i -> i.declaration().decidedAt(), i -> i, (a, b) -> a, java.util.TreeMap::new))
                    .values()) {
                Place place = item.declaration().decidedAt();
                byte[] content = edits.computeIfAbsent(
                        place.file(), file -> head.read(head.find(file).orElseThrow()));
                edits.put(
                        place.file(),
                        VersionEdit.replace(
                                        content,
                                        place.line(),
                                        text(item),
                                        upgrade.to().text())
                                .orElseThrow(() -> new AdvisorException(place + ": '" + text(item)
                                        + "' does not stand there exactly once, so that the upgrade cannot be laid over"
                                        + " it. Try it on a branch: edit the line and run check.")));
            }
        }
        return OverlayTree.of(head, edits, Set.of());
    }

    private static String text(Item item) {
        String raw = item.declaration().raw();
        boolean literal = item.declaration().property().isEmpty() && !raw.isEmpty() && !raw.contains("${");
        return literal ? raw : item.version().text();
    }

    private static String refusal(Upgrade upgrade, List<Item> items) {
        if (items.isEmpty()) {
            return "Nothing here depends on " + upgrade.ga() + ", so that it cannot be upgraded. Check the spelling; "
                    + "'incident-advisor:check' without upgrade lists what there is in inventory.json.";
        }
        Item item = items.stream().min(Comparator.comparing(Item::role)).orElseThrow();
        Declaration declaration = item.declaration();
        String who = declaration.owner().isEmpty() ? declaration.decidedIn() : declaration.owner();
        return upgrade.ga() + " " + item.version() + " is decided by no line here but by " + who
                + ". Name that one in upgrade, or declare a version of your own first.";
    }
}
