package io.github.incidentadvisor.evidence;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Kubernetes by the two numbers that decide which APIs it serves.
 *
 * @param major 0 only in {@link #NONE} and in add-ons
 */
public record KubernetesRelease(int major, int minor) implements Comparable<KubernetesRelease> {
    /** None is known; earlier than all. */
    public static final KubernetesRelease NONE = new KubernetesRelease(0, 0);

    private static final Pattern TEXT = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(?!\\d).*", Pattern.DOTALL);
    private static final Comparator<KubernetesRelease> ORDER =
            Comparator.comparingInt(KubernetesRelease::major).thenComparingInt(KubernetesRelease::minor);

    /**
     * The release that a version is of: of {@code 1.29}, {@code v1.29.2}, {@code 1.29.4-gke.100} and {@code 1.29.4-eksbuild.1} the
     * same one; {@link #NONE} when the text names none.
     */
    public static KubernetesRelease of(String version) {
        Matcher text = TEXT.matcher(version.strip());
        return text.matches()
                ? new KubernetesRelease(Integer.parseInt(text.group(1)), Integer.parseInt(text.group(2)))
                : NONE;
    }

    /** Whether there is one. */
    public boolean isKnown() {
        return !equals(NONE);
    }

    /** Whether this is {@code other} or later. */
    public boolean isFrom(KubernetesRelease other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(KubernetesRelease other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return isKnown() ? major + "." + minor : "";
    }
}
