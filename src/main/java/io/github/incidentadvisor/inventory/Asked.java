package io.github.incidentadvisor.inventory;

import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import java.util.List;

/**
 * Somebody's wish for a version, granted or not: a node of the dependency tree before mediation threw the losers away.
 *
 * @param depth 0 for the module itself, 1 for what it declares
 * @param version what management made of the wish; for the winner the version that counts
 * @param asked what was asked for: different from {@code version} only where management put that in its place
 * @param wins whether this node is the one that mediation took; losers have no nodes below them
 */
public record Asked(
        int depth, Artifact artifact, Version version, Version asked, String scope, boolean optional, boolean wins) {

    /**
     * The wishes of a module's tree, each after the one that asks for it (pre-order).
     *
     * @param problems what of the tree could not be read, each a sentence; when there is any, silence says nothing
     */
    public record Tree(List<Asked> nodes, List<String> problems) {
        public Tree {
            nodes = List.copyOf(nodes);
            problems = List.copyOf(problems);
        }
    }

    /** {@code group:artifact:version}. */
    public String coordinates() {
        return artifact.ga() + ":" + version;
    }
}
