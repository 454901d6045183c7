package io.github.incidentadvisor.evidence.linkage.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A configuration key in the one form in which Spring compares them: elements in lower case without hyphens and underscores
 * (ConfigurationPropertyName's uniform form). What stands in brackets is an element that is never a property's name.
 */
record KeyName(List<String> elements) {
    private static final String INDEX = "[]";

    KeyName {
        elements = List.copyOf(elements);
    }

    /** From {@code a.bC}, {@code a.b-c}, {@code a.b_c}, {@code a[0].b}. */
    static KeyName of(String key) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '.') {
                flush(element, elements);
            } else if (c == '[') {
                flush(element, elements);
                elements.add(INDEX);
                int close = key.indexOf(']', i);
                i = close < 0 ? key.length() : close;
            } else if (c != '-' && c != '_') {
                element.append(c);
            }
        }
        flush(element, elements);
        return new KeyName(elements);
    }

    private static void flush(StringBuilder element, List<String> elements) {
        if (!element.isEmpty()) {
            elements.add(element.toString().toLowerCase(Locale.ROOT));
            element.setLength(0);
        }
    }

    String text() {
        return String.join(".", elements);
    }

    /** How an environment variable can spell it, underscores left out: they may stand for a dot, a hyphen or nothing. */
    String squashed() {
        return String.join("", elements);
    }

    /** The same for the name of an environment variable. */
    static String squashed(String variable) {
        return variable.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The environment variable for a key as documentation writes it, by Spring's rule. */
    static String variable(String key) {
        return key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The key without its last {@code count} elements. */
    KeyName above(int count) {
        return new KeyName(elements.subList(0, elements.size() - count));
    }

    String last() {
        return elements.isEmpty() ? "" : elements.get(elements.size() - 1);
    }

    boolean isAtOrBelow(KeyName other) {
        return elements.size() >= other.elements.size()
                && elements.subList(0, other.elements.size()).equals(other.elements);
    }
}
