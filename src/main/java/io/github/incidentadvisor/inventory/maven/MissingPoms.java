package io.github.incidentadvisor.inventory.maven;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.artifact.Artifact;

/**
 * Artifacts whose POM could not be had or read. Maven goes on as if they had no dependencies; whoever compares two states must
 * know that this is not so. Safe for many threads.
 */
final class MissingPoms extends AbstractRepositoryListener {
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    @Override
    public void artifactDescriptorMissing(RepositoryEvent event) {
        missing.add(key(event.getArtifact()));
    }

    @Override
    public void artifactDescriptorInvalid(RepositoryEvent event) {
        missing.add(key(event.getArtifact()));
    }

    boolean contains(Artifact artifact) {
        return missing.contains(key(artifact));
    }

    private static String key(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getBaseVersion();
    }
}
