package io.github.incidentadvisor.incidents.names;

import io.github.incidentadvisor.incidents.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What else people call a thing, and what it brings along, from {@code names.tsv}. */
final class NameTable {
    private static final String RESOURCE = "names.tsv";
    private static final int COLUMNS = 4;
    private static final int LONGEST = 4;

    /** {@code postgres15}, {@code nodejs16}. */
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}{2,30}?)(\\d{1,4}(?:\\.\\d{1,4}){0,3})");

    private final Map<String, Row> byName = new HashMap<>();
    private final Map<String, Row> joined = new HashMap<>();
    private final Map<Row, List<Row>> clients = new HashMap<>();

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
    record Row(Sort sort, String name, List<String> others, List<String> brings) {
        /** Whether it runs by itself, so that a library of that name is a client of it. */
        boolean isServer() {
            return sort == Sort.SERVER || sort == Sort.CLOUD;
        }
    }

    /**
     * A thing of the table among words.
     *
     * @param end after its last word
     * @param version what is written into its name; unknown mostly
     */
    record Hit(int first, int end, Row row, Numbers version) {}

    private NameTable(String table) {
        List<Row> rows = table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(NameTable::row)
                .toList();
        rows.forEach(row -> byName.putIfAbsent(row.name(), row));
        rows.forEach(row -> row.others().forEach(other -> byName.putIfAbsent(other, row)));
        rows.stream()
                .filter(row -> row.name().contains(" "))
                .forEach(row -> joined.putIfAbsent(row.name().replace(" ", ""), row));
        rows.stream().filter(row -> row.sort() == Sort.LIBRARY).forEach(row -> Stream.concat(
                        Stream.of(row.name()), row.others().stream())
                .filter(name -> name.endsWith(" client") || name.endsWith(" driver"))
                .map(name -> byName.get(name.substring(0, name.lastIndexOf(' '))))
                .filter(server -> server != null && server.isServer())
                .distinct()
                .forEach(server -> clients.computeIfAbsent(server, key -> new ArrayList<>())
                        .add(row)));
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
        return new Row(Sort.valueOf(fields[0].toUpperCase(Locale.ROOT)), fields[1], names(fields[2]), names(fields[3]));
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

    /** The thing whose name of several words is written as one, as in groups and packages. */
    Optional<Row> ofJoined(String word) {
        return Optional.ofNullable(joined.get(word));
    }

    /** The libraries by which programs talk to a server. */
    List<Row> clientsOf(Row server) {
        return clients.getOrDefault(server, List.of());
    }

    /** The things that words name, from left to right, the longest name first; a number may be written into a single word. */
    List<Hit> in(List<String> words) {
        List<Hit> hits = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<Hit> hit = at(at, words);
            hit.ifPresent(hits::add);
            at = hit.map(Hit::end).orElse(at + 1);
        }
        return hits;
    }

    private Optional<Hit> at(int first, List<String> words) {
        for (int end = Math.min(words.size(), first + LONGEST); end > first; end--) {
            Row row = byName.get(String.join(" ", words.subList(first, end)));
            if (row != null) {
                return Optional.of(new Hit(first, end, row, Numbers.NONE));
            }
        }
        Matcher numbered = NUMBERED.matcher(words.get(first));
        return numbered.matches()
                ? of(numbered.group(1)).map(row -> new Hit(first, first + 1, row, Numbers.of(numbered.group(2))))
                : Optional.empty();
    }
}
