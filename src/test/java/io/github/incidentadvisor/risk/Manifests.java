package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.changes.Changes;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.evidence.kubernetes.BundledKubernetesApis;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.manifest.ManifestInventory;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.risk.Rule.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files of a repository, and what is said of their objects. */
final class Manifests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final BundledKubernetesApis APIS = new BundledKubernetesApis();

    private final Map<String, String> files = new TreeMap<>();

    static Manifests of(String path, String text) {
        return new Manifests().with(path, text);
    }

    Manifests with(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** An object with nothing in it. */
    static String object(String api, String kind, String name) {
        return "apiVersion: " + api + "\nkind: " + kind + "\nmetadata:\n  name: " + name + "\n---\n";
    }

    /** A cluster of Terraform's. */
    static String eks(String version) {
        return "resource \"aws_eks_cluster\" \"main\" {\n  name    = \"main\"\n  version = \"" + version + "\"\n}\n";
    }

    private Inventory inventory() {
        try {
            Path folder = Files.createTempDirectory("manifests");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            Inventory inventory = ManifestInventory.read(FolderTree.of(folder));
            try (var all = Files.walk(folder)) {
                all.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
            return inventory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Found> found() {
        return foundOn("");
    }

    /** @param configured the release that the user names */
    List<Found> foundOn(String configured) {
        Inventory head = inventory();
        return new RemovedApis(APIS, head, KubernetesRelease.of(configured))
                .apply(new Situation(Mode.STATE, head, List.of(), TODAY));
    }

    /** {@code severity file:line text}, sorted as found. */
    List<String> said() {
        return sentences(found());
    }

    List<String> saidOn(String configured) {
        return sentences(foundOn(configured));
    }

    private Situation since(Inventory base, Inventory head) {
        return new Situation(Mode.CHANGE, head, Changes.between(base, head, VersionOrder.MAVEN), TODAY);
    }

    List<Found> foundSince(Manifests before) {
        Inventory base = before.inventory();
        Inventory head = inventory();
        return new RemovedApis(APIS, base, KubernetesRelease.NONE).apply(since(base, head));
    }

    /** The advisories of the change, most urgent first. */
    List<Advisory> judgedSince(Manifests before) {
        Inventory base = before.inventory();
        Inventory head = inventory();
        Situation situation = since(base, head);
        return judge().judge(situation, new RemovedApis(APIS, base, KubernetesRelease.NONE).apply(situation));
    }

    /** The advisories of the state, most urgent first. */
    List<Advisory> judged() {
        Inventory head = inventory();
        Situation situation = new Situation(Mode.STATE, head, List.of(), TODAY);
        return judge().judge(situation, new RemovedApis(APIS, head, KubernetesRelease.NONE).apply(situation));
    }

    private static Judge judge() {
        return new Judge(Urgency.DEFAULT, Backgrounds.of(Coverage.NOTHING));
    }

    static List<String> sentences(List<Found> found) {
        return found.stream()
                .map(Found::finding)
                .map(finding -> finding.severity().word() + " " + finding.place() + " " + finding.text())
                .toList();
    }
}
