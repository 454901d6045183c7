package io.github.incidentadvisor.migration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.util.QuotedString;

/** Changes of files as {@code git diff} shows them, so that {@code git apply} takes them. */
final class UnifiedDiff {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private UnifiedDiff() {}

    /** @param plan whose files are shown, sorted by path */
    static String of(Plan plan) {
        UnifiedDiff diff = new UnifiedDiff();
        for (Map.Entry<String, byte[]> file : plan.changed().entrySet()) {
            byte[] before = plan.before().read(plan.before().find(file.getKey()).orElseThrow());
            diff.add(file.getKey(), before, file.getValue());
        }
        return diff.out.toString(StandardCharsets.UTF_8);
    }

    private void add(String path, byte[] before, byte[] after) {
        String a = QuotedString.GIT_PATH.quote("a/" + path);
        String b = QuotedString.GIT_PATH.quote("b/" + path);
        out.writeBytes(
                ("diff --git " + a + " " + b + "\n--- " + a + "\n+++ " + b + "\n").getBytes(StandardCharsets.UTF_8));
        RawText was = new RawText(before);
        RawText is = new RawText(after);
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(
                    DiffAlgorithm.getAlgorithm(DiffAlgorithm.SupportedAlgorithm.HISTOGRAM)
                            .diff(RawTextComparator.DEFAULT, was, is),
                    was,
                    is);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
