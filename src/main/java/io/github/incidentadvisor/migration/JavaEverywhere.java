package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.migration.PomText.Element;
import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The Java level of POMs, raised wherever a POM repeats it: one that says {@code source}, {@code target} and {@code release} must
 * say the same in all of them. The report names the line that decides; the others follow it.
 */
final class JavaEverywhere {
    private static final Set<String> PROPERTIES = Set.of(
            "java.version",
            "maven.compiler.release",
            "maven.compiler.source",
            "maven.compiler.target",
            "maven.compiler.testRelease",
            "maven.compiler.testSource",
            "maven.compiler.testTarget");

    private static final Set<String> CONFIGURATION =
            Set.of("release", "source", "target", "testRelease", "testSource", "testTarget");

    private static final Pattern TOOLCHAIN = Pattern.compile(".*/plugin/.*configuration/toolchains/jdk/version");

    private final Ground ground;

    JavaEverywhere(Ground ground) {
        this.ground = ground;
    }

    /** @param proposed edits so far: only a level that one of them raises is raised elsewhere */
    Proposal propose(List<Edit> proposed) {
        List<Edit> edits = new ArrayList<>();
        Set<Integer> raised = new java.util.TreeSet<>();
        String to = "";
        for (Edit edit : proposed) {
            Place place = new Place(edit.file(), edit.line());
            for (Item item : ground.decidedAt(place)) {
                if (item.component().equals(Platform.JAVA) && edit.file().endsWith(".xml")) {
                    raised.add(JavaLine.level(item.version().text()));
                    to = edit.after();
                }
            }
        }
        if (raised.isEmpty()) {
            return Proposal.NOTHING;
        }
        for (Tree.Entry entry : ground.tree().entries()) {
            if (entry.path().equals("pom.xml") || entry.path().endsWith("/pom.xml")) {
                String level = to;
                ground.file(entry.path()).ifPresent(file -> edits.addAll(repeated(file, raised, level)));
            }
        }
        return new Proposal(edits, List.of(), Set.of());
    }

    private static List<Edit> repeated(FileText file, Set<Integer> raised, String to) {
        PomText pom = PomText.of(file);
        return pom.elements().stream()
                .filter(element -> saysLevel(pom, element))
                .filter(element -> pom.value(element).matches("(?:1\\.)?\\d{1,3}"))
                .filter(element -> raised.contains(JavaLine.level(pom.value(element))))
                .map(element -> file.edit(pom.valueSpan(element), to))
                .toList();
    }

    private static boolean saysLevel(PomText pom, Element element) {
        boolean property = element.path().matches("project(?:/profiles/profile)?/properties/[^/]+");
        return property && PROPERTIES.contains(element.name())
                || CONFIGURATION.contains(element.name()) && isOfPlugin(pom, element, "maven-compiler-plugin")
                || TOOLCHAIN.matcher(element.path()).matches() && isOfPlugin(pom, element, "maven-toolchains-plugin");
    }

    private static boolean isOfPlugin(PomText pom, Element element, String artifact) {
        for (var at = pom.parent(element); at.isPresent(); at = pom.parent(at.get())) {
            if (at.get().name().equals("plugin")) {
                return pom.child(at.get(), "artifactId").equals(artifact);
            }
        }
        return false;
    }
}
