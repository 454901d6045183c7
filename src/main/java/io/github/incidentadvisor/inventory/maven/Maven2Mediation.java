package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.Asked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of wishes in Maven 2's collector, which maven-enforcer-plugin used before 3.0.0
 * ({@code DefaultLegacyArtifactCollector.checkScopeUpdate}): when the farther of two has the wider scope, the farther one is
 * kept, with the version of the nearer one. Its own wish is then no longer in the tree.
 */
final class Maven2Mediation {
    private Maven2Mediation() {}

    /**
     * A node that stands for its conflict so far.
     *
     * @param index where it is in the tree
     * @param scope as its path gives it, before anything widened it
     */
    private record Active(int index, Asked asked, String scope) {}

    /** @param scopes for each node the scope that its path gives it */
    static List<Asked> applied(List<Asked> nodes, List<String> scopes) {
        List<Asked> result = new ArrayList<>(nodes);
        Map<Object, Active> active = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Active next = new Active(i, nodes.get(i), scopes.get(i));
            Active before = active.get(next.asked().artifact());
            if (before == null) {
                active.put(next.asked().artifact(), next);
                continue;
            }
            boolean isNearer = next.asked().depth() < before.asked().depth();
            Active nearest = isNearer ? next : before;
            Active farthest = isNearer ? before : next;
            if (widens(farthest.scope(), nearest.scope()) && nearest.asked().depth() > 1) {
                Asked kept = withVersionOf(nearest.asked(), farthest.asked());
                result.set(farthest.index(), kept);
                active.put(kept.artifact(), new Active(farthest.index(), kept, farthest.scope()));
            } else {
                active.put(next.asked().artifact(), nearest);
            }
        }
        return result;
    }

    private static boolean widens(String farthest, String nearest) {
        return farthest.equals("runtime") && (nearest.equals("test") || nearest.equals("provided"))
                || farthest.equals("compile") && !nearest.equals("compile");
    }

    private static Asked withVersionOf(Asked nearest, Asked farthest) {
        return new Asked(
                farthest.depth(),
                farthest.artifact(),
                nearest.version(),
                nearest.version(),
                farthest.scope(),
                farthest.optional(),
                farthest.wins());
    }

    /** The scope of a dependency of something of scope {@code above}. */
    static String below(String above, String own) {
        if (above.equals("test") || own.equals("test")) {
            return "test";
        }
        if (above.isEmpty() || above.equals("compile")) {
            return own;
        }
        return above.equals("runtime") ? "runtime" : "provided";
    }
}
