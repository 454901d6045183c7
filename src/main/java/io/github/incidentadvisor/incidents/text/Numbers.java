package io.github.incidentadvisor.incidents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a version as people write it: {@code 3}, {@code 3.8}, {@code v3.8.9-management}. Compared by the numbers that
 * both have, so that {@code 3.8} is the line of {@code 3.8.9}.
 */
public record Numbers(List<Integer> parts) {
    private static final Pattern LEADING =
            Pattern.compile("^(?:v|V|release-|version-|[~^>=<\\[( ]{1,4})?(\\d{1,9}(?:\\.\\d{1,9}){0,5})");

    /** Of what has no number. */
    public static final Numbers NONE = new Numbers(List.of());

    public Numbers {
        parts = List.copyOf(parts);
    }

    /** Of a version or range as a file names it; without parts where it has no number. */
    public static Numbers of(String version) {
        Matcher matcher = LEADING.matcher(version.strip());
        List<Integer> parts = new ArrayList<>();
        if (matcher.find()) {
            for (String part : matcher.group(1).split("\\.")) {
                parts.add(Integer.parseInt(part));
            }
        }
        return new Numbers(parts);
    }

    public boolean isKnown() {
        return !parts.isEmpty();
    }

    /** Below 0, 0 or above, missing numbers being 0. */
    public int order(Numbers other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = Integer.compare(at(i), other.at(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Whether one is the line of the other, or they are the same. */
    public boolean fits(Numbers other) {
        int common = Math.min(parts.size(), other.parts.size());
        return common > 0 && parts.subList(0, common).equals(other.parts.subList(0, common));
    }

    /** The first number; -1 without one. */
    public int major() {
        return parts.isEmpty() ? -1 : parts.get(0);
    }

    private int at(int index) {
        return index < parts.size() ? parts.get(index) : 0;
    }

    @Override
    public String toString() {
        return String.join(".", parts.stream().map(String::valueOf).toList());
    }
}
