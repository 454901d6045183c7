package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.Pin;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Groups.Group;
import io.github.incidentadvisor.risk.Rule.Found;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The step that ends a group of findings.
 *
 * @param leader the finding whose own move the others follow
 * @param carrier what brings or manages the others, where nothing is found about it itself: it is what has to move
 * @param giver who would give the versions that are pinned, if pins are all there is
 */
record MigrationStep(Group group, Found leader, Optional<Item> carrier, Optional<String> giver) {
    static MigrationStep of(Group group, Inventory head) {
        List<Found> all = group.all();
        List<String> owners = all.stream()
                .filter(one -> !one.about().declaration().decidedAt().isKnown())
                .map(one -> Owners.of(one.about(), head))
                .toList();
        Found leader = all.stream()
                .min(Comparator.comparing((Found one) -> isPin(one))
                        .thenComparing(
                                one -> !owners.contains(one.about().component().purl()))
                        .thenComparing(one -> one.about().component() instanceof Artifact
                                ? one.about().role().ordinal()
                                : 0)
                        .thenComparing(one -> one.move().to().isEmpty())
                        .thenComparing(one -> -width(one, all))
                        .thenComparing(one -> one.finding().deadline())
                        .thenComparing(one -> one.finding().place())
                        .thenComparing(one -> one.finding().id()))
                .orElseThrow();
        boolean carried =
                !isPin(leader) && !leader.about().declaration().decidedAt().isKnown();
        Optional<Item> carrier = carried ? Owners.declared(Owners.of(leader.about(), head), head) : Optional.empty();
        Optional<String> giver = head.pins().stream()
                .filter(pin -> isPin(leader) && Groups.isAbout(leader, pin))
                .map(Pin::givenBy)
                .findFirst();
        return new MigrationStep(group, leader, carrier, giver);
    }

    /** At how many lines the same thing moves: a line's own retirement follows what moves at many. */
    private static long width(Found one, List<Found> all) {
        return all.stream()
                .filter(other -> other.move().theme().equals(one.move().theme()))
                .flatMap(other -> other.move().parts().stream())
                .map(Move.Part::place)
                .distinct()
                .count();
    }

    static boolean isPin(Found one) {
        return one.finding().kind() == Finding.Kind.ORPHAN_PIN;
    }

    /** Pins and nothing else. */
    boolean isPins() {
        return isPin(leader);
    }

    Move move() {
        return leader.move();
    }

    /** The same from run to run and in every repository, whatever the versions. */
    String id() {
        String theme = isPins()
                ? "pins " + giver.map(Groups::purl).orElse("")
                : carrier.map(item -> item.component().purl()).orElse(move().theme());
        return StableId.of("mig", theme);
    }

    /** The highest of those that end findings about the very thing that moves. */
    Version target() {
        if (carrier.isPresent() || isPins()) {
            return Version.NONE;
        }
        Version own = group.all().stream()
                .filter(one -> one.about().component().equals(leader.about().component())
                        && one.finding().kind() == Finding.Kind.VULNERABILITY)
                .map(Found::smallestStep)
                .filter(Version::isKnown)
                .max(VersionOrder.MAVEN)
                .orElse(Version.NONE);
        Version smallest = leader.smallestStep().isKnown() ? leader.smallestStep() : move().later();
        return own.isKnown() && (!smallest.isKnown() || VersionOrder.MAVEN.compare(own, smallest) > 0) ? own : smallest;
    }

    Version longTerm() {
        return carrier.isPresent() ? Version.NONE : leader.longTerm();
    }

    /** The nearest; what a vendor merely advises against counts only where nothing else does. */
    Deadline deadline() {
        Deadline hard = nearest(false);
        return hard.isKnown() ? hard : nearest(true);
    }

    private Deadline nearest(boolean all) {
        return group.all().stream()
                .filter(one -> all || kind(one) != Migration.Kind.DEPRECATION)
                .map(one -> one.finding().deadline())
                .min(Comparator.naturalOrder())
                .orElse(Deadline.NONE);
    }

    /** Where it goes, in people's words; empty when nobody knows. */
    String to() {
        Version target = target();
        boolean later = !leader.smallestStep().isKnown() && target.isKnown();
        return later || leader.finding().kind() == Finding.Kind.VULNERABILITY ? target.text() : move().to();
    }

    String title() {
        if (isPins()) {
            return "no more pins over " + giver.map(MigrationStep::brief).orElse("its parent");
        }
        if (carrier.isPresent()) {
            return "a newer " + carrier.get().component().name() + " than "
                    + carrier.get().version().brief();
        }
        String from = move().name() + (move().from().isEmpty() ? "" : " " + move().from());
        return to().isEmpty() ? "away from " + from : from + " → " + to();
    }

    /** {@code spring-core 5.3.0} of {@code org.springframework:spring-core:5.3.0}. */
    private static String brief(String coordinates) {
        String[] parts = coordinates.split(":");
        return parts.length < 3 ? coordinates : parts[1] + " " + parts[2];
    }

    /** The gravest reason, and how many more there are. */
    String trigger() {
        List<String> texts = group.all().stream()
                .sorted(Comparator.comparing((Found one) -> kind(one))
                        .thenComparing(one -> one.finding().deadline())
                        .thenComparing(one -> one != leader)
                        .thenComparing(one -> one.finding().place())
                        .thenComparing(one -> one.finding().id()))
                .map(one -> one.finding().text())
                .distinct()
                .toList();
        String needs = move().java() > 0 ? " " + move().name() + " " + to() + " needs Java " + move().java() + "." : "";
        return texts.get(0)
                + needs
                + (texts.size() == 1
                        ? ""
                        : " And " + (texts.size() - 1) + (texts.size() == 2 ? " more reason." : " more reasons."));
    }

    Migration.Kind kind() {
        return group.all().stream()
                .map(MigrationStep::kind)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Migration.Kind kind(Found one) {
        return switch (one.finding().kind()) {
            case REMOVED_API -> Migration.Kind.FORCED_STOP;
            case RETIREMENT -> one.stops() ? Migration.Kind.FORCED_STOP : Migration.Kind.DEPRECATION;
            case VULNERABILITY -> Migration.Kind.VULNERABILITY;
            case ORPHAN_PIN -> Migration.Kind.ORPHAN_PIN;
            default -> Migration.Kind.END_OF_SUPPORT;
        };
    }
}
