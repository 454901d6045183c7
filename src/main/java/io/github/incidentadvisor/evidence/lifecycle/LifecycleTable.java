package io.github.incidentadvisor.evidence.lifecycle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Our table of lifecycle facts: text, a line a product or cycle, fields between tabs, sorted by product, so that an update
 * reads as a diff. Made by {@code bench.LifecycleFacts} from the answers of the API of endoflife.date (MIT).
 */
final class LifecycleTable {
    private static final String RESOURCE = "lifecycles.tsv";
    private static final String AS_OF = "# as of ";
    private static final int PRODUCT_FIELDS = 9;
    private static final int CYCLE_FIELDS = 11;

    private final LocalDate asOf;
    private final Map<String, ProductFacts> products = new TreeMap<>();
    private final Map<String, String> idByAlias = new TreeMap<>();

    LifecycleTable(LocalDate asOf, Collection<ProductFacts> facts) {
        this.asOf = asOf;
        facts.forEach(product -> products.put(product.id(), product));
        products.values()
                .forEach(product -> product.aliases().forEach(alias -> idByAlias.putIfAbsent(alias, product.id())));
    }

    /** The table that ships with this jar. */
    static LifecycleTable bundled() {
        try (InputStream in = LifecycleTable.class.getResourceAsStream(RESOURCE)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is damaged: " + RESOURCE, e);
        }
    }

    /** @throws IllegalArgumentException when it is not such a table; the message names the line */
    static LifecycleTable read(InputStream in) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        LocalDate asOf = LocalDate.MIN;
        Map<ProductFacts, List<CycleFacts>> products = new LinkedHashMap<>();
        List<CycleFacts> cycles = null;
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.startsWith(AS_OF)) {
                asOf = LocalDate.parse(line.substring(AS_OF.length()));
            } else if (line.startsWith("product\t")) {
                cycles = new ArrayList<>();
                products.put(product(fields(line, PRODUCT_FIELDS, number)), cycles);
            } else if (line.startsWith("\t") && cycles != null) {
                cycles.add(cycle(fields(line, CYCLE_FIELDS, number)));
            } else if (!line.startsWith("#")) {
                throw new IllegalArgumentException("line " + number + " is neither product, cycle nor comment");
            }
        }
        List<ProductFacts> whole = new ArrayList<>();
        products.forEach((product, its) -> whole.add(product.with(its)));
        return new LifecycleTable(asOf, whole);
    }

    /** The day on which the data was true. */
    LocalDate asOf() {
        return asOf;
    }

    /** By id, or by an alias that no product has for its id. */
    Optional<ProductFacts> product(String idOrAlias) {
        ProductFacts byId = products.get(idOrAlias);
        return Optional.ofNullable(byId != null ? byId : products.get(idByAlias.getOrDefault(idOrAlias, "")));
    }

    Collection<ProductFacts> products() {
        return products.values();
    }

    /** The text that {@link #read} reads. */
    String text() {
        var text = new StringBuilder("""
                # Release cycles and when their support ends. Facts from the API of https://endoflife.date (MIT licence,
                # its contributors), put into this table by LifecycleFacts; do not edit, make it anew.
                """)
                .append(AS_OF)
                .append(asOf)
                .append('\n')
                .append(
                        "# product, id, label, page, aliases, names of the phases: active, end of life, extended, discontinued\n")
                .append(
                        "# cycle, released, lts, active, end of life, extended, discontinued, latest, its day, Java versions\n");
        for (ProductFacts product : products.values()) {
            line(
                    text,
                    "product",
                    product.id(),
                    product.label(),
                    product.url(),
                    String.join(",", product.aliases()),
                    product.phases().active(),
                    product.phases().endOfLife(),
                    product.phases().extended(),
                    product.phases().discontinued());
            for (CycleFacts cycle : product.cycles()) {
                line(
                        text,
                        "",
                        cycle.name(),
                        cycle.released(),
                        cycle.lts(),
                        cycle.active(),
                        cycle.endOfLife(),
                        cycle.extended(),
                        cycle.discontinued(),
                        cycle.latest(),
                        cycle.latestReleased(),
                        cycle.javaVersions());
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String... fields) {
        text.append(String.join("\t", fields).stripTrailing()).append('\n');
    }

    private static String[] fields(String line, int count, int number) {
        String[] found = line.split("\t", -1);
        if (found.length > count) {
            throw new IllegalArgumentException("line " + number + " has " + found.length + " fields, not " + count);
        }
        return Stream.concat(Stream.of(found), Stream.generate(() -> ""))
                .limit(count)
                .toArray(String[]::new);
    }

    private static ProductFacts product(String[] f) {
        List<String> aliases = f[4].isEmpty() ? List.of() : List.of(f[4].split(","));
        return new ProductFacts(f[1], f[2], f[3], aliases, new ProductFacts.Phases(f[5], f[6], f[7], f[8]), List.of());
    }

    private static CycleFacts cycle(String[] f) {
        return new CycleFacts(f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10]);
    }
}
