package io.github.incidentadvisor.evidence;

import java.util.List;
import java.util.Optional;

/** What is known of the APIs that Kubernetes, or a well-known add-on, stopped serving or will stop serving. */
public interface KubernetesApis {
    /** What is known of this pair; empty for an API that stays, for somebody's own one, and for what nobody says anything of. */
    Optional<Api> of(String apiVersion, String kind);

    /** Who says when an API ends. */
    enum Authority {
        /** Kubernetes' own sources. */
        KUBERNETES,
        /** Lists of other tools, and Kubernetes' migration guide says the same. */
        GUIDE,
        /** Lists of other tools alone: may be wrong. */
        PEERS
    }

    /**
     * An apiVersion and a kind with their end.
     *
     * @param component whose releases are meant: {@code k8s}, or the add-on that has the API
     * @param introduced {@link KubernetesRelease#NONE} when not known
     * @param deprecated likewise
     * @param removed the first release that does not serve it; {@link KubernetesRelease#NONE} when none is announced
     * @param replacements what to use instead, the nearest first; empty when there is nothing of its kind
     * @param advice what to do where nothing of its kind is left; empty when something is or nothing is known
     * @param source who says so
     * @param url where to read it
     * @param asOf the day of the source
     * @param conflict where others say something else: {@code removedIn: kubernetes 1.32, pluto 1.33}; empty when nobody does
     */
    record Api(
            String apiVersion,
            String kind,
            String component,
            KubernetesRelease introduced,
            KubernetesRelease deprecated,
            KubernetesRelease removed,
            List<Replacement> replacements,
            String advice,
            Authority authority,
            String source,
            String url,
            String asOf,
            String conflict) {
        public Api {
            replacements = List.copyOf(replacements);
        }

        /** Whether the releases are those of Kubernetes itself, so that they can be held against a cluster's version. */
        public boolean isOfKubernetes() {
            return component.equals("k8s");
        }

        /** Whether Kubernetes itself says so. */
        public boolean isCertain() {
            return authority != Authority.PEERS;
        }

        /** Whether a cluster of this release does not serve it any more. */
        public boolean isGoneIn(KubernetesRelease release) {
            return isOfKubernetes() && removed.isKnown() && release.isFrom(removed);
        }

        /**
         * The furthest replacement that a cluster of this release serves; when it serves none, or no release is known, the one
         * that stays. Empty when nothing of its kind is left.
         */
        public Optional<Replacement> replacementIn(KubernetesRelease release) {
            Optional<Replacement> stays =
                    replacements.stream().filter(one -> !one.until().isKnown()).reduce((a, b) -> b);
            return !release.isKnown()
                    ? stays
                    : replacements.stream()
                            .filter(one -> release.isFrom(one.since()))
                            .filter(one -> !one.until().isKnown() || !release.isFrom(one.until()))
                            .reduce((a, b) -> b)
                            .or(() -> stays);
        }
    }

    /**
     * What takes an API's place.
     *
     * @param since the first release that serves it; {@link KubernetesRelease#NONE} when not known
     * @param until the first release that does not serve it any more; {@link KubernetesRelease#NONE} when none is announced
     * @param change how much of the object changes with it
     * @param changes which fields, in our words; only for {@link Change#FIELDS}
     * @param url the passage of the guide; empty when there is none
     * @param asOf the day on which the guide was read
     */
    record Replacement(
            String apiVersion,
            String kind,
            KubernetesRelease since,
            KubernetesRelease until,
            Change change,
            String changes,
            String url,
            String asOf) {}

    /** What moving to a replacement asks for. */
    enum Change {
        /** The apiVersion alone. */
        NAME_ONLY,
        /** Fields too. */
        FIELDS,
        /** Nobody has said. */
        UNKNOWN
    }
}
