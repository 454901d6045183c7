package io.github.incidentadvisor;

import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Retirements;
import io.github.incidentadvisor.evidence.kubernetes.BundledKubernetesApis;
import io.github.incidentadvisor.evidence.lifecycle.BundledLifecycles;
import io.github.incidentadvisor.evidence.lifecycle.RefreshedLifecycles;
import io.github.incidentadvisor.evidence.retirement.BundledRetirements;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.EndOfLife;
import io.github.incidentadvisor.risk.Hygiene;
import io.github.incidentadvisor.risk.JavaRuntimes;
import io.github.incidentadvisor.risk.MovedDigests;
import io.github.incidentadvisor.risk.OrphanPins;
import io.github.incidentadvisor.risk.PlatformSteps;
import io.github.incidentadvisor.risk.RemovedApis;
import io.github.incidentadvisor.risk.Rule;
import io.github.incidentadvisor.risk.Situation;
import io.github.incidentadvisor.risk.Unplaced;
import io.github.incidentadvisor.risk.Urgency;
import io.github.incidentadvisor.risk.VendorRetirements;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is due as it stands: facts with dates, and the rules that hold the head against them.
 *
 * @param release what the user's clusters run, for trees that declare none
 */
record Due(Step step, Lifecycles lifecycles, Retirements retirements, KubernetesRelease release) {
    static Due of(
            Surroundings surroundings,
            Settings settings,
            Requests requests,
            Stages stages,
            LocalDate today,
            Step step) {
        KubernetesRelease configured = settings.release(Setting.KUBERNETES_VERSION)
                .map(KubernetesRelease::of)
                .orElse(KubernetesRelease.NONE);
        return new Due(
                step,
                lifecycles(surroundings, settings, requests, stages, today, step.head()),
                new BundledRetirements(today),
                configured);
    }

    /** Asked side by side before anybody needs an answer. */
    private static Lifecycles lifecycles(
            Surroundings surroundings,
            Settings settings,
            Requests requests,
            Stages stages,
            LocalDate today,
            Inventory head) {
        URI api = settings.address(Setting.LIFECYCLE_URL);
        Http http = surroundings.http(requests, Set.of(Http.hostOf(api)), settings);
        RefreshedLifecycles refreshed = new RefreshedLifecycles(http, api, new BundledLifecycles(today));
        boolean offline = settings.flag(Setting.OFFLINE);
        surroundings.progress().begins(offline ? "looking dates up" : "asking " + api.getHost() + " for dates");
        stages.time("lifecycle", () -> head.items().stream().map(Named::of).distinct().toList().parallelStream()
                .mapToInt(named ->
                        refreshed.productsOf(named.component(), named.version()).size())
                .sum());
        return refreshed;
    }

    private record Named(Component component, Version version) {
        static Named of(Inventory.Item item) {
            return new Named(item.component(), item.version());
        }
    }

    /** One line a rule. */
    List<Rule> rules(Situation situation) {
        BundledKubernetesApis apis = new BundledKubernetesApis();
        VendorRetirements vendors = new VendorRetirements(retirements, Urgency.DEFAULT);
        return List.of(
                new RemovedApis(apis, step.before(), release),
                new EndOfLife(lifecycles, Urgency.DEFAULT, vendors.covered(situation), apis),
                vendors,
                new OrphanPins(VersionOrder.MAVEN),
                new JavaRuntimes(lifecycles),
                new PlatformSteps(lifecycles),
                new MovedDigests(),
                new Hygiene(lifecycles));
    }

    /** The first day after {@code today} on which anything of it may be judged otherwise. */
    LocalDate until(LocalDate today) {
        return Horizon.of(step.head(), lifecycles, retirements, today);
    }

    List<Gap> gaps() {
        return Stream.of(lifecycles.gaps(), Unplaced.gaps(step.head(), lifecycles), retirements.gaps())
                .flatMap(List::stream)
                .toList();
    }
}
