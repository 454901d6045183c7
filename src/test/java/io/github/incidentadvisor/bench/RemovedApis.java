package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.evidence.kubernetes.BundledKubernetesApis;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.manifest.ManifestInventory;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.risk.Situation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is said of the Kubernetes objects of a repository: {@code CLONES OWNER/NAME COMMIT [RELEASE]}, with the release that its
 * clusters are taken to run where it declares none. For reading line by line.
 */
public final class RemovedApis {
    private RemovedApis() {}

    public static void main(String[] args) {
        if (args.length < 3 || args.length > 4) {
            throw new IllegalArgumentException("needs CLONES OWNER/NAME COMMIT [RELEASE]");
        }
        Tree tree = new Clones(Path.of(args[0])).at(args[1], args[2]);
        KubernetesRelease release = args.length < 4 ? KubernetesRelease.NONE : KubernetesRelease.of(args[3]);
        long start = System.nanoTime();
        Inventory inventory = ManifestInventory.read(tree);
        List<Found> found = new io.github.incidentadvisor.risk.RemovedApis(
                        new BundledKubernetesApis(), inventory, release)
                .apply(new Situation(Mode.STATE, inventory, List.of(), LocalDate.of(2026, 11, 25)));
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Long> severities = found.stream()
                .map(Found::finding)
                .collect(Collectors.groupingBy(
                        finding -> finding.severity().word(), TreeMap::new, Collectors.counting()));
        for (Found one : found) {
            Finding finding = one.finding();
            System.out.println(finding.severity().word() + " " + finding.place() + "\n    " + finding.text() + "\n    "
                    + finding.fix());
        }
        long objects = inventory.objects().stream()
                .filter(object -> object.format().equals("kubernetes"))
                .count();
        System.out.printf("%s: %d objects, %s, %.1f s%n", args[1], objects, severities, seconds);
    }
}
