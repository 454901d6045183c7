package io.github.incidentadvisor.inventory.manifest;

import java.util.BitSet;
import java.util.List;
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

    /** Says that a file is read in part, and finds its images by line from where it stops being YAML. */
    static void images(Source file, Findings findings) {
        gap(file, file.yaml(), findings);
        images(file, from(file, file.yaml()), Conditions.NONE, findings);
    }

    static void gap(Source file, Yaml.Read read, Findings findings) {
        findings.gap(file, "read in part: no YAML from here on: " + read.error(), read.errorLine());
    }

    /** The lines that were not read: all from the beginning of the document that is broken. */
    static BitSet from(Source file, Yaml.Read read) {
        BitSet lines = new BitSet();
        int first = 1;
        if (!read.documents().isEmpty()) {
            first = Math.min(read.errorLine(), file.lines().size());
            while (first > 1 && !file.line(first).startsWith("---")) {
                first--;
            }
        }
        lines.set(first, file.lines().size() + 1);
        return lines;
    }

    /** The images that some lines name. */
    static void images(Source file, BitSet which, Conditions conditions, Findings findings) {
        lines(file, which, (number, line) -> {
            Matcher image = IMAGE.matcher(line);
            if (image.matches()
                    && image.group(1).indexOf('{') < 0
                    && image.group(1).indexOf('$') < 0) {
                // Without a tag it may be some other image than a container's.
                ImageName.parse(image.group(1))
                        .filter(name -> !name.version().isEmpty())
                        .flatMap(name -> Mention.image(Resolved.of(image.group(1)), image.group(1), file.at(number)))
                        .ifPresent(mention -> findings.add(mention.readInPart().conditional(conditions.at(number))));
            }
        });
    }

    /** Told of a line by its number. */
    interface Line {
        void read(int number, String text);
    }

    /** Those of some lines that stand in no block scalar and are no comments. */
    static void lines(Source file, BitSet which, Line visitor) {
        List<String> lines = file.lines();
        int block = -1;
        for (int number = 1; number <= lines.size(); number++) {
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
            } else if (which.get(number) && !text.startsWith("#")) {
                visitor.read(number, line);
            }
        }
    }
}
