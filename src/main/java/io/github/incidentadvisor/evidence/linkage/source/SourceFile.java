package io.github.incidentadvisor.evidence.linkage.source;

import java.util.HashSet;
import java.util.Set;

/**
 * A Java source of a tree.
 *
 * @param path in the tree
 * @param id a hash of the text
 * @param packageName by its folder below the source root; empty for the unnamed package
 */
public record SourceFile(String path, String packageName, String id, String text) {
    /**
     * The file at {@code path} below a source root.
     *
     * @param root without a trailing slash
     */
    public static SourceFile of(String root, String path, String id, String text) {
        String below = path.substring(root.length() + 1);
        int slash = below.lastIndexOf('/');
        return new SourceFile(path, slash < 0 ? "" : below.substring(0, slash).replace('/', '.'), id, text);
    }

    /** The same file with another text. */
    SourceFile with(String other) {
        return new SourceFile(path, packageName, id, other);
    }

    /** The name of the type that the file is named for. */
    public String simpleName() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.length() - ".java".length());
    }

    /** Every Java identifier in it, comments and strings included: a superset of the names that it uses. */
    public Set<String> words() {
        Set<String> words = new HashSet<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean part = i < text.length() && Character.isJavaIdentifierPart(text.charAt(i));
            if (part && start < 0) {
                start = i;
            } else if (!part && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }
}
