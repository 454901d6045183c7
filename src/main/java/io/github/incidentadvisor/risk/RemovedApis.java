package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.KubernetesApis;
import io.github.incidentadvisor.evidence.KubernetesApis.Api;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredObject.Choice;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Clusters.Cluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Objects whose apiVersion a cluster does not serve, or will not. What a step of a cluster's version stops is that step's finding,
 * and only that: what did not work before is due elsewhere, and what the change itself writes on an API that is gone is the change's
 * own. Templates may not be rendered, so that they break nothing for certain; where they choose by what the cluster serves, nothing
 * is said unless every choice is gone.
 */
public final class RemovedApis implements Rule {
    private static final String FORMAT = "kubernetes";

    private final KubernetesApis apis;
    private final Inventory before;
    private final KubernetesRelease configured;

    /**
     * A rule.
     *
     * @param before what there was; the head itself when nothing is compared
     * @param configured the release that the user's clusters run, for trees that declare none; {@link KubernetesRelease#NONE} when
     *     the user does not say
     */
    public RemovedApis(KubernetesApis apis, Inventory before, KubernetesRelease configured) {
        this.apis = apis;
        this.before = before;
        this.configured = configured;
    }

    @Override
    public List<Found> apply(Situation situation) {
        return new Search(situation).all();
    }

    /** An object on an API that ends, and the clusters that it is for. */
    private record Use(DeclaredObject object, Api api, List<Cluster> clusters, boolean fresh) {
        List<Cluster> gone() {
            return clusters.stream()
                    .filter(cluster -> api.isGoneIn(cluster.release()))
                    .toList();
        }

        List<Cluster> still() {
            return clusters.stream()
                    .filter(cluster -> !api.isGoneIn(cluster.release()))
                    .toList();
        }

        /** What a replacement must work on. */
        KubernetesRelease lowest() {
            return clusters.stream()
                    .map(Cluster::release)
                    .min(Comparator.naturalOrder())
                    .orElse(KubernetesRelease.NONE);
        }
    }

    /** One application of the rule. */
    private final class Search {
        private final Situation situation;
        private final boolean compares;
        private final Clusters clusters;
        private final Set<DeclaredObject> fresh;
        private final Map<List<String>, List<DeclaredObject>> choices = new HashMap<>();
        private final Map<String, Item> abouts = new HashMap<>();
        private final Map<String, Integer> namesakes = new HashMap<>();

        Search(Situation situation) {
            this.situation = situation;
            compares = situation.mode() != Mode.STATE;
            clusters = Clusters.of(situation.head(), configured);
            fresh = compares ? NewObjects.of(before, situation.head()) : Set.of();
            situation.head().objects().stream()
                    .filter(object -> object.format().equals(FORMAT) && object.conditional())
                    .forEach(object -> choices.computeIfAbsent(choice(object), k -> new ArrayList<>())
                            .add(object));
        }

        List<Found> all() {
            return situation.head().objects().stream()
                    .filter(object -> object.format().equals(FORMAT))
                    .sorted(Comparator.comparing(DeclaredObject::place))
                    .flatMap(object -> apis.of(object.api(), object.type()).stream()
                            .map(api -> new Use(
                                    object, api, clusters.of(object.place().file()), fresh.contains(object))))
                    .filter(use -> !choosesWell(use))
                    .flatMap(use -> found(use).stream())
                    .toList();
        }

        private List<Found> found(Use use) {
            List<Found> stopping = use.fresh()
                    ? List.of()
                    : use.gone().stream()
                            .flatMap(cluster -> stopping(use, cluster).stream())
                            .toList();
            return stopping.isEmpty() ? standing(use).stream().toList() : stopping;
        }

        /** What this step of this cluster stops: it was served before, and is not any more. */
        private Optional<Found> stopping(Use use, Cluster cluster) {
            return from(cluster)
                    .filter(from -> !use.api().isGoneIn(from))
                    .map(from -> Found.of(
                            cluster.item(),
                            finding(
                                    use,
                                    cluster.item().component(),
                                    severity(use, Severity.BREAKS_RUNTIME),
                                    ApiWords.stops(use.api(), cluster, from),
                                    from,
                                    List.of(cluster))));
        }

        private Optional<Found> standing(Use use) {
            List<Cluster> gone = use.gone();
            Severity severity = Severity.INFO;
            String text = ApiWords.known(use.api());
            if (!gone.isEmpty()) {
                severity = severity(use, Severity.BREAKS_RUNTIME);
                text = ApiWords.refused(use.api(), gone, use.still());
            } else if (ends(use)) {
                severity = isDeprecated(use) ? Severity.CAUTION : Severity.INFO;
                text = ApiWords.later(use.api(), use.clusters());
            }
            if (compares && !use.fresh() && severity == Severity.INFO) {
                return Optional.empty(); // Neither the change nor anything urgent.
            }
            Item about = about(use);
            Found found = Found.of(
                    about,
                    finding(
                            use,
                            about.component(),
                            severity,
                            text,
                            KubernetesRelease.NONE,
                            gone.isEmpty() ? use.clusters() : gone));
            return Optional.of(use.fresh() ? found.broughtByTheChange() : found);
        }

        private boolean ends(Use use) {
            return !use.clusters().isEmpty()
                    && use.api().isOfKubernetes()
                    && use.api().removed().isKnown();
        }

        private boolean isDeprecated(Use use) {
            return use.clusters().stream()
                    .anyMatch(cluster -> cluster.release().isFrom(use.api().deprecated()));
        }

        /** The release before the change; empty when the cluster did not move, none when there was no such cluster. */
        private Optional<KubernetesRelease> from(Cluster cluster) {
            List<Change> ofIts = situation.changes().stream()
                    .filter(change -> change.component().equals(cluster.item().component()))
                    .toList();
            Optional<Change> own = ofIts.stream()
                    .filter(change -> change.to().equals(cluster.item().version()))
                    .filter(change -> change.modules().isEmpty()
                            || change.modules().contains(cluster.item().module()))
                    .findFirst();
            return own.map(change -> change.from().isKnown()
                    ? KubernetesRelease.of(change.from().text())
                    // One that was renamed looks like one that went and one that came.
                    : ofIts.stream()
                            .filter(other -> !other.to().isKnown())
                            .map(other -> KubernetesRelease.of(other.from().text()))
                            .max(Comparator.naturalOrder())
                            .orElse(KubernetesRelease.NONE));
        }

        private List<String> choice(DeclaredObject object) {
            return List.of(object.place().file(), object.type(), object.name());
        }

        /** Whether a template takes another form of the object, or none, where this one is not served. */
        private boolean choosesWell(Use use) {
            if (!use.object().conditional()) {
                return false;
            }
            List<DeclaredObject> forms = choices.get(choice(use.object()));
            boolean one = forms.stream().map(DeclaredObject::api).distinct().count() == 1;
            if (one) {
                return use.object().choice() == Choice.CLUSTER;
            }
            return forms.stream()
                    .filter(form -> form.choice() != Choice.NONE || use.object().choice() != Choice.NONE)
                    .anyMatch(form -> isServed(form, use.clusters()));
        }

        private boolean isServed(DeclaredObject form, List<Cluster> on) {
            Optional<Api> api = apis.of(form.api(), form.type());
            return api.isEmpty()
                    || api.get().isOfKubernetes()
                            && !on.isEmpty()
                            && on.stream().noneMatch(cluster -> api.get().isGoneIn(cluster.release()));
        }

        /** One for each API, at the first of its lines, so that its objects become one advisory. */
        private Item about(Use use) {
            return abouts.computeIfAbsent(use.object().api() + " " + use.fresh(), key -> item(use.object()));
        }

        private Severity severity(Use use, Severity worst) {
            return use.api().isCertain() && !use.object().conditional() ? worst : Severity.CAUTION;
        }

        private Finding finding(
                Use use, Component about, Severity severity, String text, KubernetesRelease from, List<Cluster> shown) {
            DeclaredObject object = use.object();
            Place place = object.place();
            String named = object.api() + " " + object.type() + " " + object.name();
            // Templates name their objects by actions: only those that nothing tells apart are counted.
            int same = namesakes.merge(about.purl() + " " + place.file() + " " + named, 1, Integer::sum);
            return new Finding(
                    StableId.of(Kind.REMOVED_API, about.purl(), place.file(), same == 1 ? named : named + " " + same),
                    Kind.REMOVED_API,
                    severity,
                    severity == Severity.BREAKS_RUNTIME ? Grade.MEASURED : Grade.STATED,
                    place,
                    Reference.NONE,
                    Deadline.NONE,
                    (object.conditional() ? "If it is rendered: " : "") + text,
                    ApiWords.fix(use.api(), use.lowest(), from),
                    evidence(use, shown));
        }
    }

    private static Item item(DeclaredObject object) {
        int slash = object.api().indexOf('/');
        return new Item(
                new Component.Platform("kubernetes/" + object.api().substring(0, Math.max(0, slash))),
                new Version(object.api().substring(slash + 1)),
                Role.PLATFORM,
                object.place().file(),
                "",
                false,
                new Declaration(object.place(), object.place(), object.api(), "", "", ""),
                List.of(),
                Version.NONE);
    }

    private static List<Evidence> evidence(Use use, List<Cluster> shown) {
        Api api = use.api();
        DeclaredObject object = use.object();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.declaration(
                object.place(),
                "apiVersion: " + object.api() + ", kind: " + object.type()
                        + (object.name().isEmpty() ? "" : ", name: " + object.name())));
        shown.stream()
                .filter(cluster -> cluster.place().isKnown())
                .forEach(cluster -> evidence.add(Evidence.declaration(
                        cluster.place(),
                        cluster.item().component().name() + " " + cluster.item().version())));
        evidence.add(
                new Evidence("kubernetes-api", Grade.STATED, api.source(), api.url(), api.asOf(), ApiWords.facts(api)));
        api.replacementIn(use.lowest())
                .filter(one -> !one.url().isEmpty())
                .ifPresent(one -> evidence.add(new Evidence(
                        "kubernetes-guide",
                        Grade.STATED,
                        "Kubernetes' migration guide",
                        one.url(),
                        one.asOf(),
                        api.apiVersion() + " → " + one.apiVersion() + " since " + one.since())));
        return evidence;
    }
}
