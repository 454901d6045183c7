package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.Asked;
import io.github.incidentadvisor.inventory.View;
import io.github.incidentadvisor.inventory.View.Collector;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.maven.model.Dependency;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;
import org.eclipse.aether.util.graph.selector.AndDependencySelector;
import org.eclipse.aether.util.graph.selector.ExclusionDependencySelector;
import org.eclipse.aether.util.graph.selector.OptionalDependencySelector;
import org.eclipse.aether.util.graph.selector.ScopeDependencySelector;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/**
 * Trees that keep the losers of mediation, as checks of convergence look at them. Modules that ask for the same share one.
 * The nodes are those of the resolver's verbose mode, which maven-enforcer-plugin uses itself since 3.0.0; before that it used
 * Maven 2's collector: {@link Maven2Mediation}.
 */
final class AskedTrees {
    private static final int DEEPEST = 200;
    private static final Set<String> SHIPPED = Set.of("compile", "runtime");
    private static final int LARGEST = 400_000;

    private final Graphs graphs;
    private final RepositorySystemSession session;
    private final Map<Object, Asked.Tree> belowRoot = new ConcurrentHashMap<>();

    AskedTrees(Graphs graphs, RepositorySystemSession session) {
        this.graphs = graphs;
        this.session = session;
    }

    Asked.Tree of(EffectivePom pom, View view) {
        Predicate<Dependency> direct = dependency -> isSeen(dependency, view);
        Object key = List.of(Graphs.key(pom.model(), direct), view.collector());
        Asked.Tree below = belowRoot.computeIfAbsent(key, k -> {
            Graphs.Graph graph = graphs.of(pom.model(), direct, verbose(view.collector()));
            return new Walk(view.collector()).tree(graph);
        });
        Version own = new Version(String.valueOf(pom.model().getVersion()));
        Artifact root = Artifact.of(pom.model().getGroupId(), pom.model().getArtifactId());
        List<Asked> whole = new ArrayList<>();
        whole.add(new Asked(0, root, own, own, "", false, true));
        whole.addAll(below.nodes());
        return new Asked.Tree(whole, below.problems());
    }

    private static boolean isSeen(Dependency dependency, View view) {
        String scope = dependency.getScope() == null ? "compile" : dependency.getScope();
        return !view.withoutScopes().contains(scope) && !(view.withoutOptional() && dependency.isOptional());
    }

    private RepositorySystemSession verbose(Collector collector) {
        DefaultRepositorySystemSession verbose = new DefaultRepositorySystemSession(session);
        verbose.setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, true);
        verbose.setConfigProperty(DependencyManagerUtils.CONFIG_PROP_VERBOSE, true);
        if (collector == Collector.WITH_PROVIDED || collector == Collector.WITH_PROVIDED_THEN_SHIPPED) {
            verbose.setDependencySelector(new AndDependencySelector(
                    new ScopeDependencySelector("test"),
                    new OptionalDependencySelector(),
                    new ExclusionDependencySelector()));
        }
        return verbose;
    }

    /** From a graph to wishes in pre-order. */
    private static final class Walk {
        private final Collector collector;
        private final List<Asked> nodes = new ArrayList<>();
        private final List<String> scopes = new ArrayList<>();

        Walk(Collector collector) {
            this.collector = collector;
        }

        Asked.Tree tree(Graphs.Graph graph) {
            List<String> problems = new ArrayList<>(graph.problems());
            for (DependencyNode child : graph.root().getChildren()) {
                if (!walk(child, 1, "")) {
                    problems.add("it has more than " + LARGEST + " nodes, or is deeper than " + DEEPEST);
                    break;
                }
            }
            return new Asked.Tree(
                    collector == Collector.MAVEN_2 ? Maven2Mediation.applied(nodes, scopes) : nodes, problems);
        }

        private boolean walk(DependencyNode node, int depth, String above) {
            if (depth > DEEPEST || nodes.size() >= LARGEST) {
                return false;
            }
            String now = node.getDependency().getScope();
            if (collector == Collector.WITH_PROVIDED_THEN_SHIPPED
                    && (!SHIPPED.contains(now) || node.getDependency().isOptional())) {
                return true;
            }
            Object own = node.getData().get(ConflictResolver.NODE_DATA_ORIGINAL_SCOPE);
            String scope = Maven2Mediation.below(above, own == null ? now : String.valueOf(own));
            nodes.add(asked(node, depth));
            scopes.add(scope);
            for (DependencyNode child : node.getChildren()) {
                if (!walk(child, depth + 1, now)) {
                    return false;
                }
            }
            return true;
        }

        private static Asked asked(DependencyNode node, int depth) {
            var artifact = node.getArtifact();
            Version version = new Version(artifact.getBaseVersion());
            String asked = DependencyManagerUtils.getPremanagedVersion(node);
            return new Asked(
                    depth,
                    new Artifact(
                            artifact.getGroupId(),
                            artifact.getArtifactId(),
                            artifact.getProperty("type", artifact.getExtension()),
                            artifact.getClassifier()),
                    version,
                    asked == null ? version : new Version(asked),
                    node.getDependency().getScope(),
                    node.getDependency().isOptional(),
                    node.getData().get(ConflictResolver.NODE_DATA_WINNER) == null);
        }
    }
}
