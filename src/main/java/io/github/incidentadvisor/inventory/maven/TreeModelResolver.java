package io.github.incidentadvisor.inventory.maven;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.model.building.StringModelSource;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.model.resolution.UnresolvableModelException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;

/** Finds parents and imported BOMs: in the tree, else in the repositories that the user's Maven uses, never in others. */
// ModelResolver of Maven 3 speaks ModelSource, which Maven 3 itself calls deprecated.
@SuppressWarnings("deprecation")
final class TreeModelResolver implements ModelResolver {
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;
    private final TreePoms poms;
    private final Set<String> ignored = ConcurrentHashMap.newKeySet();
    private final Map<String, String> missing = new ConcurrentHashMap<>();
    private final Map<String, Object> answers = new ConcurrentHashMap<>();

    TreeModelResolver(
            RepositorySystem system,
            RepositorySystemSession session,
            List<RemoteRepository> repositories,
            TreePoms poms) {
        this.system = system;
        this.session = session;
        this.repositories = repositories;
        this.poms = poms;
    }

    /** Ids of repositories that POMs declared and that were not asked. */
    Set<String> ignoredRepositories() {
        return ignored;
    }

    /** BOMs that could not be had, by {@code group:artifact:version}, with the reason; models are built without them. */
    Map<String, String> missing() {
        return missing;
    }

    /** Maven asks so for imported BOMs: one that cannot be had must not hide everything else of a module. */
    @Override
    public ModelSource resolveModel(String group, String artifact, String version) throws UnresolvableModelException {
        try {
            return found(group, artifact, version);
        } catch (UnresolvableModelException e) {
            String id = group + ":" + artifact + ":" + version;
            missing.putIfAbsent(id, TreePoms.firstLine(e.getMessage()));
            return new StringModelSource(
                    "<project><modelVersion>4.0.0</modelVersion><groupId>" + group + "</groupId><artifactId>" + artifact
                            + "</artifactId><version>" + version + "</version><packaging>pom</packaging></project>",
                    "missing " + id);
        }
    }

    private ModelSource found(String group, String artifact, String version) throws UnresolvableModelException {
        var own = poms.of(group, artifact, version);
        if (own.isPresent()) {
            return own.get();
        }
        Object answer =
                answers.computeIfAbsent(group + ":" + artifact + ":" + version, key -> ask(group, artifact, version));
        if (answer instanceof ArtifactResolutionException e) {
            throw new UnresolvableModelException(e.getMessage(), group, artifact, version, e);
        }
        return (ModelSource) answer;
    }

    private Object ask(String group, String artifact, String version) {
        try {
            var request =
                    new ArtifactRequest(new DefaultArtifact(group, artifact, "", "pom", version), repositories, null);
            return new FileModelSource(
                    system.resolveArtifact(session, request).getArtifact().getFile());
        } catch (ArtifactResolutionException e) {
            return e;
        }
    }

    @Override
    public ModelSource resolveModel(Parent parent) throws UnresolvableModelException {
        parent.setVersion(definite(parent.getGroupId(), parent.getArtifactId(), parent.getVersion()));
        return found(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
    }

    @Override
    public ModelSource resolveModel(Dependency dependency) throws UnresolvableModelException {
        dependency.setVersion(definite(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion()));
        return resolveModel(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion());
    }

    /** Makes {@code request} build the model of these coordinates. */
    void aim(DefaultModelBuildingRequest request, String group, String artifact, String version)
            throws UnresolvableModelException {
        request.setModelSource(found(group, artifact, version));
    }

    /** The highest version of a range, as Maven's own resolver of project models takes it. */
    private String definite(String group, String artifact, String version) throws UnresolvableModelException {
        if (!version.startsWith("[") && !version.startsWith("(")) {
            return version;
        }
        try {
            var request = new VersionRangeRequest(
                    new DefaultArtifact(group, artifact, "", "pom", version), repositories, null);
            var highest = system.resolveVersionRange(session, request).getHighestVersion();
            if (highest != null) {
                return highest.toString();
            }
        } catch (VersionRangeResolutionException e) {
            throw new UnresolvableModelException(e.getMessage(), group, artifact, version, e);
        }
        throw new UnresolvableModelException(
                "No version of " + group + ":" + artifact + " is in " + version, group, artifact, version);
    }

    @Override
    public void addRepository(Repository repository) {
        addRepository(repository, false);
    }

    @Override
    public void addRepository(Repository repository, boolean replace) {
        boolean known = repositories.stream().anyMatch(r -> r.getId().equals(repository.getId()));
        if (!known) {
            ignored.add(String.valueOf(repository.getId()));
        }
    }

    @Override
    public ModelResolver newCopy() {
        return this;
    }
}
