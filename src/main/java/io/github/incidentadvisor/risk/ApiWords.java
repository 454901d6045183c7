package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.KubernetesApis.Api;
import io.github.incidentadvisor.evidence.KubernetesApis.Authority;
import io.github.incidentadvisor.evidence.KubernetesApis.Change;
import io.github.incidentadvisor.evidence.KubernetesApis.Replacement;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.risk.Clusters.Cluster;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of an API that ends: the same words for every object of it, so that reports can fold them. */
final class ApiWords {
    private static final int NAMED = 3;

    private ApiWords() {}

    /** It is not served by {@code gone}; {@code others} still serve it. */
    static String refused(Api api, List<Cluster> gone, List<Cluster> others) {
        String still = others.isEmpty() ? "" : "; " + labels(others) + " still " + (others.size() == 1 ? "does" : "do");
        return labels(gone) + (gone.size() == 1 ? " does" : " do") + " not serve " + subject(api)
                + ": Kubernetes dropped it in " + api.removed() + still + "." + doubt(api);
    }

    /** It stops with this step of a cluster. */
    static String stops(Api api, Cluster cluster, KubernetesRelease from) {
        String step = from.isKnown()
                ? " stops working: Kubernetes dropped it in " + api.removed() + ", and " + cluster.name()
                        + " goes from " + from + " to " + cluster.release()
                : " does not work: Kubernetes dropped it in " + api.removed() + ", and " + cluster.name() + " "
                        + cluster.release() + " is new";
        return subject(api) + step + " (" + cluster.place() + ")." + doubt(api);
    }

    /** It works, and will not for ever. */
    static String later(Api api, List<Cluster> clusters) {
        return subject(api) + " stops working with Kubernetes " + api.removed() + deprecated(api) + "; "
                + labels(clusters) + " still " + (clusters.size() == 1 ? "serves" : "serve") + " it." + doubt(api);
    }

    /** Nothing is claimed of any cluster. */
    static String known(Api api) {
        String who = api.isOfKubernetes() ? "Kubernetes" : api.component();
        if (!api.removed().isKnown()) {
            return subject(api) + " is deprecated" + (api.deprecated().isKnown() ? " since " + api.deprecated() : "")
                    + "; no release without it is announced." + doubt(api);
        }
        String judged =
                api.isOfKubernetes() ? " Which release your clusters run is not known; kubernetesVersion can say." : "";
        return who + " serves " + subject(api) + " no more from " + api.removed() + " on" + deprecated(api) + "."
                + judged + doubt(api);
    }

    /**
     * What to do, in the imperative; empty when nothing is known.
     *
     * @param release what a replacement must work on; {@link KubernetesRelease#NONE} when not known
     * @param from what it must work on to be put in before the change; {@link KubernetesRelease#NONE} when that is no question
     */
    static String fix(Api api, KubernetesRelease release, KubernetesRelease from) {
        return api.replacementIn(release)
                .map(one -> "move " + api.kind() + " to " + one.apiVersion()
                        + (one.kind().equals(api.kind()) ? "" : " " + one.kind())
                        + since(one, release, from) + changes(one))
                .orElse(api.advice());
    }

    private static String since(Replacement one, KubernetesRelease release, KubernetesRelease from) {
        if (!one.since().isKnown()) {
            return "";
        }
        if (release.isKnown() && !release.isFrom(one.since())) {
            return ", which Kubernetes " + one.since() + " is the first to serve";
        }
        return from.isKnown() && from.isFrom(one.since())
                ? ", which " + from + " serves too, so that it can land first"
                : " (since Kubernetes " + one.since() + ")";
    }

    private static String changes(Replacement one) {
        if (one.change() == Change.FIELDS) {
            return "; " + one.changes();
        }
        return one.change() == Change.NAME_ONLY
                ? "; nothing else changes"
                : "; compare the fields, nobody says what changes";
    }

    /** What the sources say, for the evidence. */
    static String facts(Api api) {
        return subject(api)
                + (api.deprecated().isKnown() ? ", deprecated in " + api.deprecated() : "")
                + (api.removed().isKnown() ? ", removed in " + api.removed() : ", no removal announced")
                + (api.isOfKubernetes() ? "" : " of " + api.component())
                + (api.conflict().isEmpty() ? "" : "; sources contradict: " + api.conflict());
    }

    static String subject(Api api) {
        return api.kind().isEmpty() ? api.apiVersion() : api.kind() + " of " + api.apiVersion();
    }

    private static String deprecated(Api api) {
        return api.deprecated().isKnown() ? " (deprecated since " + api.deprecated() + ")" : "";
    }

    private static String doubt(Api api) {
        return api.authority() == Authority.PEERS ? " Only lists of other tools say so." : "";
    }

    private static String labels(List<Cluster> clusters) {
        String first = clusters.stream().limit(NAMED).map(Cluster::label).collect(Collectors.joining(" and "));
        return clusters.size() > NAMED ? first + " and " + (clusters.size() - NAMED) + " more clusters" : first;
    }
}
