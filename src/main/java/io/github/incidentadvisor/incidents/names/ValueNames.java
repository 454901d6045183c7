package io.github.incidentadvisor.incidents.names;

import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Name.Moves;
import io.github.incidentadvisor.incidents.names.NameTable.Hit;
import io.github.incidentadvisor.incidents.text.Numbers;
import java.util.List;
import java.util.Locale;

/** Of values that are no versions, such as a runtime or a family of machine images: each names a thing. */
final class ValueNames {
    private final NameTable table;

    ValueNames(NameTable table) {
        this.table = table;
    }

    /** What a value names that is no version: {@code nodejs16.x}, {@code containerd}, {@code AL2_x86_64}. */
    void of(String from, String to, Names names) {
        List<Hit> before = value(from);
        List<Hit> after = value(to);
        for (Hit hit : after) {
            Numbers was = before.stream()
                    .filter(old -> old.row().equals(hit.row()))
                    .map(Hit::version)
                    .findFirst()
                    .orElse(Numbers.NONE);
            names.put(hit.row(), Bond.OWN, Moves.between(was, hit.version()));
        }
        before.stream()
                .filter(hit -> !names.has(hit.row()))
                .forEach(hit -> names.put(hit.row(), Bond.REPLACED, Moves.UNSAID));
    }

    private List<Hit> value(String value) {
        String text = value.toLowerCase(Locale.ROOT).strip();
        if (text.isEmpty()
                || Character.isDigit(text.charAt(0))
                || Numbers.of(text).isKnown()) {
            return List.of();
        }
        List<String> words = List.of(text.split("[^\\p{L}\\d.]+|\\.(?!\\d)")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
        return table.in(words);
    }
}
