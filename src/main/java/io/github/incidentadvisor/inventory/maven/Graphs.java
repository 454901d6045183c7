package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.model.Gap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.artifact.DefaultArtifactType;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The resolved dependency graph of effective models, collected as Maven collects a project's. Modules that ask for the same
 * are collected once.
 */
final class Graphs {
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;
    private final Map<Object, Graph> collected = new ConcurrentHashMap<>();

    /** @param problems what could not be collected, each a sentence; the rest of the graph is there */
    record Graph(DependencyNode root, List<String> problems) {
        Graph {
            problems = List.copyOf(problems);
        }
    }

    Graphs(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = repositories;
    }

    Graph of(Model model) {
        return collected.computeIfAbsent(key(model, d -> true), k -> collect(session, request(model, d -> true)));
    }

    /** A graph of some of the direct dependencies, collected with another session, and with losers where it wants them. */
    Graph of(Model model, Predicate<Dependency> direct, RepositorySystemSession other) {
        return collect(other, request(model, direct));
    }

    /** Equal for models whose graphs are. */
    static Object key(Model model, Predicate<Dependency> direct) {
        return List.of(
                model.getDependencies().stream().filter(direct).map(Wish::of).toList(),
                EffectivePom.managed(model).stream().map(Wish::of).toList());
    }

    /** Everything about a dependency that a graph depends on. */
    private record Wish(
            String group,
            String artifact,
            String version,
            String type,
            String classifier,
            String scope,
            String optional,
            String path,
            List<String> exclusions) {
        static Wish of(Dependency d) {
            return new Wish(
                    d.getGroupId(),
                    d.getArtifactId(),
                    d.getVersion(),
                    d.getType(),
                    d.getClassifier(),
                    d.getScope(),
                    d.getOptional(),
                    d.getSystemPath(),
                    d.getExclusions().isEmpty()
                            ? List.of()
                            : d.getExclusions().stream()
                                    .map(x -> x.getGroupId() + ":" + x.getArtifactId())
                                    .toList());
        }
    }

    private Graph collect(RepositorySystemSession session, CollectRequest request) {
        try {
            return new Graph(system.collectDependencies(session, request).getRoot(), List.of());
        } catch (DependencyCollectionException e) {
            List<String> problems = new ArrayList<>();
            e.getResult().getExceptions().forEach(problem -> problems.add(withCause(problem)));
            if (problems.isEmpty()) {
                problems.add(TreePoms.firstLine(e.getMessage()));
            }
            Collections.sort(problems);
            return new Graph(e.getResult().getRoot(), problems);
        }
    }

    private static String withCause(Throwable problem) {
        Throwable root = problem;
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        String message = TreePoms.firstLine(problem.getMessage());
        String cause = TreePoms.firstLine(root.getMessage());
        return root == problem || cause.isEmpty() || message.contains(cause) ? message : message + ": " + cause;
    }

    private CollectRequest request(Model model, Predicate<Dependency> direct) {
        ArtifactTypeRegistry types = session.getArtifactTypeRegistry();
        CollectRequest request = new CollectRequest();
        request.setRootArtifact(
                new DefaultArtifact(model.getGroupId(), model.getArtifactId(), "pom", model.getVersion()));
        request.setRequestContext("project");
        request.setRepositories(repositories);
        for (Dependency dependency : model.getDependencies()) {
            if (isWhole(dependency) && direct.test(dependency)) {
                request.addDependency(aether(dependency, types));
            }
        }
        DependencyManagement management = model.getDependencyManagement();
        if (management != null) {
            management.getDependencies().forEach(managed -> request.addManagedDependency(aether(managed, types)));
        }
        return request;
    }

    private static boolean isWhole(Dependency dependency) {
        return hasText(dependency.getGroupId())
                && hasText(dependency.getArtifactId())
                && hasText(dependency.getVersion());
    }

    private static boolean hasText(String text) {
        return text != null && !text.isBlank();
    }

    /** As Maven's own RepositoryUtils does it, which engines outside a running Maven do not have. */
    private static org.eclipse.aether.graph.Dependency aether(Dependency dependency, ArtifactTypeRegistry types) {
        ArtifactType type = types.get(dependency.getType());
        if (type == null) {
            type = new DefaultArtifactType(dependency.getType());
        }
        boolean system = hasText(dependency.getSystemPath());
        Map<String, String> properties = system
                ? Map.of(org.eclipse.aether.artifact.ArtifactProperties.LOCAL_PATH, dependency.getSystemPath())
                : Map.of();
        DefaultArtifact artifact = new DefaultArtifact(
                dependency.getGroupId(),
                dependency.getArtifactId(),
                dependency.getClassifier(),
                null,
                dependency.getVersion(),
                properties,
                type);
        List<Exclusion> exclusions = dependency.getExclusions().stream()
                .map(x -> new Exclusion(x.getGroupId(), x.getArtifactId(), "*", "*"))
                .toList();
        return new org.eclipse.aether.graph.Dependency(
                artifact,
                dependency.getScope(),
                dependency.getOptional() == null ? null : dependency.isOptional(),
                exclusions);
    }

    static Gap gap(String module, String problem) {
        return Gap.of(module, "its dependency graph is incomplete: " + problem);
    }
}
