package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.ReleaseNotes.Item;
import io.github.incidentadvisor.evidence.ReleaseNotes.Kind;
import io.github.incidentadvisor.evidence.ReleaseNotes.Touch;
import io.github.incidentadvisor.evidence.notes.ProjectWords.Source;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
 * Which entries of notes name something that the project uses. A name counts only if both sides mean the same thing by it: a
 * type that the component's jar has and a source of the project imports, a key that the project sets, an artifact that it
 * declares. What is only a common word never counts.
 */
final class Touches {
    private static final int MOST = 5;
    private static final Pattern TYPE = Pattern.compile(
            "(@)?(?:([a-z_]\\w*(?:\\.[a-z_]\\w*)+)\\.)?(?<![\\w$])([A-Z][A-Za-z0-9_$]{2,})(?:(?:\\.|#|::)([a-z_]\\w*)(?!\\.[a-z]))?(\\()?");
    private static final Pattern KEY = Pattern.compile("(?<![\\w./@-])[a-z][\\w-]*(?:\\.[\\w-]+)+(?![\\w(/@:]|\\.\\w)");
    private static final Pattern COORDINATES = Pattern.compile("(?<![\\w.-])([a-z][\\w.-]+):([a-z][\\w.-]+)(?![\\w/])");
    private static final Pattern ARTIFACT = Pattern.compile("(?<![\\w./:-])([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?![\\w/])");
    private static final Pattern JAVA =
            Pattern.compile("(?i)\\b(?:java|jdk|jre)(?:\\s+version)?\\s*(?:1\\.)?(\\d{1,2})\\b");
    private static final Pattern TWO_HUMPS = Pattern.compile("[A-Z][a-z0-9]+[A-Z].*|[A-Z]{2,}[a-z].*[A-Z].*");
    private static final int CODE_SPAN = 300;
    /** What may ask something of those who run objects of a cluster. */
    private static final Set<Kind> ASKING =
            Set.of(Kind.BREAKING, Kind.REMOVAL, Kind.DEPRECATION, Kind.BEHAVIOUR, Kind.REQUIREMENT, Kind.SECURITY);

    private final ProjectWords project;
    private final Map<String, List<String>> types;
    private final Map<String, Place> artifacts;
    private final Map<String, Place> known;
    private final Map<String, Place> objects;
    private final int release;
    private final Place releaseAt;

    /**
     * What to hold entries against.
     *
     * @param types qualified names of the types in the component's jars
     * @param artifacts {@code group:artifact} and artifactId of what the project declares, and where
     * @param known names that other findings about this change have shown to matter, and where
     * @param objects apiVersions and kinds of a cluster's objects that manifests declare, and where; empty for what is no cluster
     * @param release the lowest Java level of the project's modules; 0 when none is known
     */
    Touches(
            ProjectWords project,
            Collection<String> types,
            Map<String, Place> artifacts,
            Map<String, Place> known,
            Map<String, Place> objects,
            int release,
            Place releaseAt) {
        this.project = project;
        this.types = bySimpleName(types);
        this.artifacts = Map.copyOf(artifacts);
        this.known = Map.copyOf(known);
        this.objects = Map.copyOf(objects);
        this.release = release;
        this.releaseAt = releaseAt;
    }

    /** What an entry and the project have in common; empty for chores, which are the publisher's own business. */
    List<Touch> of(Item item) {
        if (item.kind() == Kind.CHORE) {
            return List.of();
        }
        Map<String, Touch> found = new LinkedHashMap<>();
        types(item.text(), found);
        keys(item.text(), found);
        if (item.kind() != Kind.BUG) {
            artifacts(item.text(), found);
        }
        named(known, item.text(), found);
        if (ASKING.contains(item.kind())) {
            named(objects, item.text(), found);
        }
        java(item, found);
        return found.values().stream().limit(MOST).toList();
    }

    private void types(String text, Map<String, Touch> found) {
        Matcher type = TYPE.matcher(text);
        while (type.find() && found.size() < MOST) {
            String simple = type.group(3).replace('$', '.').replaceFirst(".*\\.", "");
            String packageName = type.group(2);
            String member = type.group(4);
            boolean marked = type.group(1) != null
                    || packageName != null
                    || member != null
                    || TWO_HUMPS.matcher(simple).matches()
                    || isCode(text, type.start(3), type.end(3));
            if (!marked) {
                continue;
            }
            for (String qualified : types.getOrDefault(simple, List.of())) {
                if (packageName == null || qualified.startsWith(packageName + ".")) {
                    use(qualified, simple, member, found);
                }
            }
        }
    }

    private void use(String qualified, String simple, String member, Map<String, Touch> found) {
        for (Source source : project.sources()) {
            if (source.uses(qualified, simple)) {
                Optional<Place> at = source.at(member == null ? simple : member)
                        .or(() -> member == null ? Optional.of(new Place(source.path(), 1)) : Optional.empty());
                if (at.isPresent()) {
                    String name = member == null ? simple : simple + "." + member;
                    found.putIfAbsent(name, new Touch(name, at.get()));
                    return;
                }
            }
        }
    }

    /** Whether a word stands alone, or with little beside it, between backticks. */
    private static boolean isCode(String text, int start, int end) {
        int open = text.lastIndexOf('`', start - 1 < 0 ? 0 : start - 1);
        int close = text.indexOf('`', end);
        long before = text.substring(0, start).chars().filter(c -> c == '`').count();
        return open >= 0 && close > 0 && before % 2 == 1 && close - open <= CODE_SPAN;
    }

    private void keys(String text, Map<String, Touch> found) {
        Matcher key = KEY.matcher(text);
        while (key.find() && found.size() < MOST) {
            String mentioned = ProjectWords.canonical(key.group());
            boolean telling = mentioned.chars().filter(c -> c == '.').count() >= 2
                    || isCode(text, key.start(), key.end())
                    || key.group().contains("-");
            if (telling && !mentioned.matches("(?:com|org|net|io|java|javax|jakarta)\\..*[.]?")) {
                Place exact = project.keys().get(mentioned);
                if (exact != null) {
                    found.putIfAbsent(key.group(), new Touch(key.group(), exact));
                } else {
                    project.keys().entrySet().stream()
                            .filter(one -> one.getKey().startsWith(mentioned + "."))
                            .findFirst()
                            .ifPresent(one -> found.putIfAbsent(key.group(), new Touch(key.group(), one.getValue())));
                }
            }
        }
    }

    private void artifacts(String text, Map<String, Touch> found) {
        for (Pattern form : List.of(COORDINATES, ARTIFACT)) {
            Matcher name = form.matcher(text);
            while (name.find() && found.size() < MOST) {
                Place place = artifacts.get(name.group());
                if (place != null) {
                    found.putIfAbsent(name.group(), new Touch(name.group(), place));
                }
            }
        }
    }

    /** Names that count wherever they stand for themselves. */
    private static void named(Map<String, Place> names, String text, Map<String, Touch> found) {
        new TreeMap<>(names).forEach((name, place) -> {
            if (found.size() < MOST && standsIn(text, name)) {
                found.putIfAbsent(name, new Touch(name, place));
            }
        });
    }

    private static boolean standsIn(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private void java(Item item, Map<String, Touch> found) {
        if (release > 0 && (item.kind() == Kind.REQUIREMENT || item.kind() == Kind.REMOVAL)) {
            Matcher java = JAVA.matcher(item.text());
            if (java.find()) {
                int named = Integer.parseInt(java.group(1));
                boolean touched = item.kind() == Kind.REQUIREMENT
                                && !item.text().toLowerCase(Locale.ROOT).contains("drop")
                        ? named > release
                        : named >= release;
                if (touched) {
                    found.putIfAbsent("Java " + release, new Touch("Java " + release, releaseAt));
                }
            }
        }
    }

    private static Map<String, List<String>> bySimpleName(Collection<String> types) {
        Map<String, List<String>> byName = new HashMap<>();
        for (String type : Set.copyOf(types)) {
            String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
            byName.computeIfAbsent(simple, name -> new ArrayList<>()).add(type.replace('$', '.'));
        }
        byName.values().forEach(list -> list.sort(null));
        return new TreeMap<>(byName);
    }
}
