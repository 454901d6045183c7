package io.github.incidentadvisor.inventory.maven;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Model;
import org.apache.maven.repository.internal.MavenWorkspaceReader;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceRepository;

/** Answers the resolver's questions about a tree's own modules with their effective models; it has no files. */
final class ReactorReader implements MavenWorkspaceReader {
    private final WorkspaceRepository repository = new WorkspaceRepository("tree");
    private final Map<String, Model> models = new HashMap<>();

    void add(Model model) {
        models.put(model.getGroupId() + ":" + model.getArtifactId() + ":" + model.getVersion(), model);
    }

    @Override
    public Model findModel(Artifact artifact) {
        return models.get(artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion());
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        String ga = artifact.getGroupId() + ":" + artifact.getArtifactId() + ":";
        return models.keySet().stream()
                .filter(key -> key.startsWith(ga))
                .map(key -> key.substring(ga.length()))
                .sorted()
                .toList();
    }

    @Override
    public File findArtifact(Artifact artifact) {
        return null;
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }
}
