package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.incidents.IncidentSource.Entry;
import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.index.Generations;
import io.github.incidentadvisor.incidents.index.Memory;
import io.github.incidentadvisor.incidents.match.Search;
import io.github.incidentadvisor.incidents.source.TreeSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Seconds and memory of the memory of incidents on made-up ones: {@code SCRATCH [COUNT…]}; 1,000 stand in files of their own. */
public final class IncidentSpeed {
    private static final String[] NAMES = {
        "Kubernetes", "PostgreSQL", "RabbitMQ", "Spring Boot", "HikariCP", "Kafka", "Redis", "nginx", "Prometheus",
                "Terraform",
        "cert-manager", "Flyway", "Elasticsearch", "Netty", "the ledger", "checkout", "the gateway", "billing",
                "Grafana", "etcd"
    };
    private static final String[] WORDS =
            ("the a service was down because after upgrade from to version pool connections ran out of"
                            + " memory node restarted pods pending deploy rollback configuration changed timeout queue consumer broker"
                            + " certificate expired disk full latency alert fired users reported errors team reverted fixed restored cause")
                    .split(" ");

    private IncidentSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path scratch = Files.createDirectories(Path.of(arguments[0]));
        files(scratch);
        for (String count : List.of(arguments).subList(1, arguments.length)) {
            export(scratch, Integer.parseInt(count));
        }
    }

    private static void files(Path scratch) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "files");
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            Files.writeString(
                    folder.resolve("INC-" + i + ".md"),
                    "# " + title(random) + "\n\nDate: 2024-0" + (1 + i % 9) + "-11\n\n## Summary\n" + text(random, 250)
                            + "\n\n## Root cause\n" + text(random, 150) + "\n\n## Action items\n- [ ] "
                            + text(random, 12) + "\n");
        }
        double before = cpu();
        long start = System.nanoTime();
        List<Entry> entries = new TreeSource(FolderTree.of(folder), "").list().entries();
        try (Memory memory = new Generations(scratch.resolve("index-files"), Clock.systemUTC()).of(entries)) {
            System.out.printf(
                    Locale.ROOT,
                    "first index of %d post-mortems in files: %.2f s, %.2f s of processor%n",
                    memory.size(),
                    seconds(start),
                    cpu() - before);
        }
        measure(entries, scratch.resolve("index-files"), 1_000);
    }

    private static void export(Path scratch, int count) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "export");
        Random random = new Random(2);
        for (int part = 0; part * 5_000 < count; part++) {
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("part" + part + ".jsonl"))) {
                for (int i = part * 5_000; i < Math.min(count, (part + 1) * 5_000); i++) {
                    out.write(String.format(
                            Locale.ROOT,
                            "{\"id\": \"INC-%d\", \"title\": \"%s\", \"date\": \"2023-05-%02d\", \"text\": \"%s\"}%n",
                            i,
                            title(random),
                            1 + i % 28,
                            text(random, 120)));
                }
            }
        }
        List<Entry> entries = new TreeSource(FolderTree.of(folder), "").list().entries();
        Path index = scratch.resolve("index-" + count);
        long start = System.nanoTime();
        new Generations(index, Clock.systemUTC()).of(entries).close();
        System.out.printf(Locale.ROOT, "first index of %d records: %.2f s%n", count, seconds(start));
        measure(entries, index, count);
    }

    private static void measure(List<Entry> entries, Path index, int count) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String name = NAMES[i % NAMES.length]
                    .toLowerCase(Locale.ROOT)
                    .replace(' ', '-')
                    .replaceFirst("^the-", "");
            steps.add(new Step(
                    i < 20 ? "docker" : "maven",
                    i < 20 ? name : "org.acme" + i + ":" + (i % 3 == 0 ? name : "lib-" + i + "-core"),
                    i % 9 + ".2.3",
                    i % 9 + ".4.0",
                    "",
                    "The pool's default timeout for consumers changed.",
                    List.of()));
        }
        for (int round = 0; round < 6; round++) {
            double before = cpu();
            long start = System.nanoTime();
            int shown = 0;
            double opened;
            try (Memory memory = new Generations(index, Clock.systemUTC()).of(entries)) {
                opened = seconds(start);
                Search search = new Search(memory);
                for (Step step : steps) {
                    shown += search.shown(step).size();
                }
                if (round == 5) {
                    System.gc();
                    Runtime runtime = Runtime.getRuntime();
                    System.out.printf(
                            Locale.ROOT,
                            "  %d incidents, 60 changes: %.0f ms warm, %.0f ms of processor (opened in %.0f ms), %d shown, heap in use after collection %d MiB%n",
                            count,
                            seconds(start) * 1000,
                            (cpu() - before) * 1000,
                            opened * 1000,
                            shown,
                            (runtime.totalMemory() - runtime.freeMemory()) >> 20);
                } else if (round == 0) {
                    System.out.printf(
                            Locale.ROOT,
                            "  first time: %.0f ms, %.0f ms of processor (opened in %.0f ms)%n",
                            seconds(start) * 1000,
                            (cpu() - before) * 1000,
                            opened * 1000);
                }
            }
        }
    }

    private static String title(Random random) {
        return name(random) + " " + text(random, 4, 0);
    }

    private static String name(Random random) {
        return NAMES[random.nextInt(NAMES.length)];
    }

    private static String text(Random random, int words) {
        return text(random, words, 24);
    }

    /** Words, and now and then one of two names or a version, as post-mortems have them. */
    private static String text(Random random, int words, int rarity) {
        String[] names = {name(random), name(random)};
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            int kind = rarity == 0 ? 2 : random.nextInt(rarity);
            text.append(
                    kind == 0
                            ? names[random.nextInt(2)]
                            : kind == 1
                                    ? random.nextInt(9) + "." + random.nextInt(20) + "." + random.nextInt(9)
                                    : WORDS[random.nextInt(WORDS.length)]);
            text.append(i % 14 == 13 ? ". " : " ");
        }
        return text.toString().strip();
    }

    /** Of this thread, so that what else the machine does is not counted. */
    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
