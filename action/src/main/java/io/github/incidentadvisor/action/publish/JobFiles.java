package io.github.incidentadvisor.action.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The files by which a step talks to its runner: the summary (1 MiB at most, or GitHub shows none of it) and the outputs. */
final class JobFiles {
    private static final int MOST = 1 << 20;
    private static final String CUT = "\n\n_Cut: a job summary holds 1 MiB. report.json holds the rest._\n";

    private JobFiles() {}

    /** Adds to the summary what still fits. */
    static void summarise(Optional<Path> file, String text) throws IOException {
        if (file.isEmpty()) {
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long there = Files.exists(file.get()) ? Files.size(file.get()) : 0;
        long room = MOST - there;
        if (bytes.length > room) {
            bytes = cut(text, (int) Math.max(0, room)).getBytes(StandardCharsets.UTF_8);
        }
        Files.write(file.get(), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The longest beginning that fits in so many bytes together with a notice, never half a character. */
    static String cut(String text, int room) {
        int left = room - CUT.getBytes(StandardCharsets.UTF_8).length;
        if (left <= 0) {
            return "";
        }
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            used += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (used > left) {
                break;
            }
            end += Character.charCount(point);
        }
        int line = text.lastIndexOf('\n', Math.max(0, end - 1));
        return text.substring(0, line > 0 ? line : end) + CUT;
    }

    /** Sets outputs; a value with line ends cannot become another output. */
    static void outputs(Optional<Path> file, Map<String, String> values) throws IOException {
        if (file.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> {
            String end = "end-" + UUID.randomUUID();
            text.append(name)
                    .append("<<")
                    .append(end)
                    .append('\n')
                    .append(value)
                    .append('\n')
                    .append(end)
                    .append('\n');
        });
        Files.writeString(file.get(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
