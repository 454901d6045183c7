package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.linkage.runtime.JavaFile.Literal;
import io.github.incidentadvisor.git.Tree.Entry;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a project sets configuration keys, and where it reads them itself. */
final class KeyUses {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.\\[\\]-]{3,200})");
    private static final Pattern PAIR = Pattern.compile("(?:--|-D)?([\\w.\\[\\]-]{3,200})\\s*[=:]\\s*(.*)");
    private static final Pattern ARGUMENT =
            Pattern.compile("(?<![\\w-])(?:--|-D)([a-z][\\w.\\[\\]-]{2,200})=([^\\s\"',]*)");
    private static final Pattern VARIABLE = Pattern.compile("(?<![\\w$.{])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\\s*[=:]");
    private static final Pattern NAMED_VARIABLE =
            Pattern.compile("\\bname:\\s*[\"']?([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)[\"']?\\s*$");
    private static final Pattern ENVIRONMENT = Pattern.compile(
            "(?i)(?:.*[./-])?(?:dockerfile|containerfile)(?:[.-].*)?|.*\\.ya?ml|(?:.*\\.)?env(?:\\..*)?|.*\\.sh|procfile");
    private static final Set<String> SETTERS = Set.of(
            "withPropertyValues", "withSystemProperties", "properties", "of", "and", "run", "setProperty", "add");
    private static final Set<String> GETTERS =
            Set.of("getProperty", "getRequiredProperty", "containsProperty", "resolvePlaceholders");

    private final Project project;
    private final Gaps gaps;
    private final List<Setting> settings = new ArrayList<>();
    private final List<Setting> readings = new ArrayList<>();
    private final List<Setting> variables = new ArrayList<>();
    private final Set<KeyName> ownPrefixes = new HashSet<>();

    KeyUses(Project project, Gaps gaps) {
        this.project = project;
        this.gaps = gaps;
        project.configuration().forEach(this::configuration);
        project.sources().forEach(this::source);
        project.files(path -> !path.endsWith(".java")
                        && ENVIRONMENT.matcher(Project.fileName(path)).matches())
                .forEach(this::environment);
        settings.forEach(setting -> placeholders(setting.value(), setting.place()));
    }

    /** Keys that are given a value. */
    List<Setting> settings() {
        return settings;
    }

    /** Keys that the project's code asks for itself. */
    List<Setting> readings() {
        return readings;
    }

    /** Environment variables that are given a value; the key is the variable's name. */
    List<Setting> variables() {
        return variables;
    }

    /** Whether the project's code reads this key itself, so that it has a meaning whatever the jars do. */
    boolean isReadByProject(KeyName key) {
        return ownPrefixes.stream().anyMatch(key::isAtOrBelow)
                || readings.stream()
                        .anyMatch(reading -> KeyName.of(reading.key()).equals(key));
    }

    private void configuration(Entry entry) {
        Optional<String> text = project.text(entry);
        text.ifPresent(content -> settings.addAll(
                entry.path().endsWith(".properties")
                        ? PropertiesText.settings(entry.path(), content)
                        : YamlText.settings(entry.path(), content, gaps)));
    }

    private void source(JavaFile file) {
        for (Literal literal : file.literals()) {
            placeholders(literal.value(), literal.place());
            if (!literal.whole() || literal.value().length() > 10_000) {
                continue;
            }
            if (isSetting(literal)) {
                pairs(literal);
            } else if (literal.isIn("ConditionalOnProperty")) {
                conditional(literal);
            } else if (literal.isIn("ConfigurationProperties")) {
                ownPrefixes.add(KeyName.of(literal.value()));
            } else if (!literal.call().isAnnotation()
                    && GETTERS.contains(literal.call().name())
                    && literal.position() == 0) {
                readings.add(new Setting(literal.value(), "", literal.place()));
            }
        }
    }

    private static boolean isSetting(Literal literal) {
        return literal.call().isAnnotation()
                ? literal.attribute().equals("properties")
                        || literal.attribute().equals("value") && literal.isIn("SpringBootTest")
                : SETTERS.contains(literal.call().name());
    }

    private void pairs(Literal literal) {
        List<String> lines = literal.value().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher pair = PAIR.matcher(lines.get(i).strip());
            // A text block begins in the line after its quotes.
            Place place = lines.size() == 1
                    ? literal.place()
                    : new Place(literal.place().file(), literal.place().line() + 1 + i);
            if (pair.matches()) {
                settings.add(new Setting(pair.group(1), pair.group(2), place));
            }
        }
        boolean named = !literal.call().isAnnotation()
                && (literal.call().name().equals("add") || literal.call().name().equals("setProperty"));
        if (named && literal.position() == 0 && literal.value().matches("[a-z][\\w-]*(\\.[\\w\\[\\]-]+)+")) {
            settings.add(new Setting(literal.value(), "", literal.place()));
        }
    }

    private void conditional(Literal literal) {
        if (literal.attribute().equals("name") || literal.attribute().equals("value")) {
            String prefix = literal.call().attributes().getOrDefault("prefix", "");
            String key = prefix.isEmpty() || prefix.endsWith(".") ? prefix : prefix + ".";
            readings.add(new Setting(key + literal.value(), "", literal.place()));
        }
    }

    private void placeholders(String text, Place place) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            readings.add(new Setting(placeholder.group(1), "", place));
        }
    }

    /** Line by line: these files are often templates, and a variable's name is plain enough. */
    private void environment(Entry entry) {
        List<String> lines = Project.isConfiguration(entry.path())
                ? List.of()
                : project.text(entry).map(text -> text.lines().toList()).orElse(List.of());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.stripLeading().startsWith("#") || line.length() > 5_000) {
                continue;
            }
            Place place = new Place(entry.path(), i + 1);
            for (Pattern form : List.of(VARIABLE, NAMED_VARIABLE)) {
                Matcher variable = form.matcher(line);
                while (variable.find()) {
                    variables.add(new Setting(variable.group(1), "", place));
                }
            }
            Matcher argument = ARGUMENT.matcher(line);
            while (argument.find()) {
                settings.add(new Setting(argument.group(1), argument.group(2), place));
            }
        }
    }
}
