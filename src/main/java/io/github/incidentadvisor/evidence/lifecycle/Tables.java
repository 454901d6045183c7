package io.github.incidentadvisor.evidence.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Rows of a tab-separated table that ships with this jar; lines with {@code #} and empty ones are none. */
final class Tables {
    private Tables() {}

    /** The rows, each with {@code columns} fields; missing ones at the end are empty. */
    static List<String[]> rows(String resource, int columns) {
        return text(resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> row(line, columns))
                .toList();
    }

    private static String[] row(String line, int columns) {
        String[] fields = line.split("\t", -1);
        if (fields.length > columns) {
            throw new IllegalArgumentException("more than " + columns + " fields: " + line);
        }
        String[] row = Arrays.copyOf(fields, columns);
        Arrays.setAll(row, i -> row[i] == null ? "" : row[i]);
        return row;
    }

    private static String text(String resource) {
        try (InputStream in = Tables.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is damaged: " + resource, e);
        }
    }
}
