package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.model.Gap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/** Artifacts from the repositories that the user's Maven uses, through its local repository. */
public final class MavenArtifacts implements Artifacts {
    private final MavenContext context;
    private final RepositorySystemSession session;
    private final Map<Coordinates, Path> known = new ConcurrentHashMap<>();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    /** @param requests told of every request to a repository */
    public MavenArtifacts(MavenContext context, Requests requests) {
        this.context = context;
        this.session = Sessions.forTree(context.session(), null, new DefaultRepositoryCache(), requests);
    }

    @Override
    public Map<Coordinates, Path> files(Collection<Coordinates> wanted) {
        List<Coordinates> unknown = new ArrayList<>();
        for (Coordinates one : new java.util.LinkedHashSet<>(wanted)) {
            if (!known.containsKey(one) && !missing.contains(one.toString())) {
                unknown.add(one);
            }
        }
        for (ArtifactResult result : resolve(unknown)) {
            Coordinates one = (Coordinates) result.getRequest().getTrace().getData();
            if (result.isResolved()) {
                known.put(one, result.getArtifact().getFile().toPath());
            } else {
                missing.add(one.toString());
            }
        }
        Map<Coordinates, Path> files = new LinkedHashMap<>();
        for (Coordinates one : wanted) {
            Path file = known.get(one);
            if (file != null) {
                files.put(one, file);
            }
        }
        return files;
    }

    private List<ArtifactResult> resolve(List<Coordinates> unknown) {
        List<ArtifactRequest> requests = new ArrayList<>();
        for (Coordinates one : unknown) {
            ArtifactRequest request = new ArtifactRequest(artifact(one), context.repositories(), "");
            requests.add(request.setTrace(new org.eclipse.aether.RequestTrace(one)));
        }
        try {
            return requests.isEmpty() ? List.of() : context.system().resolveArtifacts(session, requests);
        } catch (ArtifactResolutionException e) {
            return e.getResults();
        }
    }

    private DefaultArtifact artifact(Coordinates one) {
        ArtifactType type = session.getArtifactTypeRegistry().get(one.artifact().type());
        String extension = type == null ? one.artifact().type() : type.getExtension();
        String classifier = one.artifact().classifier().isEmpty() && type != null
                ? type.getClassifier()
                : one.artifact().classifier();
        return new DefaultArtifact(
                one.artifact().group(),
                one.artifact().artifact(),
                classifier,
                extension.isEmpty() ? "jar" : extension,
                one.version().text());
    }

    @Override
    public List<Gap> gaps() {
        if (missing.isEmpty()) {
            return List.of();
        }
        List<String> all = List.copyOf(new TreeSet<>(missing));
        String some = String.join(", ", all.subList(0, Math.min(3, all.size())));
        return List.of(Gap.of(
                "what " + some + (all.size() > 3 ? " and " + (all.size() - 3) + " more jars" : "")
                        + (all.size() == 1 ? " holds" : " hold"),
                session.isOffline()
                        ? "offline, and not in the local repository"
                        : "no repository that Maven uses here has the file"));
    }
}
