package io.github.incidentadvisor.incidents.names;

import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Name.Moves;
import io.github.incidentadvisor.incidents.names.NameTable.Hit;
import io.github.incidentadvisor.incidents.names.NameTable.Row;
import io.github.incidentadvisor.incidents.names.NameTable.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Of Maven coordinates: {@code org.acme:acme-core} is "acme", {@code com.vendor:acme-client} is a client of acme, and a name of
 * several telling words stays whole, since a part of it is something else.
 */
final class MavenNames {
    private static final int SHORTEST_FAMILY = 4;

    private final Vocabulary vocabulary;
    private final NameTable table;

    MavenNames(Vocabulary vocabulary, NameTable table) {
        this.vocabulary = vocabulary;
        this.table = table;
    }

    void of(String coordinates, Names names) {
        String group = coordinates.substring(0, coordinates.indexOf(':')).toLowerCase(Locale.ROOT);
        List<String> all = Name.wordsOf(artifact(group, coordinates));
        List<String> telling = vocabulary.telling(all);
        if (telling.isEmpty()) {
            telling = ofGroup(group);
        }
        if (telling.isEmpty() || telling.size() == 1 && vocabulary.isEmpty(telling.get(0))) {
            telling = all;
        }
        if (telling.isEmpty()) {
            return;
        }
        Optional<Row> known = whole(telling);
        boolean ofItsGroup = group.contains(telling.get(0));
        if (known.filter(row -> row.sort() != Sort.LIBRARY).isPresent() && !ofItsGroup) {
            clientOf(telling, group, names);
            return;
        }
        boolean reduced = telling.size() == 1 && telling.size() < all.size() && known.isEmpty() && !ofItsGroup;
        if (reduced && !all.contains("starter")) {
            names.put(all, Bond.OWN);
        }
        boolean starter = all.contains("starter");
        List<String> parts = starter ? all.subList(all.indexOf("starter") + 1, all.size()) : telling;
        boolean particular =
                starter && table.in(parts).stream().anyMatch(hit -> hit.row().isServer());
        if (reduced) {
            names.putService(telling);
        } else {
            names.put(telling, particular ? Bond.FAMILY : Bond.OWN);
        }
        String first = telling.get(0);
        if (telling.size() > 1 && first.length() >= SHORTEST_FAMILY && ofItsGroup && !first.equals("spring")) {
            names.put(List.of(first), Bond.FAMILY);
        }
        integrates(parts, telling, ofItsGroup, names);
        table.ofJoined(group.substring(group.lastIndexOf('.') + 1))
                .filter(row -> !row.isServer())
                .ifPresent(row -> names.put(row, Bond.FAMILY, Moves.WITH_THE_CHANGE));
        if (names.isEmpty()) {
            names.put(all, Bond.OWN);
        }
    }

    /** A BOM and the like is called by its group, where that says it in one word: {@code software.amazon.awssdk:bom}. */
    private List<String> ofGroup(String group) {
        List<String> last = Name.wordsOf(group.substring(group.lastIndexOf('.') + 1));
        return whole(last).isPresent()
                ? last
                : vocabulary.telling(Name.wordsOf(group.replaceFirst("^(com|org|io|net|dev|software)\\.", "")));
    }

    private Optional<Row> whole(List<String> words) {
        return table.in(words).stream()
                .filter(hit -> hit.end() - hit.first() == words.size())
                .map(Hit::row)
                .findFirst();
    }

    /** A library of one vendor that is named for another thing. */
    private void clientOf(List<String> telling, String group, Names names) {
        String family = group.substring(group.lastIndexOf('.') + 1);
        if (vocabulary.has(Vocabulary.Sort.CLIENT, family)) {
            names.put(with(telling, "client"), Bond.OWN);
            names.putService(telling);
            return;
        }
        List<String> both = new ArrayList<>(Name.wordsOf(family));
        both.addAll(telling);
        names.put(both, Bond.OWN);
        if (table.of(family).isPresent()) {
            names.put(Name.wordsOf(family), Bond.FAMILY);
        }
        if (family.endsWith("sdk")) {
            names.put(List.of(telling.get(telling.size() - 1), "sdk"), Bond.OWN);
        }
    }

    private static List<String> with(List<String> words, String form) {
        List<String> longer = new ArrayList<>(words);
        longer.add(form);
        return longer;
    }

    /** What a starter starts, and what a framework's module is a module for, comes with a client of it. */
    private void integrates(List<String> parts, List<String> telling, boolean ofItsGroup, Names names) {
        for (Hit hit : table.in(parts)) {
            boolean itself = parts.equals(telling) && hit.first() == 0 && (ofItsGroup || hit.end() == parts.size());
            if (!itself && hit.row().isServer()) {
                List<String> rest = new ArrayList<>(parts.subList(0, hit.first()));
                if (parts.equals(telling) && !rest.isEmpty() && !rest.equals(List.of("spring"))) {
                    names.put(rest, Bond.OWN);
                }
                List<String> client = new ArrayList<>(Name.wordsOf(hit.row().name()));
                client.add("client");
                names.put(client, Bond.BROUGHT);
                client.set(client.size() - 1, "sdk");
                names.put(client, Bond.BROUGHT);
                table.clientsOf(hit.row()).forEach(it -> names.put(it, Bond.BROUGHT, Moves.UNSAID));
                names.put(Name.wordsOf(hit.row().name()), Bond.BROUGHT);
            }
        }
    }

    /** Some write the whole group into the artifact's name. */
    private static String artifact(String group, String name) {
        String artifact = name.substring(name.indexOf(':') + 1);
        return artifact.startsWith(group) || artifact.startsWith("org.") || artifact.startsWith("com.")
                ? artifact.substring(artifact.lastIndexOf('.') + 1)
                : artifact;
    }
}
