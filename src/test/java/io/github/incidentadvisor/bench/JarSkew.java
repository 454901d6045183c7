package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.evidence.linkage.bytecode.Break;
import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage;
import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage.SkewAnswer;
import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage.SkewQuestion;
import io.github.incidentadvisor.evidence.linkage.bytecode.Library;
import io.github.incidentadvisor.evidence.linkage.bytecode.Skew;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What jars of a class path demand of each other in vain: {@code OLD.jar[:…] NEW.jar[:…] CLASSES}. */
public final class JarSkew {
    private static final int ROUNDS = 3;

    private JarSkew() {}

    public static void main(String[] arguments) throws Exception {
        List<Library> before = libraries(arguments[0]);
        List<Library> after = libraries(arguments[1]);
        Set<String> roots = roots(Path.of(arguments[2]));
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            double cpu = LinkagePairs.cpu();
            try (BytecodeLinkage linkage = new BytecodeLinkage()) {
                SkewAnswer answer = linkage.skews(new SkewQuestion(before, after, 17), roots);
                double seconds = (System.nanoTime() - start) / 1e9;
                if (round == 0) {
                    answer.skews().forEach(JarSkew::show);
                    answer.gaps().forEach(gap -> System.out.println("gap " + gap.what() + ": " + gap.reason()));
                }
                long fresh = answer.skews().stream().filter(Skew::isNew).count();
                long reachable = answer.skews().stream()
                        .filter(skew -> skew.isNew() && skew.isReachable())
                        .count();
                System.out.printf(
                        Locale.ROOT,
                        "%d jars, %d roots: %d new pairs, %d of them reachable, %d old; %.2f s (cpu %.2f), heap %d MB%n",
                        after.size(),
                        roots.size(),
                        fresh,
                        reachable,
                        answer.skews().size() - fresh,
                        seconds,
                        LinkagePairs.cpu() - cpu,
                        LinkagePairs.used());
            }
        }
    }

    private static void show(Skew skew) {
        System.out.println((skew.isNew() ? "NEW " : "old ") + skew.severity() + " " + skew.caller() + " -> "
                + skew.callee().map(Coordinates::toString).orElse("(gone)") + " was "
                + skew.calleeBefore().map(Coordinates::toString).orElse("(none)") + ": " + skew.count() + ", reachable "
                + skew.reachable());
        for (Break one : skew.first()) {
            System.out.println("      " + one.callerClass() + " " + one.where() + " " + one.kind() + " " + one.message()
                    + " [" + one.target().owner() + "]");
        }
    }

    /** Coordinates from the path in a local repository. */
    private static List<Library> libraries(String paths) {
        return Stream.of(paths.split(File.pathSeparator))
                .map(Path::of)
                .map(path -> {
                    int names = path.getNameCount();
                    String text = path.toString();
                    String group = text.substring(text.indexOf("/repository/") + "/repository/".length())
                            .replaceAll("(/[^/]+){3}$", "");
                    return new Library(
                            new Coordinates(
                                    Artifact.of(
                                            group.replace('/', '.'),
                                            path.getName(names - 3).toString()),
                                    new Version(path.getName(names - 2).toString())),
                            path);
                })
                .toList();
    }

    private static Set<String> roots(Path classes) throws Exception {
        Set<String> roots = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                roots.addAll(BytecodeLinkage.named(Files.readAllBytes(file)));
            }
        }
        return roots;
    }
}
