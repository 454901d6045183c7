package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Files of jars that name implementations for a type, so that code reaches classes that it does not name:
 * {@code META-INF/services/TYPE} ({@link java.util.ServiceLoader}), {@code META-INF/spring/TYPE.imports} with a class a line, and
 * {@code META-INF/spring.factories}, properties of classes by type.
 */
final class ServiceLists {
    private static final int LARGEST = 1024 * 1024;
    private static final String SERVICES = "META-INF/services/";
    private static final String IMPORTS = "META-INF/spring/";
    private static final String IMPORTS_SUFFIX = ".imports";
    private static final String FACTORIES = "META-INF/spring.factories";

    private final Map<String, Set<String>> byType = new HashMap<>();

    private final List<String> unread = new ArrayList<>();

    private ServiceLists() {}

    static boolean isList(String entry) {
        return entry.startsWith(SERVICES) && !entry.endsWith("/")
                || entry.startsWith(IMPORTS) && entry.endsWith(IMPORTS_SUFFIX)
                || entry.equals(FACTORIES);
    }

    /** Internal names of implementations by that of the type, in all jars. A list that cannot be read is a gap. */
    static ServiceLists of(List<ClassSource> sources) {
        ServiceLists lists = new ServiceLists();
        for (ClassSource source : sources) {
            if (source instanceof JarSource jar) {
                jar.lists().forEach(entry -> lists.read(jar, entry));
            }
        }
        return lists;
    }

    Map<String, Set<String>> byType() {
        return byType;
    }

    List<Gap> gaps() {
        return unread.stream()
                .map(list -> Gap.of(list, "the list of services cannot be read"))
                .toList();
    }

    private void read(JarSource jar, String entry) {
        try {
            String text = jar.text(entry, LARGEST);
            if (entry.equals(FACTORIES)) {
                Properties factories = new Properties();
                factories.load(new StringReader(text));
                factories.forEach((type, classes) ->
                        List.of(classes.toString().split(",")).forEach(one -> add(type.toString(), one)));
            } else {
                String type = entry.startsWith(SERVICES)
                        ? entry.substring(SERVICES.length())
                        : entry.substring(IMPORTS.length(), entry.length() - IMPORTS_SUFFIX.length());
                text.lines().map(line -> line.replaceFirst("#.*", "")).forEach(line -> add(type, line));
            }
        } catch (IOException | IllegalArgumentException e) {
            unread.add(jar.label() + "!/" + entry);
        }
    }

    private void add(String type, String implementation) {
        String name = implementation.strip();
        if (!name.isEmpty()) {
            byType.computeIfAbsent(type.strip().replace('.', '/'), key -> new LinkedHashSet<>())
                    .add(name.replace('.', '/'));
        }
    }
}
