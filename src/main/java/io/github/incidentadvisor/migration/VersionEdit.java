package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.migration.FileText.Span;
import io.github.incidentadvisor.migration.FileText.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Replaces the text of a version on one line of a file and leaves every other byte as it was: encoding, line ends,
 * comments.
 */
public final class VersionEdit {
    private VersionEdit() {}

    /**
     * The file with {@code from} replaced by {@code to} on {@code line}; empty when {@code from} does not stand there exactly
     * once as a whole word, since then it cannot be known which one is meant.
     *
     * @param content in any encoding in which a version is ASCII
     * @param line counted from 1
     */
    public static Optional<byte[]> replace(byte[] content, int line, String from, String to) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(to)) {
            return Optional.empty();
        }
        FileText file = new FileText("", content);
        List<Span> found =
                file.line(line).map(span -> file.all(span, from, Words.WHOLE)).orElse(List.of());
        return found.size() == 1
                ? Optional.of(Edits.apply(content, List.of(file.edit(found.get(0), to))))
                : Optional.empty();
    }
}
