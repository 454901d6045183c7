package io.github.incidentadvisor.verify;

import java.util.Arrays;
import java.util.List;

/** Versions by their numbers; what ecosystems order by words (alpha, rc) counts as equal here. */
final class Numbers {
    private Numbers() {}

    static int compare(String one, String other) {
        List<Long> a = of(one);
        List<Long> b = of(other);
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            int order = Long.compare(i < a.size() ? a.get(i) : 0, i < b.size() ? b.get(i) : 0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The number at a place; 0 where there is none. */
    static long at(String version, int place) {
        List<Long> numbers = of(version);
        return place < numbers.size() ? numbers.get(place) : 0;
    }

    private static List<Long> of(String version) {
        return Arrays.stream(version.split("[^0-9]+"))
                .filter(part -> !part.isEmpty() && part.length() < 18)
                .map(Long::valueOf)
                .toList();
    }
}
