package io.github.incidentadvisor.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangesSpec {
    @Test
    void aVersionThatIsWrittenAnewIsDeclared() {
        assertThat(changes(List.of(direct("org.a:lib", "1.0", 7)), List.of(direct("org.a:lib", "1.1", 7))))
                .containsExactly("UP org.a:lib 1.0 -> 1.1 DIRECT pom.xml:7");
    }

    @Test
    void aVersionThatGoesBackIsDown() {
        assertThat(changes(List.of(direct("org.a:lib", "1.10", 7)), List.of(direct("org.a:lib", "1.9", 7))))
                .containsExactly("DOWN org.a:lib 1.10 -> 1.9 DIRECT pom.xml:7");
    }

    @Test
    void whatAParentManagesIsMovedByTheParent() {
        List<Item> base = List.of(parent("org.a:parent", "1"), managedBy("org.a:parent", "org.b:x", "5"));
        List<Item> head = List.of(parent("org.a:parent", "2"), managedBy("org.a:parent", "org.b:x", "6"));

        assertThat(changes(base, head))
                .containsExactly(
                        "UP org.a:parent 1 -> 2 PARENT pom.xml:4",
                        "UP org.b:x 5 -> 6 DIRECT (no place) by pkg:maven/org.a/parent");
    }

    @Test
    void aTransitiveIsMovedByTheDeclaredChangeAtTheEndOfTheChain() {
        List<Item> base = List.of(
                parent("org.a:parent", "1"),
                managedBy("org.a:parent", "org.b:starter", "5"),
                transitive("org.c:deep", "1", "org.b:starter:5", "org.c:deep:1"));
        List<Item> head = List.of(
                parent("org.a:parent", "2"),
                managedBy("org.a:parent", "org.b:starter", "6"),
                transitive("org.c:deep", "2", "org.b:starter:6", "org.c:deep:2"));

        assertThat(changes(base, head))
                .contains("UP org.c:deep 1 -> 2 TRANSITIVE (no place) by pkg:maven/org.a/parent");
    }

    @Test
    void whatANewDependencyBringsIsAddedByIt() {
        List<Item> head =
                List.of(direct("org.a:lib", "1.0", 7), transitive("org.c:deep", "2", "org.a:lib:1.0", "org.c:deep:2"));

        assertThat(changes(List.of(), head))
                .containsExactly(
                        "ADDED org.a:lib  -> 1.0 DIRECT pom.xml:7",
                        "ADDED org.c:deep  -> 2 TRANSITIVE (no place) by pkg:maven/org.a/lib");
    }

    @Test
    void whatLeavesWithADependencyIsRemovedByIt() {
        List<Item> base =
                List.of(direct("org.a:lib", "1.0", 7), transitive("org.c:deep", "2", "org.a:lib:1.0", "org.c:deep:2"));

        assertThat(changes(base, List.of()))
                .containsExactly(
                        "REMOVED org.a:lib 1.0 ->  DIRECT pom.xml:7",
                        "REMOVED org.c:deep 2 ->  TRANSITIVE (no place) by pkg:maven/org.a/lib");
    }

    @Test
    void aDependencyThatOnlyAnotherModuleAlreadyHadIsNoChange() {
        Item inA = in("a/pom.xml", direct("org.a:lib", "1.0", 7));
        Item inB = in("b/pom.xml", direct("org.a:lib", "1.0", 9));

        assertThat(changes(List.of(inA), List.of(inA, inB))).isEmpty();
    }

    @Test
    void twoModulesThatDifferAreTwoSteps() {
        List<Item> base =
                List.of(in("a/pom.xml", direct("org.a:lib", "1.0", 7)), in("b/pom.xml", direct("org.a:lib", "2.0", 7)));
        List<Item> head =
                List.of(in("a/pom.xml", direct("org.a:lib", "3.0", 7)), in("b/pom.xml", direct("org.a:lib", "3.0", 7)));

        assertThat(changes(base, head))
                .containsExactly(
                        "UP org.a:lib 1.0 -> 3.0 DIRECT pom.xml:7", "UP org.a:lib 2.0 -> 3.0 DIRECT pom.xml:7");
    }

    @Test
    void theReactorsOwnVersionIsNoChange() {
        assertThat(changes(List.of(direct("org.own:app", "1.0", 7)), List.of(direct("org.own:app", "1.1", 7))))
                .isEmpty();
    }

    @Test
    void aManagedVersionAndItsUseAreOneChange() {
        List<Item> base = List.of(managed("org.a:lib", "1.0", 20), direct("org.a:lib", "1.0", 20));
        List<Item> head = List.of(managed("org.a:lib", "1.1", 20), direct("org.a:lib", "1.1", 20));

        assertThat(changes(base, head)).containsExactly("UP org.a:lib 1.0 -> 1.1 DIRECT pom.xml:20");
    }

    @Test
    void aPluginAndALibraryOfOneNameAreTwoThings() {
        Item library = direct("org.a:both", "1.0", 7);
        Item plugin = item("org.a:both", "1.0", Role.PLUGIN, 30, "");
        Item newer = item("org.a:both", "1.1", Role.PLUGIN, 30, "");

        assertThat(changes(List.of(library, plugin), List.of(library, newer)))
                .containsExactly("UP org.a:both 1.0 -> 1.1 PLUGIN pom.xml:30");
    }

    @Test
    void aVersionThatMovesThroughNoDeclaredChangeNamesWhoBringsIt() {
        List<Item> base =
                List.of(direct("org.a:lib", "1", 7), transitive("org.c:deep", "1", "org.a:lib:1", "org.c:deep:1"));
        List<Item> head =
                List.of(direct("org.a:lib", "1", 7), transitive("org.c:deep", "2", "org.a:lib:1", "org.c:deep:2"));

        assertThat(changes(base, head))
                .containsExactly("UP org.c:deep 1 -> 2 TRANSITIVE (no place) by pkg:maven/org.a/lib");
    }

    @Test
    void whatTheOtherSideCouldNotReadIsNeitherNewNorGone() {
        Inventory known = inventory(List.of(direct("org.a:lib", "1", 7), direct("org.b:lib", "1", 9)));
        Inventory unsure = inventory(List.of(direct("org.a:lib", "2", 7)), Set.of("pom.xml"));

        assertThat(changes(unsure, known)).containsExactly("DOWN org.a:lib 2 -> 1 DIRECT pom.xml:7");
        assertThat(changes(known, unsure)).containsExactly("UP org.a:lib 1 -> 2 DIRECT pom.xml:7");
    }

    private static List<String> changes(Inventory base, Inventory head) {
        return Changes.between(base, head, BY_NUMBERS).stream()
                .map(ChangesSpec::sentence)
                .toList();
    }

    private static List<String> changes(List<Item> base, List<Item> head) {
        return Changes.between(inventory(base), inventory(head), BY_NUMBERS).stream()
                .map(ChangesSpec::sentence)
                .toList();
    }

    private static final Comparator<Version> BY_NUMBERS =
            Comparator.comparing(v -> java.lang.module.ModuleDescriptor.Version.parse(v.text()));

    private static String sentence(Change change) {
        return change.direction() + " " + ((Artifact) change.component()).ga() + " " + change.from() + " -> "
                + change.to() + " " + change.role() + " " + change.declaredAt()
                + (change.movedBy().isEmpty() ? "" : " by " + change.movedBy());
    }

    private static Inventory inventory(List<Item> items) {
        return inventory(items, Set.of());
    }

    private static Inventory inventory(List<Item> items, Set<String> incomplete) {
        List<Module> modules = Stream.concat(
                        Stream.of("pom.xml"), items.stream().map(Item::module))
                .distinct()
                .map(file -> new Module(file, "org.own", "app", "1", "jar", List.of(), List.of()))
                .toList();
        return new Inventory(modules, items, List.of(), List.of(), incomplete, List.of());
    }

    private static Item direct(String ga, String version, int line) {
        return item(ga, version, Role.DIRECT, line, "");
    }

    private static Item managed(String ga, String version, int line) {
        return item(ga, version, Role.MANAGED, line, "");
    }

    private static Item parent(String ga, String version) {
        return item(ga, version, Role.PARENT, 4, "");
    }

    private static Item managedBy(String owner, String ga, String version) {
        return item(ga, version, Role.DIRECT, 0, artifact(owner).purl());
    }

    private static Item transitive(String ga, String version, String... path) {
        return new Item(
                artifact(ga),
                new Version(version),
                Role.TRANSITIVE,
                "pom.xml",
                "compile",
                false,
                new Declaration(
                        Place.NONE,
                        Place.NONE,
                        "",
                        "",
                        "",
                        artifact(path[0].substring(0, path[0].lastIndexOf(':'))).purl()),
                List.of(path),
                Version.NONE);
    }

    private static Item item(String ga, String version, Role role, int line, String owner) {
        Place place = line == 0 ? Place.NONE : new Place("pom.xml", line);
        return new Item(
                artifact(ga),
                new Version(version),
                role,
                "pom.xml",
                "compile",
                false,
                new Declaration(place, place, version, "", "", owner),
                List.of(),
                Version.NONE);
    }

    private static Item in(String module, Item item) {
        return new Item(
                item.component(),
                item.version(),
                item.role(),
                module,
                item.scope(),
                false,
                item.declaration(),
                item.path(),
                Version.NONE);
    }

    private static Artifact artifact(String ga) {
        return Artifact.of(ga.split(":")[0], ga.split(":")[1]);
    }
}
