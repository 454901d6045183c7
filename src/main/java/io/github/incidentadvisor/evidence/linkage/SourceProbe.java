package io.github.incidentadvisor.evidence.linkage;

import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaCompiler;

/** Compiles sources against a class path before and after, and keeps the complaints that are new. */
final class SourceProbe {
    private final JavaCompiler compiler;
    private final Jars jars;

    SourceProbe(JavaCompiler compiler, Jars jars) {
        this.compiler = compiler;
        this.jars = jars;
    }

    /**
     * What is new.
     *
     * @param references by complaint; empty when the place names nothing of a library
     */
    record Outcome(Map<Complaint, List<Reference>> references, List<Gap> gaps) {}

    Outcome probe(Compilation compilation) {
        List<Gap> gaps = new ArrayList<>();
        Map<Complaint, List<Reference>> found = new LinkedHashMap<>();
        try {
            List<Complaint> after;
            try (Attribution attribution = Attribution.of(compiler, compilation, compilation.after())) {
                after = attribution.complaints();
            }
            if (!after.isEmpty()) {
                try (Attribution before = Attribution.of(compiler, compilation, compilation.before())) {
                    compare(compilation, before, after, found, gaps);
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
            gaps.add(Gap.of("the sources of " + compilation.name(), "the compiler gave up: " + firstLine(e)));
        }
        return new Outcome(found, gaps);
    }

    private void compare(
            Compilation compilation,
            Attribution before,
            List<Complaint> after,
            Map<Complaint, List<Reference>> found,
            List<Gap> gaps) {
        Set<Complaint.Key> old = new HashSet<>();
        before.complaints().forEach(complaint -> old.add(complaint.key()));
        Set<Path> gone = new HashSet<>(compilation.before());
        gone.removeAll(compilation.after());
        Set<String> changed = jars.all(gone).keySet();
        Set<String> library = jars.all(compilation.before()).keySet();
        Blame blame = new Blame(before, changed::contains, library::contains);
        for (Complaint complaint : after) {
            if (old.contains(complaint.key())) {
                continue;
            }
            if (complaint.file().isEmpty()) {
                gaps.add(Gap.of("the sources of " + compilation.name(), firstLine(complaint.message())));
            } else {
                found.put(complaint, blame.of(complaint));
            }
        }
        long judged = before.complaints().stream()
                .map(Complaint::file)
                .filter(file -> !file.isEmpty())
                .distinct()
                .count();
        if (judged > 0) {
            gaps.add(Gap.of(
                    judged + (judged == 1 ? " source of " : " sources of ") + compilation.name(),
                    "judged in part: they do not compile on their own before the change either (generated code, or an "
                            + "annotation processor that is not run)"));
        }
    }

    private static String firstLine(Throwable e) {
        return firstLine(e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
