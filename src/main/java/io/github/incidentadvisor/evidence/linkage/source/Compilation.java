package io.github.incidentadvisor.evidence.linkage.source;

import java.nio.file.Path;
import java.util.List;

/**
 * What is compiled at once: the main or the test sources of a module.
 *
 * @param name for people
 * @param units the sources to be judged
 * @param support sources that they may need: the rest of the module, other modules that it depends on
 * @param release the Java level; 0 for the running one
 * @param warnings the options that ask for warnings which fail the build ({@code -Xlint:deprecation}); empty when none does
 */
public record Compilation(
        String name,
        List<SourceFile> units,
        List<SourceFile> support,
        int release,
        List<String> warnings,
        List<Path> before,
        List<Path> after) {
    public Compilation {
        units = List.copyOf(units);
        support = List.copyOf(support);
        warnings = List.copyOf(warnings);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
