package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.settings.Setting;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Seconds and heap of a scan of repositories of the sample's size: {@code SCRATCH SAMPLE_PROJECT [COUNT…]}. The repositories are the
 * bundled sample with small variations; caches are warm with the second count. The heap is the largest that was in use right after a
 * collection, which is what has to fit.
 */
public final class ScanSpeed {
    private static final String[] JAVA = {"17", "21", "11", "17"};
    private static final String[] EKS = {"1.30", "1.31", "1.33", "1.29", "1.35"};

    private ScanSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path scratch = Path.of(arguments[0]).toAbsolutePath();
        Path sample = Path.of(arguments[1]).toAbsolutePath();
        List<String> counts = List.of(arguments).subList(2, arguments.length);
        for (String count : counts.isEmpty() ? List.of("50", "200") : counts) {
            Path clones = scratch.resolve("clones-" + count);
            make(sample, clones, Integer.parseInt(count));
            Map<Setting, String> settings = new EnumMap<>(Setting.class);
            settings.put(Setting.REPOSITORIES, clones.toString());
            settings.put(Setting.FORMATS, "json");
            settings.put(Setting.TODAY, "2026-11-24");
            if (Boolean.getBoolean("offline")) {
                settings.put(Setting.OFFLINE, "true");
            }
            Path out = scratch.resolve("out-" + count + "-" + System.nanoTime());
            settings.put(Setting.OUTPUT_DIRECTORY, out.toString());
            for (String what : List.of("all", "again, nothing changed")) {
                resetPeak();
                long start = System.nanoTime();
                ScanMany.run(settings);
                System.out.printf(
                        "%s repositories, %s: %.1f s, peak %d MB, after a collection %d MB%n",
                        count, what, (System.nanoTime() - start) / 1e9, peak(), live());
            }
        }
        System.exit(0);
    }

    private static void make(Path sample, Path clones, int count) throws Exception {
        if (Files.exists(clones)) {
            return;
        }
        for (int i = 0; i < count; i++) {
            Path home = Files.createDirectories(clones.resolve("acme+service-" + i));
            copy(sample, home, i);
            try (Git git = Git.init()
                    .setDirectory(home.toFile())
                    .setInitialBranch("main")
                    .call()) {
                PersonIdent who = new PersonIdent("A", "a@example.org", Instant.EPOCH, ZoneOffset.UTC);
                git.add().addFilepattern(".").call();
                git.commit()
                        .setMessage("Service " + i)
                        .setAuthor(who)
                        .setCommitter(who)
                        .setSign(false)
                        .call();
            }
        }
    }

    private static void copy(Path sample, Path home, int number) throws IOException {
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = sample.relativize(file);
                if (relative.startsWith(".git") || relative.toString().contains("target")) {
                    continue;
                }
                Path to = home.resolve(relative.toString());
                Files.createDirectories(to.getParent());
                String text = Files.readString(file, StandardCharsets.UTF_8)
                        .replace("<java.version>17", "<java.version>" + JAVA[number % JAVA.length])
                        .replaceAll("version( *)= \"1\\.\\d\\d\"", "version$1= \"" + EKS[number % EKS.length] + "\"");
                Files.writeString(to, text);
            }
        }
        Files.writeString(home.resolve("NUMBER"), String.valueOf(number));
    }

    private static void resetPeak() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
