package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.List;

/** Reads properties as {@link java.util.Properties#load(java.io.Reader)} defines them, and keeps the line of each key. */
final class PropertiesText {
    private PropertiesText() {}

    static List<Setting> settings(String path, String text) {
        List<Setting> settings = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripLeading();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
                continue;
            }
            int start = i + 1;
            StringBuilder logical = new StringBuilder(line);
            while (continues(logical) && i + 1 < lines.size()) {
                logical.setLength(logical.length() - 1);
                logical.append(lines.get(++i).stripLeading());
            }
            settings.add(setting(logical.toString(), new Place(path, start)));
        }
        return settings;
    }

    /** An odd number of backslashes at the end. */
    private static boolean continues(CharSequence line) {
        int count = 0;
        while (count < line.length() && line.charAt(line.length() - 1 - count) == '\\') {
            count++;
        }
        return count % 2 == 1;
    }

    private static Setting setting(String line, Place place) {
        int end = 0;
        while (end < line.length() && "=: \t\f".indexOf(line.charAt(end)) < 0) {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, line.length());
        String rest = line.substring(end).stripLeading();
        if (rest.startsWith("=") || rest.startsWith(":")) {
            rest = rest.substring(1).stripLeading();
        }
        return new Setting(unescaped(line.substring(0, end)), unescaped(rest), place);
    }

    private static String unescaped(String text) {
        return text.replace("\\", "");
    }
}
