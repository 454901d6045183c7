package io.github.incidentadvisor.evidence.linkage.source;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java source of a tree.
 *
 * @param path in the tree
 * @param id a hash of the text
 * @param packageName by its folder below the source root; empty for the unnamed package
 */
public record SourceFile(String path, String packageName, String id, String text) {
    private static final Pattern QUALIFIED = Pattern.compile("[A-Za-z_]\\w*(?:\\.\\w+)+(?:\\.\\*)?");

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

    /** The same with its package. */
    public String typeName() {
        return packageName.isEmpty() ? simpleName() : packageName + "." + simpleName();
    }

    /** Every Java identifier in it, comments and strings included: a superset of the names that it uses. */
    Set<String> words() {
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

    /**
     * Which of {@code known} types it names: in full, by an import of the type or of its package, or as types of its own package. A
     * superset, since comments and strings count.
     *
     * @param known binary names
     */
    public Set<String> named(Set<String> known) {
        Set<String> named = new HashSet<>();
        Set<String> packages = new HashSet<>(Set.of(packageName));
        Matcher names = QUALIFIED.matcher(text);
        while (names.find()) {
            String name = names.group();
            if (name.endsWith(".*")) {
                packages.add(name.substring(0, name.length() - 2));
            }
            for (String at = name; at.contains("."); at = at.substring(0, at.lastIndexOf('.'))) {
                if (known.contains(at)) {
                    named.add(at);
                    break;
                }
            }
        }
        for (String word : words()) {
            packages.stream()
                    .map(home -> home + "." + word)
                    .filter(known::contains)
                    .forEach(named::add);
        }
        return named;
    }
}
