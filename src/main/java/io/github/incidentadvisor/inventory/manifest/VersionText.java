package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import java.util.regex.Pattern;

/** What the text of a version or of a constraint promises. */
final class VersionText {
    private static final Pattern EXACT = Pattern.compile("=?\\s*[vV]?\\d[\\w.+~-]*"
            // A commit; a tag of a repository that holds several things.
            + "|[0-9a-f]{40}|[0-9a-f]{64}|[\\w./-]*[-_/@]v?\\d+\\.\\d+\\.\\d+[\\w.+-]*");
    private static final Pattern WILDCARD = Pattern.compile("(?:^|[.])[xX*](?:[.]|$)");

    private VersionText() {}

    /** {@code 1.2}, {@code v3}, {@code = 1.0.0} are definite; ranges, wildcards and words float. */
    static Status status(String version) {
        if (version.contains("${") || version.contains("{{")) {
            return Status.UNRESOLVED;
        }
        boolean exact =
                EXACT.matcher(version).matches() && !WILDCARD.matcher(version).find();
        return exact ? Status.RESOLVED : Status.FLOATING;
    }

    /** Whether it is one version and no range or word. */
    static boolean isExact(String version) {
        return status(version) == Status.RESOLVED;
    }
}
