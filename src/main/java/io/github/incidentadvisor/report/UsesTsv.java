package io.github.incidentadvisor.report;

import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.organisation.Use;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * uses.tsv: every component of a repository, one a line, so that questions about who uses what are answered without reading any
 * repository again: purl, version, role, file, line, with tabs between them.
 */
public final class UsesTsv {
    private static final Comparator<Item> MOST_DELIBERATE = Comparator.comparing(Item::role)
            .thenComparing(item -> !item.declaration().decidedAt().isKnown())
            .thenComparing(item -> item.declaration().decidedAt());

    private UsesTsv() {}

    /** Each component at each of its versions once; what names no version once without one. */
    public static byte[] write(Inventory inventory) {
        Map<String, Item> all = new TreeMap<>();
        for (Item item : inventory.items()) {
            all.merge(
                    item.component().purl() + "\t" + clean(item.version().text()),
                    item,
                    (a, b) -> MOST_DELIBERATE.compare(a, b) <= 0 ? a : b);
        }
        Map<String, String> lines = new TreeMap<>();
        all.forEach((key, item) ->
                lines.put(key, item.role().word() + place(item.declaration().decidedAt())));
        inventory.references().stream()
                .filter(one -> one.status() != DeclaredReference.Status.RESOLVED
                        && one.purl().startsWith("pkg:"))
                .forEach(one -> lines.putIfAbsent(
                        clean(one.purl().replaceFirst("@[^?]*", "")) + "\t",
                        one.status().word() + place(one.place())));
        StringBuilder text = new StringBuilder();
        lines.forEach((key, rest) -> text.append(key).append('\t').append(rest).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String place(Place place) {
        return place.isKnown() ? "\t" + clean(place.file()) + "\t" + place.line() : "\t\t";
    }

    private static String clean(String text) {
        return text.replaceAll("[\\t\\n\\r]", " ");
    }

    /** The lines that can be read; others are passed over. */
    public static Stream<Use> read(Stream<String> lines) {
        return lines.flatMap(UsesTsv::use);
    }

    private static Stream<Use> use(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 5) {
            return Stream.empty();
        }
        try {
            Place place = parts[3].isEmpty() ? Place.NONE : new Place(parts[3], Integer.parseInt(parts[4]));
            return Stream.of(new Use(Purls.parse(parts[0]), new Version(parts[1]), parts[2], place));
        } catch (AdvisorException | IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
