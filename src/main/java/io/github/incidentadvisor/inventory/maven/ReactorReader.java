package io.github.incidentadvisor.inventory.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Model;
import org.apache.maven.repository.internal.MavenWorkspaceReader;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceRepository;

/** Answers the resolver's questions about a tree's own modules with their effective models; it has no jars. */
final class ReactorReader implements MavenWorkspaceReader {
    private final WorkspaceRepository repository = new WorkspaceRepository("tree");
    private final Map<String, Model> models = new HashMap<>();
    private final Map<String, List<String>> versions = new HashMap<>();
    private final Map<String, File> poms = new HashMap<>();

    /** @param pom where the model's POM is or would be: the resolver asks for a file before it asks for the model */
    void add(Model model, File pom) {
        String ga = model.getGroupId() + ":" + model.getArtifactId();
        models.put(ga + ":" + model.getVersion(), model);
        poms.put(ga + ":" + model.getVersion(), pom);
        versions.computeIfAbsent(ga, k -> new ArrayList<>()).add(model.getVersion());
    }

    @Override
    public Model findModel(Artifact artifact) {
        return models.get(key(artifact));
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return versions.getOrDefault(artifact.getGroupId() + ":" + artifact.getArtifactId(), List.of());
    }

    @Override
    public File findArtifact(Artifact artifact) {
        return "pom".equals(artifact.getExtension()) ? poms.get(key(artifact)) : null;
    }

    private static String key(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion();
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }
}
