package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.inventory.Asked;
import io.github.incidentadvisor.inventory.maven.VersionRanges;
import io.github.incidentadvisor.model.Version;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code group:artifact:version:type:scope:classifier}, shorter or with wildcards, as {@code ArtifactMatcher} of
 * maven-enforcer-plugin reads it: a version may be a range, and a single one means "from this on".
 */
final class ArtifactPattern {
    private final String[] parts;
    private final Pattern[] patterns;

    private ArtifactPattern(String text) {
        parts = text.split(":", 6);
        patterns = new Pattern[parts.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].strip();
            patterns[i] = wildcards(parts[i]);
        }
    }

    static List<ArtifactPattern> all(List<String> texts) {
        return texts.stream().map(ArtifactPattern::new).toList();
    }

    /** {@code *} is any text, {@code ?} any character, everything else is itself. */
    static Pattern wildcards(String text) {
        StringBuilder regex = new StringBuilder();
        for (char one : text.toCharArray()) {
            regex.append(one == '*' ? ".*" : one == '?' ? "." : Pattern.quote(String.valueOf(one)));
        }
        return Pattern.compile(regex.toString());
    }

    boolean matches(Asked asked) {
        String scope = asked.scope().isEmpty() ? "compile" : asked.scope();
        String[] values = {
            asked.artifact().group(),
            asked.artifact().artifact(),
            asked.version().text(),
            asked.artifact().type(),
            scope,
            asked.artifact().classifier()
        };
        for (int i = 0; i < patterns.length; i++) {
            if (!patterns[i].matcher(values[i]).matches() && !(i == 2 && isInRange(asked.version()))) {
                return false;
            }
        }
        return true;
    }

    private boolean isInRange(Version version) {
        return VersionRanges.contains(parts[2], version).orElse(false);
    }

    @Override
    public String toString() {
        return String.join(":", parts);
    }
}
