package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.model.Place;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a project's own files use: types, members and configuration keys, each with its first line. It is about words,
 * not about what they resolve to; {@link Touches} holds them against what a jar has.
 */
final class ProjectWords {
    private static final int LARGEST = 1 << 20;
    private static final int MOST_FILES = 20_000;
    private static final Pattern IMPORT =
            Pattern.compile("\\s*import\\s+(?:static\\s+)?([\\w.]+?)(?:\\.([a-z]\\w*))?(\\.\\*)?\\s*;.*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");
    private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w.])[a-z][\\w]*(?:\\.[a-z]\\w*)+\\.[A-Z]\\w*");
    private static final Pattern KEY = Pattern.compile("(?<![\\w.-])[a-zA-Z][\\w-]*(?:\\.[\\w\\[\\]-]+)+(?![\\w(])");
    private static final Pattern PROPERTY = Pattern.compile("\\s*([\\w.\\[\\]-]{3,200})\\s*[=:].*");
    private static final Pattern YAML =
            Pattern.compile("( *)(?:- )?[\"']?([\\w.\\[\\]/-]{1,120})[\"']?\\s*:(?:\\s.*)?");

    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Place> keys = new TreeMap<>();

    /**
     * A Java (or Kotlin, Groovy, Scala) source.
     *
     * @param imports qualified names of types, or of packages with {@code .*}
     * @param words each identifier and its first line
     */
    record Source(String path, Set<String> imports, Set<String> qualified, Map<String, Integer> words) {
        /** Whether it uses this type by any way of naming it. */
        boolean uses(String qualifiedName, String simpleName) {
            int dot = qualifiedName.lastIndexOf('.');
            String packageName = dot < 0 ? "" : qualifiedName.substring(0, dot);
            return qualified.contains(qualifiedName)
                    || words.containsKey(simpleName)
                            && (imports.contains(qualifiedName) || imports.contains(packageName + ".*"));
        }

        Optional<Place> at(String word) {
            Integer line = words.get(word);
            return line == null ? Optional.empty() : Optional.of(new Place(path, line));
        }
    }

    private ProjectWords() {}

    /** Of a tree; files that are too long or cannot be read are passed over, for nothing rests on them alone. */
    static ProjectWords of(Tree tree) {
        ProjectWords words = new ProjectWords();
        int read = 0;
        for (Tree.Entry entry : tree.entries()) {
            String path = entry.path();
            boolean code = path.matches(".*\\.(?:java|kt|groovy|scala)");
            boolean configuration =
                    path.matches(".*(?:\\.properties|\\.ya?ml|lombok\\.config)") && !path.startsWith(".github/");
            if (!(code || configuration) || entry.size() > LARGEST || ++read > MOST_FILES) {
                continue;
            }
            try {
                String text = new String(tree.read(entry), StandardCharsets.UTF_8);
                if (code) {
                    words.source(path, text);
                } else {
                    words.configuration(path, text);
                }
            } catch (Tree.TooLarge | UncheckedIOException e) {
                continue;
            }
        }
        return words;
    }

    List<Source> sources() {
        return sources;
    }

    /** Configuration keys as {@link #canonical} and where each stands first. */
    Map<String, Place> keys() {
        return keys;
    }

    /** However it is written: {@code spring.data.maxSize}, {@code spring.data.max-size}. */
    static String canonical(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[-_]", "").replaceAll("\\[\\w*\\]", "");
    }

    private void source(String path, String text) {
        Set<String> imports = new HashSet<>();
        Set<String> qualified = new HashSet<>();
        Map<String, Integer> words = new HashMap<>();
        int number = 0;
        for (String line : Lines.of(text)) {
            number++;
            String stripped = line.stripLeading();
            if (stripped.startsWith("//") || stripped.startsWith("*") || stripped.startsWith("/*")) {
                continue;
            }
            Matcher imported = IMPORT.matcher(line.length() < 400 ? line : "");
            if (imported.matches()) {
                imports.add(imported.group(1) + (imported.group(3) != null && imported.group(2) == null ? ".*" : ""));
                if (imported.group(2) != null) {
                    imports.add(imported.group(1) + "." + imported.group(2) + (imported.group(3) == null ? "" : ".*"));
                }
                continue;
            }
            if (stripped.startsWith("package ")) {
                imports.add(stripped.replaceFirst("package\\s+([\\w.]+).*", "$1.*"));
                continue;
            }
            Matcher word = WORD.matcher(line);
            while (word.find()) {
                words.putIfAbsent(word.group(), number);
            }
            Matcher full = QUALIFIED.matcher(line);
            while (full.find()) {
                qualified.add(full.group());
            }
            if (line.indexOf('"') >= 0) {
                Matcher key = KEY.matcher(line.substring(line.indexOf('"')));
                while (key.find()) {
                    keys.putIfAbsent(canonical(key.group()), new Place(path, number));
                }
            }
        }
        sources.add(new Source(path, imports, qualified, words));
    }

    private void configuration(String path, String text) {
        List<String> lines = Lines.of(text);
        Map<Integer, String> parents = new LinkedHashMap<>();
        boolean yaml = path.matches(".*\\.ya?ml");
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() > 2_000 || line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            Matcher pair = (yaml ? YAML : PROPERTY).matcher(line);
            if (!pair.matches()) {
                continue;
            }
            String key = pair.group(1);
            if (yaml) {
                int indent = pair.group(1).length();
                parents.keySet().removeIf(at -> at >= indent);
                parents.put(indent, pair.group(2));
                key = String.join(".", parents.values());
            }
            keys.putIfAbsent(canonical(key), new Place(path, i + 1));
        }
    }
}
