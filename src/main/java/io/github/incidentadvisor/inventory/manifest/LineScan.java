package io.github.incidentadvisor.inventory.manifest;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What single lines say in a file that is no YAML, or from where it stops being any: only what cannot be misread, and marked as
 * read in part. Text in block scalars is skipped.
 */
final class LineScan {
    private static final Pattern IMAGE =
            Pattern.compile("\\s*(?:-\\s+)?\"?image\"?:\\s*[\"']?([^\\s\"'#,]+)[\"']?\\s*,?\\s*(?:\\s#.*)?");
    private static final Pattern BLOCK = Pattern.compile("(\\s*)(?:-\\s+)*[^#\\s][^#]*:\\s*[|>][-+\\d]*\\s*(?:#.*)?");

    private static final int LONGEST = 4000;

    private LineScan() {}

    /** Says that a file is read in part, and finds its images by line. */
    static void images(Source file, Yaml.Read read, Findings findings) {
        images(file, read, findings, mention -> {});
    }

    static void images(Source file, Yaml.Read read, Findings findings, Consumer<Mention> context) {
        findings.gap(file, "read in part: no YAML from here on: " + read.error(), read.errorLine());
        // Whole documents before the error are read; what the broken one began with is not.
        int from = read.documents().isEmpty() ? 1 : startOfDocument(file, read.errorLine());
        lines(file, from, (number, line) -> {
            Matcher image = IMAGE.matcher(line);
            if (image.matches()
                    && image.group(1).indexOf('{') < 0
                    && image.group(1).indexOf('$') < 0) {
                Mention.image(Resolved.of(image.group(1)), image.group(1), file.at(number))
                        .ifPresent(mention -> {
                            context.accept(mention.readInPart());
                            findings.add(mention);
                        });
            }
        });
    }

    /** The line that begins the document that a line is in. */
    static int startOfDocument(Source file, int line) {
        int at = Math.min(line, file.lines().size());
        while (at > 1 && !file.line(at).startsWith("---")) {
            at--;
        }
        return at;
    }

    /** Told of a line by its number. */
    interface Line {
        void read(int number, String text);
    }

    /** The lines from one on that stand in no block scalar and are no comments. */
    static void lines(Source file, int from, Line visitor) {
        List<String> lines = file.lines();
        int block = -1;
        for (int number = Math.max(1, from); number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            String text = line.strip();
            int indent = line.length() - line.stripLeading().length();
            if (text.isEmpty() || line.length() > LONGEST || block >= 0 && indent > block) {
                continue;
            }
            block = -1;
            Matcher begins = BLOCK.matcher(line);
            if (begins.matches()) {
                block = begins.group(1).length();
            } else if (!text.startsWith("#")) {
                visitor.read(number, line);
            }
        }
    }
}
