package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.text.Token;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What applying a change does, whatever it is called: another machine type, image or Kubernetes version replaces a cluster's
 * nodes. Incidents of that operation are worth a look though they name something else.
 */
final class NodeReplacement {
    private static final Pattern CAUSES = Pattern.compile(
            "node.?(?:group|pool|image)|instance.?(?:type|refresh)|machine.?(?:type|image)|launch.?template|\\bami\\b|vm.?size"
                    + "|\\bkubernetes\\b|\\bk8s\\b|\\beks\\b|\\bgke\\b|\\baks\\b|amazon-eks|google-kubernetes|azure-kubernetes");
    static final Set<String> THINGS = stems("node worker kubelet nodegroup asg");
    static final Set<String> DEEDS = stems(
            "rollover drain cordon recycle terminate termination replace rotation evict eviction detach recreate");
    private static final Pattern OF_NODES =
            Pattern.compile("node|instance|machine|launch.?template|\\bami\\b|vm.?size");
    private static final double ALONG_WITH_THE_CLUSTER = 0.5;
    private static final int REACH = 3;

    private NodeReplacement() {}

    private static Set<String> stems(String words) {
        return Arrays.stream(words.split(" ")).map(Token::stemOf).collect(Collectors.toSet());
    }

    /** Whether the change means it. A library for a cluster does not. */
    static boolean follows(Step step) {
        boolean module = step.ecosystem().equals("terraform") && step.name().contains("/");
        return !module
                && !Set.of("maven", "npm", "github-action", "githubactions", "image", "docker", "helm")
                        .contains(step.ecosystem())
                && CAUSES.matcher(step.name().toLowerCase(Locale.ROOT)).find();
    }

    /** 1 where the change is one of nodes; less where they follow the cluster's version. */
    static double certainty(Step step) {
        return OF_NODES.matcher(step.name().toLowerCase(Locale.ROOT)).find() ? 1 : ALONG_WITH_THE_CLUSTER;
    }

    /** The first sentence that says it happened. */
    static Optional<Integer> in(Reading reading) {
        for (int i = 0; i < reading.tokens().size(); i++) {
            if (DEEDS.contains(reading.stem(i))) {
                for (int j = Math.max(0, i - REACH);
                        j <= Math.min(reading.tokens().size() - 1, i + REACH);
                        j++) {
                    if (THINGS.contains(reading.stem(j)) && reading.sentenceOf(j) == reading.sentenceOf(i)) {
                        return Optional.of(reading.sentenceOf(i));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
