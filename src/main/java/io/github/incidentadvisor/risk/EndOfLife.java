package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.KubernetesApis;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.evidence.lifecycle.Support;
import io.github.incidentadvisor.evidence.lifecycle.Target;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.LinesInUse.Key;
import io.github.incidentadvisor.risk.LinesInUse.Line;
import io.github.incidentadvisor.risk.LinesInUse.Use;
import io.github.incidentadvisor.risk.VendorRetirements.Covered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Versions whose support has ended or ends in sight, one finding for each product and release line, at the line of the most
 * deliberate declaration. What a product that ends itself brings along is told in that product's finding and not again.
 */
public final class EndOfLife implements Rule {
    private final Lifecycles lifecycles;
    private final Urgency urgency;
    private final Set<Covered> covered;
    private final KubernetesApis apis;

    /**
     * A rule.
     *
     * @param covered lines whose end a vendor's announcement tells more exactly
     * @param apis what a step of a cluster's version stops
     */
    public EndOfLife(Lifecycles lifecycles, Urgency urgency, Set<Covered> covered, KubernetesApis apis) {
        this.lifecycles = lifecycles;
        this.urgency = urgency;
        this.covered = Set.copyOf(covered);
        this.apis = apis;
    }

    @Override
    public List<Found> apply(Situation situation) {
        LinesInUse inUse = LinesInUse.of(situation, lifecycles);
        Map<Key, List<Use>> due = new LinkedHashMap<>();
        inUse.uses().forEach((key, all) -> {
            List<Use> ours = all.stream()
                    .filter(use -> !covered.contains(Covered.of(use.item())))
                    .toList();
            if (!ours.isEmpty() && isDue(inUse.lines().get(key).cycle(), situation.today())) {
                due.put(key, ours);
            }
        });
        Set<String> endingOwners = new HashSet<>();
        due.values().forEach(all -> all.stream()
                .filter(Use::isDeclared)
                .forEach(use -> endingOwners.add(use.item().component().purl())));
        LeavingLine leaving = new LeavingLine(situation, inUse, apis);
        JavaLevels levels = JavaLevels.of(situation.head().items(), lifecycles);
        List<Found> found = new ArrayList<>();
        due.forEach((key, all) -> {
            Use about = LinesInUse.representative(all, situation);
            Declaration declaration = about.item().declaration();
            boolean rides = !about.isDeclared() && endingOwners.contains(declaration.owner());
            if (!rides) {
                List<String> companions = inUse.companions(situation, due, key, about.item());
                found.add(found(leaving, inUse.lines().get(key), about, all, companions, levels));
            }
        });
        return found;
    }

    private boolean isDue(Cycle cycle, LocalDate today) {
        return cycle.endedUndated() && !cycle.endOfLife().isKnown() || urgency.isInSight(cycle.endOfLife(), today);
    }

    private Found found(
            LeavingLine leaving, Line line, Use use, List<Use> all, List<String> companions, JavaLevels levels) {
        Situation situation = leaving.situation();
        LocalDate today = situation.today();
        Product product = line.product();
        Cycle cycle = line.cycle();
        Item about = use.item();
        boolean moved = situation
                .changeOf(about.component())
                .filter(change -> change.to().equals(about.version()))
                .isPresent();
        Optional<Version> higher = leftBehind(situation, product, about);
        Version present = higher.orElse(use.version());
        Optional<Target> target =
                Target.of(product, present, today, Urgency.MARGIN_DAYS, to -> levels.against(product, to)
                        .isEmpty());
        Optional<Target> barred = Target.of(product, present, today, Urgency.MARGIN_DAYS)
                .filter(free -> !target.filter(free::equals).isPresent());
        Kind kind = moved ? Kind.TARGET_NEAR_END : Kind.END_OF_LIFE;
        boolean shipped = all.stream().anyMatch(one -> !one.isTest());
        Place place = about.declaration().decidedAt();
        Optional<Cycle> stays = higher.flatMap(version -> lifecycles.cycleOf(product, version))
                .filter(was -> Support.isFree(was, today.plusDays(Urgency.MARGIN_DAYS)));
        Version smallest = stays.map(was -> new Version(was.name()))
                .or(() -> target.map(t -> EndingWords.version(about, t.smallest())))
                .orElse(Version.NONE);
        Optional<Target> afterJava = barred.filter(t -> target.isEmpty()
                && stays.isEmpty()
                && JavaLevels.number(t.smallest().cycle().javaVersions()) > 0);
        Move move = afterJava
                .map(t -> leaving.move(line, all, smallest)
                        .after(
                                JavaLevels.number(t.smallest().cycle().javaVersions()),
                                EndingWords.version(about, t.smallest())))
                .orElseGet(() -> leaving.move(line, all, smallest));
        List<Place> others = move.parts().stream()
                .filter(part -> part.todo().isEmpty())
                .map(Move.Part::place)
                .filter(other -> place.isKnown() && !other.equals(place))
                .toList();
        ClusterStep step = leaving.clusterStep(line, all, smallest);
        Finding finding = new Finding(
                StableId.of(kind, about.component().purl(), place.file(), product.id() + " " + cycle.name()),
                kind,
                shipped ? Severity.DEADLINE : Severity.CAUTION,
                Grade.STATED,
                place,
                Reference.NONE,
                cycle.endOfLife(),
                EndingWords.text(product, cycle, about, today, companions) + step.words(),
                stays.map(was -> "stay on " + product.label() + " " + was.name())
                        .orElseGet(() -> EndingWords.fix(product, about, target, barred, levels, others)
                                + ClusterStep.sentence(move.parts())),
                Stream.concat(EndingWords.evidence(product, cycle, about).stream(), step.evidence().stream())
                        .toList());
        return new Found(
                about,
                finding,
                smallest,
                target.filter(t -> stays.isEmpty())
                        .map(t -> EndingWords.version(about, t.longest()))
                        .orElse(Version.NONE),
                move);
    }

    /** The product's version that the change under review gives up for a lower one. */
    private Optional<Version> leftBehind(Situation situation, Product product, Item about) {
        return situation
                .changeOf(about.component())
                .filter(change -> change.direction() == Change.Direction.DOWN
                        && change.to().equals(about.version()))
                .flatMap(change -> lifecycles.productsOf(about.component(), change.from()).stream()
                        .filter(at -> at.product().id().equals(product.id()))
                        .map(ProductVersion::version)
                        .findFirst());
    }
}
