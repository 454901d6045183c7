package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.model.Version;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** How Maven compares versions, and which of them are meant for use. */
public final class VersionOrder {
    private static final Pattern PRERELEASE = Pattern.compile(
            "(?i)(.*[._+-])?(alpha|beta|b|a|m|milestone|rc|cr|ea|pre|preview|snapshot|dev|incubating|pr|test|nightly|canary|next)"
                    + "[._-]?\\d*([._+-].*)?|.*\\d(alpha|beta|rc|cr|ea|m|b)\\d*([._+-].*)?");

    /** The order of Maven's own {@code ComparableVersion}. */
    public static final Comparator<Version> MAVEN =
            Comparator.comparing(version -> new ComparableVersion(version.text()));

    private VersionOrder() {}

    /** Whether the version's own words say that it is not meant for production. */
    public static boolean isPrerelease(Version version) {
        return PRERELEASE.matcher(version.text()).matches();
    }
}
