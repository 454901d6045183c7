package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.inventory.Asked;
import io.github.incidentadvisor.inventory.maven.VersionRanges;
import java.util.List;

/**
 * {@code group:artifact:type:version}, shorter or with wildcards at the ends of a part, as
 * {@code AbstractStrictPatternArtifactFilter} of maven-common-artifact-filters reads it. An empty part matches all.
 */
final class StrictPattern {
    private final String[] parts;

    private StrictPattern(String text) {
        parts = text.split(":", -1);
    }

    static boolean anyMatches(List<String> patterns, Asked asked) {
        return patterns.stream().map(StrictPattern::new).anyMatch(pattern -> pattern.matches(asked));
    }

    private boolean matches(Asked asked) {
        String[] values = {
            asked.artifact().group(),
            asked.artifact().artifact(),
            asked.artifact().type(),
            asked.version().text()
        };
        if (parts.length > values.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!matches(values[i], parts[i].strip(), asked, i == 3)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String value, String part, Asked asked, boolean isVersion) {
        if (part.isEmpty() || part.equals("*")) {
            return true;
        }
        boolean open = part.startsWith("*");
        boolean end = part.endsWith("*");
        if (open && end) {
            return value.contains(part.substring(1, part.length() - 1));
        }
        if (open) {
            return value.endsWith(part.substring(1));
        }
        if (end) {
            return value.startsWith(part.substring(0, part.length() - 1));
        }
        boolean range = isVersion && (part.startsWith("[") || part.startsWith("("));
        return range ? VersionRanges.contains(part, asked.version()).orElse(false) : value.equals(part);
    }
}
