package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.evidence.Behaviours.Effect;
import io.github.incidentadvisor.evidence.Behaviours.Measured;
import io.github.incidentadvisor.evidence.linkage.runtime.JavaFile.Literal;
import io.github.incidentadvisor.evidence.linkage.runtime.XmlText.Value;
import io.github.incidentadvisor.git.Tree.Entry;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Full names of library classes in configuration (XML, properties, YAML) and in strings of sources. A name counts only when it is
 * all of a class's binary name, an old jar has that class, and nothing has it now. Names of loggers are no class names.
 */
final class ClassNames implements Contract {
    private static final Pattern NAME = Pattern.compile("(?<![\\w$.])[a-zA-Z_]\\w*+(?:\\.[\\w$]++)++(?![\\w$])");
    /** Files of logging systems, which nobody reads when the system was exchanged for another. */
    private static final Pattern LOGGING = Pattern.compile("(?:logback|log4j2?|logging)\\b.*");

    private static final Set<String> LOADING =
            Set.of("forName", "loadClass", "findClass", "forClassName", "resolveClassName");

    @Override
    public List<Behaviour> broken(Upgrade upgrade) {
        if (upgrade.left().isEmpty()) {
            return List.of();
        }
        Finding finding = new Finding(upgrade, new ArrayList<>(), new HashSet<>());
        Project project = upgrade.project();
        for (Entry entry : project.deployed(path -> path.endsWith(".xml"))) {
            project.text(entry).ifPresent(text -> XmlText.values(text).forEach(value -> xml(entry, value, finding)));
        }
        for (Entry entry : project.files(path -> Project.isConfiguration(path)
                || path.endsWith(".properties") && project.resourcePath(path).isPresent())) {
            settings(project, entry, upgrade.gaps()).forEach(setting -> setting(setting, finding));
        }
        project.sources().forEach(file -> file.literals().forEach(literal -> literal(literal, finding)));
        return finding.found();
    }

    private static List<Setting> settings(Project project, Entry entry, Gaps gaps) {
        // What is no YAML was said where its keys were read.
        return project.text(entry)
                .map(text -> entry.path().endsWith(".properties")
                        ? PropertiesText.settings(entry.path(), text)
                        : YamlText.settings(entry.path(), text, gaps))
                .orElse(List.of());
    }

    private static void xml(Entry entry, Value value, Finding finding) {
        String element = value.element().toLowerCase(Locale.ROOT);
        if (value.attribute().equals("xmlns")
                || element.endsWith("logger")
                || value.text().length() > 100_000) {
            return;
        }
        boolean isClass = value.attribute().toLowerCase(Locale.ROOT).endsWith("class")
                || element.endsWith("class")
                || value.attribute().equals("type")
                || element.equals("type")
                || element.equals("provider");
        finding.names(value.text(), new Place(entry.path(), value.line()), isClass, "names");
    }

    private static void setting(Setting setting, Finding finding) {
        boolean excludes =
                setting.key().toLowerCase(Locale.ROOT).replaceFirst("\\[.*", "").endsWith("exclude");
        finding.names(setting.value(), setting.place(), !excludes, excludes ? "excludes" : "names");
    }

    private static void literal(Literal literal, Finding finding) {
        boolean logger = literal.call().name().toLowerCase(Locale.ROOT).contains("logg");
        if (!literal.whole() || logger || !NAME.matcher(literal.value()).matches()) {
            return;
        }
        boolean loads = !literal.call().isAnnotation()
                && LOADING.contains(literal.call().name());
        finding.names(literal.value(), literal.place(), loads, loads ? "loads" : "names");
    }

    /** That an old jar has a class and no new one does. */
    static Measured measured(Passage passage, Jar old, String type) {
        return new Measured(
                old.name(),
                Jar.entry(type) + "; in no jar now"
                        + passage.successor(old)
                                .map(jar -> ", " + jar.name() + " included")
                                .orElse(""));
    }

    private record Finding(Upgrade upgrade, List<Behaviour> found, Set<Object> told) {
        void names(String text, Place place, boolean sure, String verb) {
            Matcher name = NAME.matcher(text);
            while (name.find()) {
                String type = name.group();
                if (upgrade.left().contains(Jar.entry(type))
                        && !upgrade.project().ownsClass(type)) {
                    upgrade.judges(place.file()).forEach((module, passage) -> passage.loserOfClass(type)
                            .filter(old -> told.add(List.of(module.file(), place, type)))
                            .map(old -> gone(module.file(), passage, old, type, place, sure, verb))
                            .ifPresent(found::add));
                }
            }
        }

        private static Behaviour gone(
                String module, Passage passage, Jar old, String type, Place place, boolean sure, String verb) {
            Optional<String> moved = moved(passage, type);
            boolean leftBehind = LOGGING.matcher(Project.fileName(place.file())).matches()
                    && passage.successor(old).isEmpty();
            return new Behaviour(
                    module,
                    sure && !leftBehind ? Effect.FAILS_RUN : Effect.MAY_DIFFER,
                    place,
                    type,
                    new Reference(type, "", ""),
                    old.coordinates(),
                    verb + " class " + type + "; " + passage.newSide(old) + " has no such class any more",
                    measured(passage, old, type),
                    moved.map(name -> "there is " + name + " now").orElse(""),
                    false);
        }

        /** The only new class of that simple name from the same house, by the first two parts of its package. */
        private static Optional<String> moved(Passage passage, String type) {
            String simple = "/" + type.substring(type.lastIndexOf('.') + 1) + ".class";
            Set<String> same = new HashSet<>();
            passage.arrived().forEach(jar -> jar.entries().stream()
                    .filter(entry -> entry.endsWith(simple))
                    .forEach(same::add));
            String house = type.replaceFirst("^([^.]*\\.[^.]*).*", "$1").replace('.', '/') + "/";
            same.removeIf(entry -> !entry.startsWith(house));
            same.removeIf(entry -> passage.before().stream().anyMatch(jar -> jar.has(entry)));
            return same.size() == 1
                    ? same.stream().findFirst().map(entry -> entry.substring(0, entry.length() - 6)
                            .replace('/', '.'))
                    : Optional.empty();
        }
    }
}
