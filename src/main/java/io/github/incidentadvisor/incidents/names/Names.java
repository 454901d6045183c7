package io.github.incidentadvisor.incidents.names;

import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Name.Moves;
import io.github.incidentadvisor.incidents.names.NameTable.Row;
import io.github.incidentadvisor.incidents.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of one change as they are found, the surest first; what is named twice keeps its surest bond. */
final class Names {
    private static final int MOST_OF_ONE_THING = 8;

    private final Vocabulary vocabulary;
    private final NameTable table;
    private final Map<List<String>, Name> all = new LinkedHashMap<>();

    Names(Vocabulary vocabulary, NameTable table) {
        this.vocabulary = vocabulary;
        this.table = table;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void put(List<String> words, Bond bond) {
        put(words, bond, bond == Bond.NOTED || bond == Bond.BROUGHT ? Moves.UNSAID : Moves.WITH_THE_CHANGE);
    }

    void put(List<String> words, Bond bond, Moves moves) {
        Optional<Row> row = table.of(String.join(" ", words));
        put(words, bond, row.filter(Row::isServer).isPresent(), moves);
    }

    /** The service that a library with a longer name is for, by the looks of it. */
    void putService(List<String> words) {
        put(words, Bond.ALIAS, true, Moves.WITH_THE_CHANGE);
    }

    private void put(List<String> words, Bond bond, boolean server, Moves moves) {
        boolean can = vocabulary.canName(words);
        if (can || bond == Bond.OWN && words.size() == 1 && !vocabulary.has(Vocabulary.Sort.VENDOR, words.get(0))) {
            all.merge(
                    words,
                    new Name(words, bond, server, !can, moves),
                    (known, now) -> now.bond().compareTo(known.bond()) < 0 ? now : known);
        }
    }

    /** A thing of the table by all its names. */
    void put(Row row, Bond bond, Moves moves) {
        put(Name.wordsOf(row.name()), bond, moves);
        row.others().forEach(other -> put(Name.wordsOf(other), bond, moves));
    }

    /** Whether it is among them by one of its names. */
    boolean has(Row row) {
        return Stream.concat(Stream.of(row.name()), row.others().stream())
                .map(Name::wordsOf)
                .anyMatch(all::containsKey);
    }

    /** A version of the notes that belongs to nothing named there is that of what comes along, when that is one thing. */
    void movesAlong(Numbers to) {
        long brought = all.values().stream().filter(Names::isBrought).count();
        if (to.isKnown() && brought <= MOST_OF_ONE_THING) {
            all.replaceAll((words, name) -> isBrought(name)
                    ? new Name(words, name.bond(), name.server(), name.common(), Moves.between(Numbers.NONE, to))
                    : name);
        }
    }

    private static boolean isBrought(Name name) {
        return name.bond() == Bond.BROUGHT;
    }

    List<Name> all() {
        return new ArrayList<>(all.values());
    }
}
