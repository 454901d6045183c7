package io.github.incidentadvisor.evidence.retirement;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which values are meant: some, or those in which a pattern is found.
 *
 * @param exact empty when {@code pattern} decides
 */
record Values(Set<String> exact, Pattern pattern) {
    private static final int LONGEST = 300;

    Values {
        exact = Set.copyOf(exact);
    }

    boolean has(String value) {
        return exact.isEmpty()
                ? value.length() <= LONGEST && pattern.matcher(value).find()
                : exact.contains(value);
    }
}
