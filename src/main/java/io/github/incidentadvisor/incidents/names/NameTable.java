package io.github.incidentadvisor.incidents.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What else people call a thing, and what it brings along, from {@code names.tsv}. */
final class NameTable {
    private static final String RESOURCE = "names.tsv";
    private static final int COLUMNS = 4;

    private final Map<String, Row> byName = new HashMap<>();

    /** What a thing is, which decides how it is written about. */
    enum Sort {
        SERVER,
        LIBRARY,
        TOOL,
        CLOUD
    }

    /**
     * A thing.
     *
     * @param others other names of the same, or of a service that runs it
     * @param brings what a change of it moves as well
     */
    record Row(Sort sort, String name, List<String> others, List<String> brings) {}

    private NameTable(String table) {
        List<Row> rows = table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(NameTable::row)
                .toList();
        rows.forEach(row -> byName.put(row.name(), row));
        rows.forEach(row -> row.others().forEach(other -> byName.putIfAbsent(other, row)));
    }

    /** The table that ships with this jar. */
    static NameTable bundled() {
        try (InputStream in = NameTable.class.getResourceAsStream(RESOURCE)) {
            return new NameTable(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is damaged: " + RESOURCE, e);
        }
    }

    private static Row row(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != COLUMNS) {
            throw new IllegalArgumentException("not kind, name, others, brings: " + line);
        }
        return new Row(
                Sort.valueOf(fields[0].toUpperCase(java.util.Locale.ROOT)),
                fields[1],
                names(fields[2]),
                names(fields[3]));
    }

    private static List<String> names(String field) {
        return Arrays.stream(field.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The thing with this name, in lower case with blanks between words. */
    Optional<Row> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
