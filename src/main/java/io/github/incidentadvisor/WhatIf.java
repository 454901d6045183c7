package io.github.incidentadvisor;

import io.github.incidentadvisor.git.OverlayTree;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.migration.VersionEdit;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Component.Image;
import io.github.incidentadvisor.model.Component.Platform;
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
    /** What the user calls the platforms whose versions manifests hold. */
    private static final Map<String, String> PLATFORMS = Map.of(
            "eks", "amazon-eks",
            "gke", "google-kubernetes-engine",
            "aks", "azure-kubernetes-service",
            "k8s", "kubernetes");

    /** A component at another version, {@link Version#NONE} to leave that open. */
    record Upgrade(Component wanted, Version to) {
        static Upgrade parse(String text) {
            return text.contains("=") ? named(text) : artifact(text);
        }

        private static Upgrade artifact(String text) {
            String[] parts = text.split(":");
            boolean hasVersion = parts.length == 3 && !parts[2].isBlank();
            if (parts.length < 2 || parts.length == 3 != hasVersion || parts[0].isBlank() || parts[1].isBlank()) {
                throw wrong(text);
            }
            return new Upgrade(
                    Artifact.of(parts[0].strip(), parts[1].strip()), hasVersion ? new Version(parts[2]) : Version.NONE);
        }

        /** {@code eks=1.33}, {@code image=name:tag}. */
        private static Upgrade named(String text) {
            String name = text.substring(0, text.indexOf('=')).strip();
            String value = text.substring(text.indexOf('=') + 1).strip();
            if (name.isEmpty() || value.isEmpty()) {
                throw wrong(text);
            }
            if (!name.equals("image")) {
                return new Upgrade(new Platform(PLATFORMS.getOrDefault(name, name)), new Version(value));
            }
            int colon = value.lastIndexOf(':');
            if (colon <= value.lastIndexOf('/') || colon == 0 || colon == value.length() - 1) {
                throw wrong(text);
            }
            String path = value.substring(0, colon);
            int slash = path.indexOf('/');
            String host = slash < 0 ? "" : path.substring(0, slash);
            boolean registry = host.contains(".") || host.contains(":") || host.equals("localhost");
            return new Upgrade(
                    new Image(registry ? host : "", registry ? path.substring(slash + 1) : path),
                    new Version(value.substring(colon + 1)));
        }

        private static AdvisorException wrong(String text) {
            return new AdvisorException("upgrade is '" + text + "'; it must be group:artifact:version, eks=1.33"
                    + " (or gke, aks, kubernetes), or image=name:tag, comma-separated,"
                    + " or one group:artifact to try the newest of each line.");
        }

        boolean isOf(Component component) {
            return wanted instanceof Artifact artifact
                    ? component instanceof Artifact other && other.ga().equals(artifact.ga())
                    : component.equals(wanted);
        }

        /** {@code group:artifact}, or the name of a platform or image. */
        String ga() {
            return wanted instanceof Artifact artifact ? artifact.ga() : wanted.name();
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
                .map(upgrade -> upgrade.equals(open) ? new Upgrade(open.wanted(), to) : upgrade)
                .toList());
    }

    /** {@code head} with each upgrade written at every line that decides the component's version. */
    Tree over(Tree head, Inventory inventory) {
        Map<String, byte[]> edits = new HashMap<>();
        for (Upgrade upgrade : upgrades) {
            List<Item> items = inventory.items().stream()
                    .filter(item -> upgrade.isOf(item.component()))
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
        if (!(item.component() instanceof Artifact)) {
            boolean whole = item.declaration().raw().contains(item.version().text());
            return whole ? item.version().text() : item.version().unpinned().text();
        }
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
