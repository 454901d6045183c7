package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.git.OverlayTree;
import io.github.incidentadvisor.git.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Edits of one tree, made. */
final class Edits {
    private Edits() {}

    /**
     * The content with the edits made; whatever they do not name is as it was.
     *
     * @param edits of one file, none of which clash
     * @throws IllegalArgumentException when the content is not what they were made for
     */
    static byte[] apply(byte[] content, List<Edit> edits) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        StringBuilder edited = new StringBuilder(text.length());
        int done = 0;
        for (Edit edit : edits.stream().sorted().distinct().toList()) {
            if (edit.offset() < done || !text.startsWith(edit.before(), edit.offset())) {
                throw new IllegalArgumentException(
                        edit.file() + ":" + edit.line() + " does not hold '" + edit.before() + "'");
            }
            edited.append(text, done, edit.offset()).append(edit.after());
            done = edit.end();
        }
        return edited.append(text.substring(done)).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The whole new content of each file that becomes another one. */
    static Map<String, byte[]> contents(Tree tree, List<Edit> edits) {
        Map<String, byte[]> contents = new TreeMap<>();
        edits.stream().collect(Collectors.groupingBy(Edit::file)).forEach((file, all) -> {
            byte[] before = tree.read(tree.find(file).orElseThrow());
            byte[] after = apply(before, all);
            if (!Arrays.equals(before, after)) {
                contents.put(file, after);
            }
        });
        return contents;
    }

    /** The tree with the edits made; nothing is written. */
    static Tree over(Tree tree, List<Edit> edits) {
        return OverlayTree.of(tree, contents(tree, edits), Set.of());
    }
}
