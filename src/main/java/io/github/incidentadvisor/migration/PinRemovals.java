package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.inventory.Inventory.Pin;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.migration.PomText.Element;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Versions that hold a parent or BOM back, taken out, so that what these give applies. */
final class PinRemovals {
    /** What a managed dependency consists of that only sets a version. */
    private static final Set<String> VERSION_ONLY = Set.of("groupId", "artifactId", "version", "type", "classifier");

    private final Ground ground;

    PinRemovals(Ground ground) {
        this.ground = ground;
    }

    /** Only of pins that the report's findings of this migration call orphans, and that lie behind what would be given. */
    Proposal propose() {
        return ground.advisories().stream()
                .flatMap(advisory -> advisory.findings().stream()
                        .filter(finding -> finding.kind() == Kind.ORPHAN_PIN)
                        .filter(finding -> ground.migration().places().contains(finding.place()))
                        .map(finding -> of(advisory, finding)))
                .reduce(Proposal.NOTHING, Proposal::and);
    }

    private Proposal of(Advisory advisory, Finding finding) {
        Place place = finding.place();
        Optional<Pin> pin = ground.inventory().pins().stream()
                .filter(one -> one.setAt().equals(place))
                .filter(one -> one.component().equals(advisory.component()))
                .findFirst();
        if (pin.isEmpty()) {
            boolean anywhere = ground.inventory().pins().stream()
                    .anyMatch(one -> one.component().equals(advisory.component()));
            return anywhere
                    ? Proposal.left(
                            place,
                            ground.task(place),
                            "the pin is not there any more but elsewhere; the file was edited since the report: run check"
                                    + " again")
                    : Proposal.done(place);
        }
        if (!isMeant(pin.get(), advisory)) {
            return Proposal.NOTHING;
        }
        if (VersionOrder.MAVEN.compare(pin.get().set(), pin.get().given()) >= 0) {
            return Proposal.left(
                    place,
                    ground.task(place),
                    "the pin is ahead of the " + pin.get().given() + " that would apply");
        }
        return ground.file(place.file())
                .map(file -> removed(pin.get(), file))
                .orElseGet(() -> Proposal.left(place, ground.task(place), "the file cannot be read, or is too long"));
    }

    /** Whether what would be given is where the migration goes; else the pin itself moves. */
    private boolean isMeant(Pin pin, Advisory advisory) {
        boolean alone =
                ground.advisories().stream().map(Advisory::component).distinct().count() == 1;
        boolean noOther = !ground.migration().target().isKnown();
        return pin.given().equals(ground.migration().target())
                || (noOther || !alone)
                        && pin.given().equals(advisory.recommendation().smallestStep());
    }

    private Proposal removed(Pin pin, FileText file) {
        Place place = pin.setAt();
        PomText pom = PomText.of(file);
        List<Element> there = pom.elements().stream()
                .filter(element -> file.lineOf(pom.valueSpan(element).start()) == place.line())
                .filter(element -> pom.value(element).equals(pin.set().text()))
                .filter(element -> pin.property().isEmpty()
                        ? element.name().equals("version")
                        : element.path().endsWith("properties/" + pin.property()))
                .toList();
        if (there.size() != 1) {
            return Proposal.left(
                    place, ground.task(place), "'" + pin.set() + "' stands there " + there.size() + " times");
        }
        Element element = there.get(0);
        if (pin.property().isEmpty()) {
            return version(file, pom, element, place);
        }
        Proposal property = Proposal.of(file.edit(file.withItsLines(element.whole()), ""), place);
        List<Place> uses = new PropertyUses(ground).of(pin.property());
        return uses.stream()
                .map(use -> used(pin, use, place))
                .reduce((a, b) -> a.flatMap(one -> b.map(one::and)))
                .orElse(Optional.of(Proposal.NOTHING))
                .map(property::and)
                .orElseGet(() -> Proposal.left(
                        place,
                        ground.task(place),
                        "${" + pin.property() + "} is used for something else too (" + uses.get(0)
                                + "); take it out by hand"));
    }

    /** The use of a property that goes: the version of the pinned component itself; empty when it is anything else. */
    private Optional<Proposal> used(Pin pin, Place use, Place place) {
        if (!(pin.component() instanceof Artifact artifact)) {
            return Optional.empty();
        }
        return ground.file(use.file())
                .flatMap(file -> {
                    PomText pom = PomText.of(file);
                    return pom.elements().stream()
                            .filter(element -> element.name().equals("version"))
                            .filter(element ->
                                    file.lineOf(pom.valueSpan(element).start()) == use.line())
                            .filter(element -> pom.value(element).equals("${" + pin.property() + "}"))
                            .filter(element -> pom.parent(element)
                                    .filter(one -> one.name().equals("dependency"))
                                    .filter(one -> pom.child(one, "groupId").equals(artifact.group()))
                                    .filter(one -> pom.child(one, "artifactId").equals(artifact.artifact()))
                                    .isPresent())
                            .findFirst()
                            .map(element -> version(file, pom, element, place));
                })
                .filter(proposal -> !proposal.edits().isEmpty());
    }

    private Proposal version(FileText file, PomText pom, Element element, Place place) {
        Element dependency = pom.parent(element).orElse(element);
        if (!dependency.path().endsWith("dependencyManagement/dependencies/dependency")) {
            return Proposal.of(file.edit(file.withItsLines(element.whole()), ""), place);
        }
        boolean versionOnly =
                pom.children(dependency).stream().map(Element::name).allMatch(VERSION_ONLY::contains);
        return versionOnly
                ? Proposal.of(file.edit(file.withItsLines(dependency.whole()), ""), place)
                : Proposal.left(
                        place, ground.task(place), "the managed dependency says more than a version; merge it by hand");
    }
}
