package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.KubernetesApis;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.risk.Clusters.Cluster;
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

    /** One application of the rule. */
    private final class Search {
        private final Situation situation;
        private final boolean compares;
        private final Clusters clusters;
        private final Set<DeclaredObject> fresh;
        private final List<DeclaredObject> objects;
        private final TemplateChoices choices;
        private final Map<String, Item> abouts = new HashMap<>();
        private final Map<String, Integer> namesakes = new HashMap<>();

        Search(Situation situation) {
            this.situation = situation;
            compares = situation.mode() != Mode.STATE;
            clusters = Clusters.of(situation.head(), configured);
            fresh = compares ? NewObjects.of(before, situation.head()) : Set.of();
            objects = situation.head().objects().stream()
                    .filter(object -> object.format().equals(FORMAT))
                    .sorted(Comparator.comparing(DeclaredObject::place))
                    .toList();
            choices = new TemplateChoices(apis, objects);
        }

        List<Found> all() {
            return objects.stream()
                    .flatMap(object -> apis.of(object.api(), object.type()).stream()
                            .map(api -> new ApiUse(
                                    object, api, clusters.of(object.place().file()), fresh.contains(object))))
                    .filter(use -> !choices.chooseWell(use))
                    .flatMap(use -> found(use).stream())
                    .toList();
        }

        private List<Found> found(ApiUse use) {
            List<Found> stopping = use.fresh()
                    ? List.of()
                    : use.gone().stream()
                            .flatMap(cluster -> stopping(use, cluster).stream())
                            .toList();
            return stopping.isEmpty() ? standing(use).stream().toList() : stopping;
        }

        /** What this step of this cluster stops: it was served before, and is not any more. */
        private Optional<Found> stopping(ApiUse use, Cluster cluster) {
            return from(cluster)
                    .filter(from -> !use.api().isGoneIn(from))
                    .map(from -> Found.of(
                            cluster.item(),
                            finding(
                                    use,
                                    cluster.item().component(),
                                    use.atMost(Severity.BREAKS_RUNTIME),
                                    ApiWords.stops(use.api(), cluster, from),
                                    from,
                                    List.of(cluster))));
        }

        private Optional<Found> standing(ApiUse use) {
            List<Cluster> gone = use.gone();
            Severity severity = Severity.INFO;
            String text = ApiWords.known(use.api());
            if (!gone.isEmpty()) {
                severity = use.atMost(Severity.BREAKS_RUNTIME);
                text = ApiWords.refused(use.api(), gone, use.still());
            } else if (use.ends()) {
                severity = use.isDeprecated() ? Severity.CAUTION : Severity.INFO;
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

        /** One for each API, at the first of its lines, so that its objects become one advisory. */
        private Item about(ApiUse use) {
            return abouts.computeIfAbsent(
                    use.object().api() + " " + use.fresh(), key -> ApiEvidence.item(use.object()));
        }

        private Finding finding(
                ApiUse use,
                Component about,
                Severity severity,
                String text,
                KubernetesRelease from,
                List<Cluster> shown) {
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
                    ApiEvidence.of(use, shown));
        }
    }
}
