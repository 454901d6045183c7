package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.model.Version;
import java.util.Optional;
import org.apache.maven.artifact.versioning.ArtifactVersion;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/** Version ranges as Maven reads them. */
public final class VersionRanges {
    private VersionRanges() {}

    /**
     * Whether {@code version} is in {@code range}, where a single version means "at least this one", as the rules of
     * maven-enforcer-plugin have it. Empty when the text is no range.
     */
    public static Optional<Boolean> contains(String range, Version version) {
        try {
            VersionRange parsed = VersionRange.createFromVersionSpec(range);
            ArtifactVersion one = new DefaultArtifactVersion(version.text());
            ArtifactVersion least = parsed.getRecommendedVersion();
            return Optional.of(least == null ? parsed.containsVersion(one) : least.compareTo(one) <= 0);
        } catch (InvalidVersionSpecificationException e) {
            return Optional.empty();
        }
    }
}
