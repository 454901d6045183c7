package io.github.incidentadvisor.inventory.manifest;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A node of a YAML or JSON document with its line. An alias is the very node that its anchor names, so that nothing is copied;
 * a walk must therefore not visit a node twice.
 */
sealed interface YamlNode {
    /** Of the first character, counted from 1. */
    int line();

    /** The tag as written, {@code !Ref}; empty when there is none. */
    String tag();

    Pattern FLOAT = Pattern.compile("\\d{1,9}\\.\\d{1,9}");

    /**
     * Text.
     *
     * @param quoted whether it stands in quotes or is a block, and so cannot mean null or a number
     * @param block whether it is a literal or folded block, whose text begins on the line after {@link #line}
     */
    record Scalar(String text, String tag, boolean quoted, boolean block, int line) implements YamlNode {
        boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        /** What a program reads that takes numbers for numbers: {@code 3.10} without quotes is 3.1. */
        String effective() {
            if (quoted || !FLOAT.matcher(text).matches()) {
                return text;
            }
            return text.replaceFirst("0+$", "").replaceFirst("\\.$", "");
        }
    }

    /** A list. */
    record Items(List<YamlNode> all, String tag, int line) implements YamlNode {}

    /** A key, with its own line, and what it has. */
    record Entry(String key, int line, YamlNode value) {}

    /** A mapping with all its entries in order, duplicates included. */
    record Fields(List<Entry> entries, String tag, int line) implements YamlNode {
        /**
         * The value of a key; of duplicates the last; else what a merge key ({@code <<}) brings, as YAML 1.1 says and everyone
         * still writes.
         */
        Optional<YamlNode> get(String key) {
            return entry(key, Collections.newSetFromMap(new IdentityHashMap<>()))
                    .map(Entry::value);
        }

        Optional<Entry> entry(String key) {
            return entry(key, Collections.newSetFromMap(new IdentityHashMap<>()));
        }

        private Optional<Entry> entry(String key, Set<Fields> seen) {
            if (!seen.add(this)) {
                return Optional.empty();
            }
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (entries.get(i).key().equals(key)) {
                    return Optional.of(entries.get(i));
                }
            }
            for (Entry entry : entries) {
                if (entry.key().equals("<<")) {
                    List<YamlNode> merged = entry.value() instanceof Items items ? items.all() : List.of(entry.value());
                    for (YamlNode one : merged) {
                        Optional<Entry> found =
                                one instanceof Fields fields ? fields.entry(key, seen) : Optional.empty();
                        if (found.isPresent()) {
                            return found;
                        }
                    }
                }
            }
            return Optional.empty();
        }

        /** The text of a key, if it is text and not null. */
        Optional<Scalar> scalar(String key) {
            return get(key).filter(Scalar.class::isInstance)
                    .map(Scalar.class::cast)
                    .filter(scalar -> !scalar.isNull());
        }

        /** The text of a key; empty when there is none. */
        String text(String key) {
            return scalar(key).map(Scalar::text).orElse("");
        }

        /** The mapping of a key, if it is one. */
        Optional<Fields> fields(String key) {
            return get(key).filter(Fields.class::isInstance).map(Fields.class::cast);
        }

        /** The nodes of the list of a key; empty when it is none. */
        List<YamlNode> items(String key) {
            return get(key).filter(Items.class::isInstance)
                    .map(node -> ((Items) node).all())
                    .orElse(List.of());
        }

        boolean has(String key) {
            return entry(key).isPresent();
        }
    }
}
