package io.github.incidentadvisor.evidence.policy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Names of classes to pass over, with {@code *} and {@code ?}, dots or slashes, with or without {@code .class}: as
 * {@code AbstractResolveDependencies} of extra-enforcer-rules matches them against paths in a jar.
 */
final class ClassPattern {
    private ClassPattern() {}

    static Predicate<String> any(List<String> names) {
        List<Pattern> patterns = names.stream()
                .map(name -> name.replace('.', '/'))
                .map(name -> Pattern.compile(ArtifactPattern.wildcards(name).pattern() + "(\\.class)?"))
                .toList();
        return path ->
                patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }
}
