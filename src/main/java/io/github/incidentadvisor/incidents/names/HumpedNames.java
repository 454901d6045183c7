package io.github.incidentadvisor.incidents.names;

import io.github.incidentadvisor.incidents.names.Name.Bond;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Of identifiers in humps and dots, {@code Maker.AcmeWidgetCore.SqlServer}: people write the words apart, or the first ones by
 * their initials ("AW Core"), and the last part often says what it is made for.
 */
final class HumpedNames {
    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})");
    private static final Pattern IDENTIFIER = Pattern.compile("\\w+(?:\\.\\w+)*");
    private static final int SHORTENED = 3;

    private final Vocabulary vocabulary;
    private final NameTable table;

    HumpedNames(Vocabulary vocabulary, NameTable table) {
        this.vocabulary = vocabulary;
        this.table = table;
    }

    void of(String identifier, Names names) {
        if (!IDENTIFIER.matcher(identifier).matches()) {
            return;
        }
        List<List<String>> parts = Arrays.stream(identifier.split("\\."))
                .map(part -> HUMP.splitAsStream(part)
                        .flatMap(hump -> Name.wordsOf(hump).stream())
                        .toList())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        if (parts.size() > 1 && vocabulary.has(Vocabulary.Sort.VENDOR, String.join("", parts.get(0)))) {
            parts.remove(0);
        }
        if (parts.isEmpty() || parts.stream().allMatch(words -> words.size() == 1)) {
            return;
        }
        List<String> first = parts.get(0);
        if (first.size() > 1) {
            names.put(List.of(String.join("", first)), Bond.ALIAS);
            names.put(first, Bond.ALIAS);
        }
        if (first.size() >= SHORTENED) {
            List<String> begin = first.subList(0, first.size() - 1);
            String initials = begin.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
            if (!vocabulary.has(Vocabulary.Sort.DEED, initials)) {
                names.put(List.of(initials, first.get(first.size() - 1)), Bond.ALIAS);
            }
        }
        parts.subList(1, parts.size()).stream()
                .flatMap(words -> table.in(words).stream())
                .filter(hit -> hit.row().isServer())
                .forEach(hit -> names.put(Name.wordsOf(hit.row().name()), Bond.BROUGHT));
    }
}
