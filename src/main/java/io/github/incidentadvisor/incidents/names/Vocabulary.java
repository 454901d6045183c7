package io.github.incidentadvisor.incidents.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words of names that say little of which thing is meant, from {@code words.tsv}. */
final class Vocabulary {
    private static final String RESOURCE = "words.tsv";

    private final Map<Sort, Set<String>> words = new EnumMap<>(Sort.class);

    /** Why a word says little; the table says what each means. */
    enum Sort {
        FORM,
        CLIENT,
        TEST,
        COMMON,
        VENDOR,
        PART,
        BOUND,
        DEED
    }

    private Vocabulary(String table) {
        for (Sort sort : Sort.values()) {
            words.put(sort, new HashSet<>());
        }
        table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            int tab = line.indexOf('\t');
            words.get(Sort.valueOf(line.substring(0, tab).toUpperCase(Locale.ROOT)))
                    .addAll(Arrays.asList(line.substring(tab + 1).split(" ")));
        });
    }

    /** The table that ships with this jar. */
    static Vocabulary bundled() {
        try (InputStream in = Vocabulary.class.getResourceAsStream(RESOURCE)) {
            return new Vocabulary(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is damaged: " + RESOURCE, e);
        }
    }

    boolean has(Sort sort, String word) {
        return words.get(sort).contains(word);
    }

    boolean hasAny(Sort sort, List<String> any) {
        return any.stream().anyMatch(word -> has(sort, word));
    }

    /** Whether words name a thing: one that is more than common is enough, and so are two that are common apart. */
    boolean canName(List<String> name) {
        return name.size() > 1 || name.size() == 1 && !isEmpty(name.get(0));
    }

    /** Whether a word alone names nothing. */
    boolean isEmpty(String word) {
        return has(Sort.COMMON, word) || has(Sort.VENDOR, word);
    }

    /** Without what says only which part it is; what follows "starter" is a part as well. */
    List<String> telling(List<String> all) {
        return all.stream()
                .takeWhile(word -> !word.equals("starter"))
                .filter(word -> !has(Sort.FORM, word))
                .toList();
    }
}
