package io.github.incidentadvisor.incidents.names;

import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.NameTable.Row;
import io.github.incidentadvisor.incidents.names.NameTable.Sort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From what files call a component to what people call it: {@code org.acme:acme-core} is "acme", {@code acme/acme-stack} is
 * "acme", and a name of several telling words stays whole, since a part of it is something else.
 */
public final class Naming {
    /** Words that say which part or form of a thing a module is, not which thing. */
    private static final Set<String> FORMS = Set.of(
            "core",
            "client",
            "clients",
            "java",
            "jvm",
            "api",
            "impl",
            "starter",
            "parent",
            "bom",
            "dependencies",
            "rest",
            "high",
            "low",
            "level",
            "all",
            "common",
            "commons",
            "base",
            "image",
            "chart",
            "stack",
            "kube",
            "js",
            "node",
            "lib",
            "library",
            "sdk",
            "driver",
            "connector",
            "autoconfigure",
            "runtime",
            "platform",
            "server",
            "cluster",
            "jre",
            "jre8",
            "j",
            "embed",
            "factory",
            "agent",
            "javaagent",
            "annotations",
            "databind",
            "module",
            "bundle",
            "version",
            "required",
            "engine",
            "main",
            "jakarta",
            "javax",
            "orm",
            "slim",
            "alpine",
            "terraform");

    /** Forms that make a Maven artifact a client of a server. */
    private static final Set<String> CLIENT_FORMS = Set.of(
            "client",
            "clients",
            "driver",
            "connector",
            "jdbc",
            "r2dbc",
            "sdk",
            "factory",
            "agent",
            "javaagent",
            "exporter",
            "registry",
            "lib",
            "starter",
            "bridge",
            "adapter");

    private static final Set<String> TEST_WORDS = Set.of(
            "test",
            "tests",
            "testing",
            "junit",
            "mock",
            "mockito",
            "mocks",
            "assert",
            "assertj",
            "testcontainers",
            "wiremock",
            "hamcrest",
            "testng",
            "archunit",
            "jmh",
            "jacoco",
            "checkstyle",
            "spotbugs",
            "pmd",
            "errorprone",
            "awaitility",
            "rest-assured");

    /** Words that mean something else in most texts; alone they name nothing. */
    private static final Set<String> COMMON = Set.of(
            "hub",
            "web",
            "data",
            "cloud",
            "sql",
            "db",
            "jdbc",
            "http",
            "json",
            "xml",
            "yaml",
            "io",
            "net",
            "app",
            "config",
            "service",
            "services",
            "security",
            "cache",
            "queue",
            "log",
            "logging",
            "metrics",
            "monitor",
            "test",
            "tools",
            "tool",
            "util",
            "utils",
            "support",
            "model",
            "spec",
            "manager",
            "controller",
            "operator",
            "proxy",
            "gateway",
            "ingress",
            "boot",
            "cli",
            "build",
            "setup",
            "checkout",
            "action",
            "actions",
            "code",
            "kit",
            "plus",
            "open",
            "free",
            "fast",
            "simple",
            "file",
            "files",
            "time",
            "mail",
            "template",
            "templates",
            "search",
            "storage",
            "key",
            "auth",
            "users",
            "user",
            "event",
            "events",
            "stream",
            "streams",
            "batch",
            "scheduler",
            "instance",
            "types",
            "type",
            "groups",
            "group",
            "provider",
            "resource",
            "resources",
            "system",
            "network",
            "registry",
            "dev",
            "node",
            "connect",
            "bridge",
            "link",
            "core",
            "runner",
            "worker",
            "engine",
            "version",
            "versions",
            "plugin",
            "scaffold");

    private static final Pattern ALTERNATIVE = Pattern.compile("^(.*?)\\s*\\(([^)]*)\\)\\s*$");
    private static final Pattern CODE = Pattern.compile("\\w\\.\\w|\\w\\(|::|/");

    private final NameTable table = NameTable.bundled();

    /**
     * How texts may speak of a component.
     *
     * @param ecosystem as {@code Component.ecosystem()} says it
     * @param name coordinates, repository, chart …
     * @param note what the vendor or our own findings say of the change
     */
    public Named of(String ecosystem, String name, String note) {
        Matcher alternative = ALTERNATIVE.matcher(name);
        Map<List<String>, Bond> names = new LinkedHashMap<>();
        boolean client = false;
        if (alternative.matches()) {
            client = own(ecosystem, alternative.group(1), names);
            own(ecosystem, alternative.group(2), names);
        } else {
            client = own(ecosystem, name, names);
        }
        List<Map.Entry<List<String>, Bond>> itself = List.copyOf(names.entrySet());
        noted(note).forEach(words -> put(words, Bond.NOTED, names));
        for (Map.Entry<List<String>, Bond> own : itself) {
            Bond bond = own.getValue() == Bond.OWN ? Bond.ALIAS : own.getValue();
            table.of(String.join(" ", own.getKey())).ifPresent(row -> {
                row.others().forEach(other -> put(words(other), bond, names));
                put(words(row.name()), bond, names);
                row.brings().forEach(brought -> put(words(brought), Bond.BROUGHT, names));
            });
        }

        return new Named(
                names.entrySet().stream()
                        .map(entry -> new Name(entry.getKey(), entry.getValue()))
                        .toList(),
                client,
                aside(ecosystem, name));
    }

    private static void put(List<String> words, Bond bond, Map<List<String>, Bond> names) {
        if (!words.isEmpty() && !(words.size() == 1 && COMMON.contains(words.get(0)))) {
            names.putIfAbsent(words, bond);
        }
    }

    /** Adds its own names; says whether it is a client. */
    private boolean own(String ecosystem, String name, Map<List<String>, Bond> names) {
        boolean maven = ecosystem.equals("maven") && name.contains(":");
        String group = maven ? name.substring(0, name.indexOf(':')) : "";
        String last = maven ? artifact(group, name) : lastPart(ecosystem, name);
        List<String> all = words(last);
        List<String> telling = telling(all);
        if (telling.isEmpty()) {
            telling = maven ? telling(words(group.replaceFirst("^(com|org|io|net|dev|software)\\.", ""))) : all;
        }
        Optional<Row> known = table.of(String.join(" ", telling));
        boolean elsewhere = maven
                && known.filter(row -> row.sort() != Sort.LIBRARY).isPresent()
                && !group.toLowerCase(Locale.ROOT).contains(telling.get(0));
        if (elsewhere) {
            String family = group.substring(group.lastIndexOf('.') + 1);
            List<String> both = new ArrayList<>(words(family));
            both.addAll(telling);
            put(both, Bond.OWN, names);
            if (table.of(family).isPresent()) {
                put(words(family), Bond.FAMILY, names);
            }
            if (family.endsWith("sdk")) {
                put(List.of(telling.get(telling.size() - 1), "sdk"), Bond.OWN, names);
            }
            return true;
        }
        if (ecosystem.equals("terraform") && !telling.contains("provider") && name.contains("/")) {
            telling = new ArrayList<>(telling);
            telling.add("provider");
        }
        boolean reduced = telling.size() < all.size()
                && known.isEmpty()
                && !(maven && group.toLowerCase(Locale.ROOT).contains(telling.get(0)))
                && telling.size() == 1;
        if (reduced && !all.contains("starter")) {
            put(all, Bond.OWN, names);
        }
        put(telling, reduced ? Bond.FAMILY : Bond.OWN, names);
        String first = telling.isEmpty() ? "" : telling.get(0);
        boolean family = telling.size() > 1
                && first.length() > 3
                && (maven
                        ? group.toLowerCase(Locale.ROOT).contains(first)
                        : table.of(first).isPresent() && !ecosystem.equals("terraform"));
        if (family && !first.equals("spring")) {
            put(List.of(first), Bond.FAMILY, names);
        }
        boolean server = known.filter(row -> row.sort() == Sort.SERVER || row.sort() == Sort.CLOUD)
                .isPresent();
        return maven && (server || all.stream().anyMatch(CLIENT_FORMS::contains) && !all.contains("starter"));
    }

    /** Some write the whole group into the artifact's name. */
    private static String artifact(String group, String name) {
        String artifact = name.substring(name.indexOf(':') + 1);
        return artifact.startsWith(group) || artifact.startsWith("org.") || artifact.startsWith("com.")
                ? artifact.substring(artifact.lastIndexOf('.') + 1)
                : artifact;
    }

    /** The name in a path, an attribute or an image. */
    private static String lastPart(String ecosystem, String name) {
        String plain = name.replaceFirst("^pkg:[a-z]+/", "");
        if (plain.equals("required_version")) {
            return "terraform-cli";
        }
        int slash = plain.lastIndexOf('/');
        String last = slash < 0 ? plain : plain.substring(slash + 1);
        int dot = last.lastIndexOf('.');
        return ecosystem.equals("terraform") && dot > 0 ? last.substring(dot + 1) : last;
    }

    /** Without what says only which part it is; what follows "starter" is a part as well. */
    private static List<String> telling(List<String> all) {
        List<String> telling = new ArrayList<>();
        for (String word : all) {
            if (word.equals("starter")) {
                break;
            }
            if (!FORMS.contains(word) && !word.equals("cli")) {
                telling.add(word);
            }
        }
        return telling.isEmpty() && all.contains("terraform") ? List.of("terraform") : telling;
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Things that the note names in prose; what looks like code names a member, not a thing. */
    private List<List<String>> noted(String note) {
        List<List<String>> noted = new ArrayList<>();
        for (String word : note.split("[\\s,;:]+")) {
            String plain = word.replaceAll("^[^\\p{L}\\d]+|[^\\p{L}\\d]+$", "");
            if (CODE.matcher(plain).find() || plain.length() < 4) {
                continue;
            }
            boolean known = table.of(plain.toLowerCase(Locale.ROOT)).isPresent();
            boolean joined = plain.chars().filter(c -> c == '-').count() > 1;
            if (known || joined) {
                noted.add(words(plain));
            }
        }
        return noted;
    }

    private static String aside(String ecosystem, String name) {
        if (ecosystem.equals("githubactions") || ecosystem.equals("github-action")) {
            return "a CI action";
        }
        if (name.startsWith("github-runner/")) {
            return "a CI runner";
        }
        if (!ecosystem.equals("maven")) {
            return "";
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("org.apache.maven.")
                || lower.endsWith("-maven-plugin")
                || lower.contains(":maven-plugin")) {
            return "a build plugin";
        }
        return words(lower).stream().anyMatch(TEST_WORDS::contains) ? "a test library" : "";
    }
}
