package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.maven.MavenInventory;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether each module's resolved dependencies are those of {@code dependency:tree}, and whether each place that is reported
 * holds the text that decides: {@code PROJECT}.
 */
public final class ResolvedVersions {
    private static final Pattern HEAD = Pattern.compile("([\\w.-]+:[\\w.-]+):[\\w-]+:[^:\\s]+");
    private static final Pattern NODE = Pattern.compile(".*[+\\\\]- (\\S+).*");

    private ResolvedVersions() {}

    public static void main(String[] arguments) throws Exception {
        Path project = Path.of(arguments[0]).toAbsolutePath().normalize();
        Inventory inventory = new MavenInventory(LocalMaven.at(project), new Requests())
                .read(FolderTree.of(project), Progress.SILENT);
        Map<String, Map<String, String>> ours = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        inventory.modules().forEach(module -> names.put(module.file(), module.ga()));
        for (Item item : inventory.items()) {
            if ((item.role() == Role.DIRECT || item.role() == Role.TRANSITIVE)
                    && item.component() instanceof Artifact artifact) {
                ours.computeIfAbsent(names.get(item.module()), m -> new TreeMap<>())
                        .put(key(artifact), item.version() + ":" + item.scope());
            }
        }
        Map<String, Map<String, String>> maven = tree(project);
        int compared = 0;
        int different = 0;
        for (String module : maven.keySet()) {
            Map<String, String> theirs = maven.get(module);
            Map<String, String> own = ours.getOrDefault(module, Map.of());
            TreeSet<String> all = new TreeSet<>(theirs.keySet());
            all.addAll(own.keySet());
            compared += all.size();
            for (String key : all) {
                if (!theirs.getOrDefault(key, "-").equals(own.getOrDefault(key, "-"))) {
                    different++;
                    System.out.println(module + " " + key + ": dependency:tree " + theirs.getOrDefault(key, "-")
                            + ", here " + own.getOrDefault(key, "-"));
                }
            }
        }
        System.out.println(
                maven.size() + " modules, " + compared + " dependencies compared, " + different + " different");
        places(project, inventory);
    }

    private static String key(Artifact artifact) {
        String classifier =
                artifact.classifier().isEmpty() && artifact.type().equals("test-jar") ? "tests" : artifact.classifier();
        return artifact.ga() + (classifier.isEmpty() ? "" : ":" + classifier);
    }

    private static Map<String, Map<String, String>> tree(Path project) throws IOException, InterruptedException {
        Path out = Files.createTempFile("tree", ".txt");
        LocalMaven.Run run = LocalMaven.run(
                project,
                List.of(
                        "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:tree",
                        "-DoutputFile=" + out,
                        "-DappendOutput=true"));
        if (run.exit() != 0) {
            System.out.println(run.log());
            throw new IllegalStateException("dependency:tree failed");
        }
        Map<String, Map<String, String>> modules = new TreeMap<>();
        Map<String, String> current = Map.of();
        for (String line : Files.readAllLines(out)) {
            Matcher head = HEAD.matcher(line);
            Matcher node = NODE.matcher(line);
            if (head.matches()) {
                current = modules.computeIfAbsent(head.group(1), m -> new TreeMap<>());
            } else if (node.matches()) {
                String[] parts = node.group(1).split(":");
                String classifier = parts.length == 6 ? ":" + parts[3] : "";
                current.put(
                        parts[0] + ":" + parts[1] + classifier,
                        parts[parts.length - 2] + ":" + parts[parts.length - 1]);
            }
        }
        Files.delete(out);
        return modules;
    }

    /** The deciding line must hold the version, or the property or coordinates that stand for it. */
    private static void places(Path project, Inventory inventory) throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        int checked = 0;
        TreeSet<String> wrong = new TreeSet<>();
        for (Item item : inventory.items()) {
            Place place = item.declaration().decidedAt();
            if (!place.isKnown()) {
                continue;
            }
            List<String> lines = files.computeIfAbsent(place.file(), file -> read(project.resolve(file)));
            String line = lines.get(place.line() - 1);
            checked++;
            if (!line.contains(item.version().text())
                    && !line.contains(item.declaration().raw())) {
                wrong.add(place + " does not hold " + item.component().name() + " " + item.version() + ": "
                        + line.strip());
            }
        }
        wrong.forEach(System.out::println);
        System.out.println(checked + " places opened, " + wrong.size() + " without the version's text");
    }

    private static List<String> read(Path file) {
        try {
            return Files.readString(file).lines().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
