package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.evidence.Behaviours.Effect;
import io.github.incidentadvisor.evidence.Behaviours.Measured;
import io.github.incidentadvisor.evidence.linkage.runtime.XmlText.Value;
import io.github.incidentadvisor.git.Tree.Entry;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Namespaces and schema locations of Spring XML that jars answered for in {@code META-INF/spring.handlers} and
 * {@code META-INF/spring.schemas} (Spring reference, "XML Schema Authoring") and answer for no more.
 */
final class XmlSchemas implements Contract {
    private static final String HANDLERS = "META-INF/spring.handlers";
    private static final String SCHEMAS = "META-INF/spring.schemas";

    private final Map<Jar, Map<String, String>> handlers = new HashMap<>();
    private final Map<Jar, Map<String, String>> schemas = new HashMap<>();

    @Override
    public List<Behaviour> broken(Upgrade upgrade) {
        boolean any = upgrade.passages().values().stream()
                .flatMap(passage -> passage.left().stream())
                .anyMatch(jar -> jar.has(HANDLERS) || jar.has(SCHEMAS));
        if (!any) {
            return List.of();
        }
        List<Behaviour> broken = new ArrayList<>();
        for (Entry entry : upgrade.project().deployed(path -> path.endsWith(".xml"))) {
            List<Value> values =
                    upgrade.project().text(entry).map(XmlText::values).orElse(List.of());
            for (Value value : values) {
                if (value.attribute().equals("xmlns") || value.attribute().equals("schemaLocation")) {
                    upgrade.judges(entry.path()).forEach((module, passage) -> check(entry, value, module, passage)
                            .forEach(broken::add));
                }
            }
        }
        return broken;
    }

    private Stream<Behaviour> check(Entry entry, Value value, Module module, Passage passage) {
        boolean namespace = value.attribute().equals("xmlns");
        Map<Jar, Map<String, String>> known = namespace ? handlers : schemas;
        String file = namespace ? HANDLERS : SCHEMAS;
        Place place = new Place(entry.path(), value.line());
        return Stream.of(value.text().strip().split("\\s+"))
                .flatMap(uri -> loser(uri, passage, known, file)
                        .map(old -> behaviour(
                                uri,
                                namespace,
                                old,
                                module,
                                passage,
                                place,
                                known.get(old).get(uri)))
                        .stream());
    }

    private static Optional<Jar> loser(String uri, Passage passage, Map<Jar, Map<String, String>> known, String file) {
        Optional<Jar> old = first(uri, passage.left(), known, file);
        return old.filter(jar -> first(uri, passage.after(), known, file).isEmpty());
    }

    private static Optional<Jar> first(
            String uri, Collection<Jar> jars, Map<Jar, Map<String, String>> known, String file) {
        return jars.stream()
                .filter(jar -> known.computeIfAbsent(jar, j -> entries(j, file)).containsKey(uri))
                .findFirst();
    }

    private static Map<String, String> entries(Jar jar, String file) {
        Map<String, String> entries = new HashMap<>();
        jar.text(file).ifPresent(text -> PropertiesText.settings(file, text)
                .forEach(setting -> entries.put(setting.key(), setting.value())));
        return entries;
    }

    private static Behaviour behaviour(
            String uri, boolean namespace, Jar old, Module module, Passage passage, Place place, String target) {
        String now = passage.newSide(old);
        return new Behaviour(
                module.file(),
                namespace ? Effect.FAILS_RUN : Effect.MAY_DIFFER,
                place,
                uri,
                Reference.NONE,
                old.coordinates(),
                namespace
                        ? "uses the namespace " + uri + "; " + now + " has no handler for it any more"
                        : "names the schema " + uri + "; " + now
                                + " does not carry it any more, so reading this file needs the network or fails",
                new Measured(
                        old.name() + ", " + (namespace ? HANDLERS : SCHEMAS), uri + "=" + target + "; in no jar now"),
                "",
                false);
    }
}
