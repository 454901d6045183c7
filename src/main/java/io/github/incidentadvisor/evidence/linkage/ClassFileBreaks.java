package io.github.incidentadvisor.evidence.linkage;

import io.github.incidentadvisor.evidence.Linkage.Break;
import io.github.incidentadvisor.evidence.Linkage.Effect;
import io.github.incidentadvisor.evidence.Linkage.Instead;
import io.github.incidentadvisor.evidence.linkage.bytecode.BreakKind;
import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage;
import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage.Question;
import io.github.incidentadvisor.evidence.linkage.bytecode.ClassSource;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the source tier cannot see, from class files of the last build: sources of other languages, and Java sources that do not
 * compile on their own. What compiling again would mend is left out.
 */
final class ClassFileBreaks {
    private static final Set<BreakKind> MENDED = Set.of(BreakKind.RETURN_TYPE_CHANGED, BreakKind.FIELD_TYPE_CHANGED);
    private static final List<String> OTHER_LANGUAGES = List.of(".kt", ".groovy", ".scala");

    private final Map<String, List<String>> byName = new HashMap<>();
    private final FreshClasses fresh;
    private final ClassPaths now;
    private final Jars jars;
    private final List<Gap> gaps = new ArrayList<>();

    /** @param root the working directory that {@code tree} is of */
    ClassFileBreaks(Tree tree, Path root, ClassPaths now, Jars jars) {
        this.fresh = new FreshClasses(root);
        this.now = now;
        this.jars = jars;
        tree.entries().forEach(entry -> {
            String path = entry.path();
            byName.computeIfAbsent(path.substring(path.lastIndexOf('/') + 1), n -> new ArrayList<>())
                    .add(path);
        });
    }

    /** @param partly paths of Java sources that were judged in part */
    List<Break> of(List<ModulePath> differing, Map<Coordinates, Path> files, Set<String> partly) {
        List<Break> breaks = new ArrayList<>();
        try (BytecodeLinkage linkage = new BytecodeLinkage()) {
            for (ModulePath path : differing) {
                List<String> others = otherSources(path);
                boolean wanted = !others.isEmpty() || partly.stream().anyMatch(file -> isOf(path, file));
                Optional<ClassSource> classes = wanted ? fresh.of(path.module(), path.test()) : Optional.empty();
                if (classes.isPresent()) {
                    breaks.addAll(of(path, classes.get(), files, partly, linkage));
                } else if (!others.isEmpty()) {
                    gaps.add(Gap.of(
                            others.size() + (others.size() == 1 ? " source of " : " sources of ") + path.name(),
                            "not in Java, and there are no class files that are as new as they; build first"));
                }
            }
        }
        return breaks;
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    private List<Break> of(
            ModulePath path,
            ClassSource classes,
            Map<Coordinates, Path> files,
            Set<String> partly,
            BytecodeLinkage linkage) {
        List<ClassSource> support = new ArrayList<>();
        if (path.test()) {
            fresh.of(path.module(), false).ifPresent(support::add);
        }
        now.siblings(path.module().file(), path.test()).keySet().forEach(sibling -> fresh.of(sibling, false)
                .ifPresent(support::add));
        List<Path> before = path.filesBefore(files);
        Map<Path, Coordinates> givers = new HashMap<>();
        files.forEach((coordinates, file) -> givers.putIfAbsent(file, coordinates));
        BytecodeLinkage.Answer answer = linkage.judge(new Question(
                List.of(classes),
                support,
                before,
                path.filesAfter(files),
                path.module().sources().release()));
        gaps.addAll(answer.gaps());
        List<Break> breaks = new ArrayList<>();
        for (var one : answer.breaks()) {
            Optional<String> file = file(path.module(), one.callerClass(), one.sourceFile());
            boolean unseen = file.filter(partly::contains).isPresent()
                    || !one.sourceFile().endsWith(".java");
            Optional<Effect> effect = effect(one);
            if (unseen && file.isPresent() && effect.isPresent()) {
                breaks.add(new Break(
                        path.module().file(),
                        effect.get(),
                        new Place(file.get(), Math.max(1, one.line())),
                        one.target(),
                        jars.of(one.target().owner(), before).map(givers::get),
                        one.message(),
                        Instead.UNKNOWN));
            }
        }
        return breaks;
    }

    private static Optional<Effect> effect(io.github.incidentadvisor.evidence.linkage.bytecode.Break one) {
        if (MENDED.contains(one.kind())) {
            return Optional.empty();
        }
        return switch (one.effect()) {
            case FAILS ->
                Optional.of(one.kind().name().endsWith("_REMOVED") ? Effect.REMOVED : Effect.DOES_NOT_COMPILE);
            case NOT_CALLED -> Optional.of(Effect.NOT_CALLED);
            case SOURCE, REFLECTION -> Optional.empty();
        };
    }

    /** The source of a class: by its name, and where there are several by the folder that its package has. */
    private Optional<String> file(Module module, String callerClass, String sourceFile) {
        String home = home(module);
        List<String> all = byName.getOrDefault(sourceFile, List.of()).stream()
                .filter(path -> path.startsWith(home))
                .toList();
        String folder = callerClass.contains(".")
                ? callerClass.substring(0, callerClass.lastIndexOf('.') + 1).replace('.', '/')
                : "";
        return all.stream()
                .filter(path -> path.endsWith("/" + folder + sourceFile))
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
    }

    private List<String> otherSources(ModulePath path) {
        return byName.values().stream()
                .flatMap(List::stream)
                .filter(file -> OTHER_LANGUAGES.stream().anyMatch(file::endsWith) && isOf(path, file))
                .toList();
    }

    private static boolean isOf(ModulePath path, String file) {
        return file.startsWith(home(path.module()) + "src/" + (path.test() ? "test/" : "main/"));
    }

    private static String home(Module module) {
        return module.file().substring(0, module.file().lastIndexOf('/') + 1);
    }
}
