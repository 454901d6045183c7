package io.github.incidentadvisor.incidents.names;

import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Name.Moves;
import io.github.incidentadvisor.incidents.text.Numbers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From what files call a component to what people call it: its own names, other names of the same, what it brings, what is noted. */
public final class Naming {
    private static final Pattern ALTERNATIVE = Pattern.compile("^(.*?)\\s*\\(([^)]*)\\)\\s*$");

    /** {@code example.org/acme/v9}: a module's path ends in its major version. */
    private static final Pattern MAJOR = Pattern.compile("(?<=\\w)/v\\d{1,3}$");

    private final Vocabulary vocabulary = Vocabulary.bundled();
    private final NameTable table = NameTable.bundled();
    private final MavenNames maven = new MavenNames(vocabulary, table);
    private final PathNames paths = new PathNames(vocabulary, table);
    private final ValueNames values = new ValueNames(table);
    private final HumpedNames humped = new HumpedNames(vocabulary, table);
    private final SettingNames settings = new SettingNames(vocabulary);
    private final NotedNames prose = new NotedNames(vocabulary, table);
    private final Asides asides = new Asides(vocabulary);

    /** How texts may speak of what a step changes. */
    public Named of(Step step) {
        Names names = new Names(vocabulary, table);
        Matcher alternative = ALTERNATIVE.matcher(step.name());
        if (alternative.matches()) {
            own(step.ecosystem(), alternative.group(1), names);
            own(step.ecosystem(), alternative.group(2), names);
        } else {
            own(step.ecosystem(), step.name(), names);
        }
        Matcher before = ALTERNATIVE.matcher(step.from());
        if (before.matches() && before.group(2).contains("/")) {
            own(step.ecosystem(), before.group(2), names);
        }
        List<String> setting = paths.setting(step.ecosystem(), step.name());
        if (!setting.isEmpty()) {
            settings.of(step.name(), names);
        }
        values.of(step.from(), step.to(), names);
        List<Name> itself = names.all();
        Numbers nobodys = prose.of(step.words(), names);
        itself.stream()
                .filter(name -> name.bond() == Bond.OWN || name.bond() == Bond.FAMILY)
                .forEach(name -> related(step.ecosystem(), name, names));
        names.movesAlong(nobodys);
        return new Named(
                step.ecosystem().equals("helm") ? withApplication(step, names.all()) : names.all(),
                Ecosystems.isOfLibraries(step.ecosystem()),
                setting,
                asides.of(step.ecosystem(), step.name()));
    }

    /** A chart has versions of its own; what its notes say of the application's are those that incidents name. */
    private List<Name> withApplication(Step step, List<Name> all) {
        Names noted = new Names(vocabulary, table);
        prose.of(step.words(), noted);
        noted.all().stream()
                .filter(name -> name.moves().to().isKnown())
                .filter(name -> all.stream()
                        .anyMatch(own -> own.bond() == Bond.OWN && own.words().equals(name.words())))
                .toList()
                .forEach(all::add);
        return all;
    }

    private void own(String ecosystem, String written, Names names) {
        String name = MAJOR.matcher(written).replaceFirst("");
        if (ecosystem.equals("maven") && name.contains(":")) {
            maven.of(name, names);
        } else {
            paths.of(ecosystem, name, names);
            if (Ecosystems.isOfLibraries(ecosystem)) {
                humped.of(name, names);
            }
        }
    }

    private void related(String ecosystem, Name name, Names names) {
        Bond bond = name.bond() == Bond.OWN ? Bond.ALIAS : name.bond();
        table.of(name.text()).ifPresent(row -> {
            names.put(row, bond, name.moves());
            if (row.isServer() && Ecosystems.isOfLibraries(ecosystem)) {
                table.clientsOf(row).forEach(client -> names.put(client, bond, Moves.UNSAID));
            }
            row.brings().forEach(brought -> names.put(Name.wordsOf(brought), Bond.BROUGHT));
        });
    }
}
