package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.evidence.retirement.BundledRetirements;
import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.manifest.ManifestInventory;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.risk.Situation;
import io.github.incidentadvisor.risk.Urgency;
import io.github.incidentadvisor.risk.VendorRetirements;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What vendors take away of real repositories, with the line that says so, to be read critically: {@code CLONES DAY}. */
public final class VendorRetirementsOf {
    private VendorRetirementsOf() {}

    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            throw new IllegalArgumentException("needs a folder of clones and the day to judge by");
        }
        LocalDate today = LocalDate.parse(args[1]);
        Map<String, Integer> counts = new TreeMap<>();
        try (Stream<Path> folders = Files.list(Path.of(args[0]))) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                Path nested = folder.resolve("repo");
                try (GitRepository git = GitRepository.open(Files.isDirectory(nested) ? nested : folder)
                        .orElse(null)) {
                    if (git != null) {
                        print(
                                folder.getFileName().toString(),
                                git.commit("HEAD").orElseThrow(),
                                today,
                                counts);
                    }
                }
            }
        }
        counts.forEach((what, count) -> System.out.println(count + "\t" + what));
    }

    private static void print(String name, Tree tree, LocalDate today, Map<String, Integer> counts) {
        long start = System.nanoTime();
        Inventory inventory = ManifestInventory.read(tree);
        long read = System.nanoTime();
        List<Found> found = new VendorRetirements(new BundledRetirements(today), Urgency.DEFAULT)
                .apply(new Situation(Mode.STATE, inventory, List.of(), today));
        long judged = System.nanoTime();
        System.out.println("== " + name + ": " + inventory.references().size() + " references, "
                + inventory.objects().size() + " objects, " + found.size() + " findings; read in "
                + (read - start) / 1_000_000 + " ms, judged in " + (judged - read) / 1_000_000 + " ms");
        for (Found one : found) {
            Finding finding = one.finding();
            String line = new String(tree.read(tree.find(finding.place().file()).orElseThrow()), StandardCharsets.UTF_8)
                    .split("\n", -1)[finding.place().line() - 1].strip();
            System.out.println(finding.severity().word() + "\t" + finding.place() + "\t" + line + "\t" + finding.text()
                    + "\t" + finding.fix() + "\t" + one.smallestStep() + " " + one.longTerm());
            String fact = finding.evidence().get(1).source();
            counts.merge(finding.severity().word() + "\t" + fact, 1, Integer::sum);
        }
    }
}
