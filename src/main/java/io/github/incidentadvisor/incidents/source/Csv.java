package io.github.incidentadvisor.incidents.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Comma-separated values with a head (RFC 4180); semicolons and tabs where the head has those.
 *
 * @param trouble what was not understood; empty when all was
 */
record Csv(List<Map<String, String>> rows, String trouble) {
    Csv {
        rows = List.copyOf(rows);
    }

    static Csv read(String text) {
        String head = text.substring(0, text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n'));
        char separator = head.indexOf('\t') >= 0 ? '\t' : head.indexOf(',') < 0 && head.indexOf(';') >= 0 ? ';' : ',';
        List<List<String>> lines = new ArrayList<>();
        String trouble = cells(text, separator, lines);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(line.size(), lines.get(0).size()); i++) {
                row.put(lines.get(0).get(i).strip().toLowerCase(Locale.ROOT).replace(' ', '_'), line.get(i));
            }
            rows.add(row);
        }
        return new Csv(rows, trouble);
    }

    /** @return what was not understood */
    private static String cells(String text, char separator, List<List<String>> lines) {
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int opened = 0;
        int number = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                number++;
            }
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (quoted) {
                quoted = c != '"';
                if (quoted) {
                    cell.append(c);
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                quoted = true;
                opened = number;
                cell.setLength(0);
            } else if (c == separator || c == '\n') {
                line.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    finish(line, lines);
                    line = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (quoted) {
            return "the quote that opens in line " + opened + " never closes; the rows from there on are left out";
        }
        line.add(cell.toString().strip());
        finish(line, lines);
        return "";
    }

    private static void finish(List<String> line, List<List<String>> lines) {
        if (line.stream().anyMatch(cell -> !cell.isEmpty())) {
            lines.add(line);
        }
    }
}
