package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.evidence.Behaviours.Effect;
import io.github.incidentadvisor.evidence.Behaviours.Measured;
import io.github.incidentadvisor.evidence.linkage.runtime.Lines.Named;
import io.github.incidentadvisor.git.Tree.Entry;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files by which the project registers classes: {@code META-INF/services/*}, {@code META-INF/spring.factories} and
 * {@code META-INF/spring/*.imports}. What they name may be gone, what they are named for may be gone, and a key of
 * spring.factories may be one that nothing loads any more.
 */
final class Registrations implements Contract {
    private static final String SERVICES = "META-INF/services/";
    private static final String FACTORIES = "META-INF/spring.factories";
    private static final String SPRING = "META-INF/spring/";
    private static final String IMPORTS = ".imports";

    @Override
    public List<Behaviour> broken(Upgrade upgrade) {
        List<Behaviour> broken = new ArrayList<>();
        Project project = upgrade.project();
        FactoryKeys keys = new FactoryKeys();
        for (Entry entry : project.deployed(path -> path.contains("META-INF/"))) {
            String name = project.resourcePath(entry.path()).orElse("");
            boolean list = name.startsWith(SERVICES) || name.startsWith(SPRING) && name.endsWith(IMPORTS);
            if (!list && !name.equals(FACTORIES)) {
                continue;
            }
            Optional<String> text = project.text(entry);
            text.ifPresent(content -> upgrade.judges(entry.path()).forEach((module, passage) -> {
                Judge judge = new Judge(upgrade, module, passage, keys, broken);
                if (list) {
                    judge.list(entry, name, content);
                } else {
                    PropertiesText.settings(entry.path(), content).forEach(judge::factories);
                }
            }));
        }
        return broken;
    }

    /** One file before one class path. */
    private record Judge(Upgrade upgrade, Module module, Passage passage, FactoryKeys keys, List<Behaviour> broken) {
        void list(Entry entry, String name, String content) {
            List<Named> names = Lines.of(content);
            String file = name.substring(name.lastIndexOf('/') + 1);
            String reader = file.endsWith(IMPORTS) ? file.substring(0, file.length() - IMPORTS.length()) : file;
            if (!names.isEmpty() && isGone(reader)) {
                lost(reader, new Place(entry.path(), 1), "is named for " + reader + ", so nothing reads it", "");
            }
            names.stream().filter(one -> isGone(one.name())).forEach(one -> registered(one.name(), one.in(entry)));
        }

        void factories(Setting setting) {
            String key = setting.key();
            if (isGone(key)) {
                lost(key, setting.place(), "registers under " + key + ", so nothing reads it", "");
            } else {
                keys.notReadAnyMore(key, passage).ifPresent(reader -> unread(setting, reader));
            }
            for (String value : setting.value().split("[,\\s]+")) {
                if (isGone(value)) {
                    registered(value, setting.place());
                }
            }
        }

        private boolean isGone(String type) {
            return type.contains(".")
                    && !upgrade.project().ownsClass(type)
                    && passage.loserOfClass(type).isPresent();
        }

        private void registered(String type, Place place) {
            lost(type, place, "registers " + type, "remove " + type + " or name what took its place");
        }

        private void lost(String type, Place place, String does, String instead) {
            Jar old = passage.loserOfClass(type).orElseThrow();
            broken.add(new Behaviour(
                    module.file(),
                    Effect.FAILS_RUN,
                    place,
                    type,
                    new Reference(type, "", ""),
                    old.coordinates(),
                    does + "; " + passage.newSide(old) + " has no such class any more",
                    ClassNames.measured(passage, old, type),
                    instead,
                    false));
        }

        private void unread(Setting setting, FactoryKeys.Reader reader) {
            Optional<String> imports = reader.insteadFile();
            broken.add(new Behaviour(
                    module.file(),
                    Effect.FAILS_RUN,
                    setting.place(),
                    setting.key(),
                    new Reference(setting.key(), "", ""),
                    reader.jar().coordinates(),
                    "registers under " + setting.key() + " in spring.factories; "
                            + passage.newSide(reader.jar())
                            + " does not load that key any more, so these classes are not used",
                    new Measured(
                            reader.jar().name() + ", " + reader.type(),
                            "loads " + setting.key() + " from spring.factories; no class does now"
                                    + imports.map(file -> ", and its own are listed in " + file)
                                            .orElse("")),
                    imports.map(file -> "list them in " + file).orElse(""),
                    imports.isPresent() && passage.before().stream().anyMatch(jar -> jar.has(imports.get()))));
        }
    }
}
