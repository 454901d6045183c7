package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage;
import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage.Answer;
import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage.Question;
import io.github.incidentadvisor.evidence.linkage.bytecode.ClassSource;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Times what the classes of a jar or folder face between two class paths: {@code OLD.jar[:…] NEW.jar[:…] CLIENT.jar}. */
public final class LinkagePairs {
    private static final int ROUNDS = 5;
    private static final int SHOWN = 40;

    private LinkagePairs() {}

    public static void main(String[] arguments) throws Exception {
        List<Path> before = paths(arguments[0]);
        List<Path> after = paths(arguments[1]);
        Map<String, byte[]> client = classes(Path.of(arguments[2]));
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            double cpu = cpu();
            try (BytecodeLinkage linkage = new BytecodeLinkage()) {
                Answer answer = linkage.judge(
                        new Question(List.of(ClassSource.memory("client", client)), List.of(), before, after, 0));
                double seconds = (System.nanoTime() - start) / 1e9;
                if (round == 0) {
                    show(answer);
                }
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %d classes, %d breaks, %.3f s (cpu %.3f), heap %d MB%n",
                        round + 1,
                        client.size(),
                        answer.breaks().size(),
                        seconds,
                        cpu() - cpu,
                        used());
            }
        }
    }

    /** Seconds of all cores that this process has used. */
    static double cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024 / 1024;
    }

    private static void show(Answer answer) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        answer.breaks().forEach(one -> kinds.merge(one.effect() + " " + one.kind(), 1, Integer::sum));
        answer.breaks().stream()
                .limit(SHOWN)
                .forEach(one -> System.out.println(one.where() + " " + one.effect() + " " + one.message()));
        System.out.println(kinds);
        answer.gaps().forEach(gap -> System.out.println("gap " + gap.what() + ": " + gap.reason()));
    }

    private static List<Path> paths(String text) {
        return Stream.of(text.split(File.pathSeparator)).map(Path::of).toList();
    }

    private static Map<String, byte[]> classes(Path jar) throws Exception {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        if (Files.isDirectory(jar)) {
            try (Stream<Path> files = Files.walk(jar)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".class")).toList()) {
                    String name = jar.relativize(file).toString();
                    classes.put(name.substring(0, name.length() - 6), Files.readAllBytes(file));
                }
            }
            return classes;
        }
        try (var zip = new java.util.zip.ZipFile(jar.toFile())) {
            for (var entry : zip.stream()
                    .filter(one ->
                            one.getName().endsWith(".class") && !one.getName().startsWith("META-INF"))
                    .toList()) {
                try (var in = zip.getInputStream(entry)) {
                    String name = entry.getName();
                    classes.put(name.substring(0, name.length() - 6), in.readAllBytes());
                }
            }
        }
        return classes;
    }
}
