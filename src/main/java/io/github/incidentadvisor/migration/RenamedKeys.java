package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.migration.FileText.Span;
import io.github.incidentadvisor.migration.FileText.Words;
import io.github.incidentadvisor.model.Place;
import java.util.List;
import java.util.Optional;

/** Configuration keys under the name that the new version's own metadata gives them. */
final class RenamedKeys {
    private RenamedKeys() {}

    /**
     * Edits of the lines that set or read a key whose new name is stated; keys without one, and those that a nested file would have
     * to be rearranged for, are left.
     *
     * @param tree the tree that the behaviours were measured on
     */
    static Proposal of(List<Behaviour> behaviours, Tree tree) {
        return behaviours.stream()
                .filter(one -> !one.replacement().isEmpty() && one.place().isKnown())
                .map(one -> renamed(one, tree))
                .reduce(Proposal.NOTHING, Proposal::and);
    }

    private static Proposal renamed(Behaviour one, Tree tree) {
        Place place = one.place();
        Optional<FileText> file = FileText.of(tree, place.file());
        Optional<Span> line = file.flatMap(text -> text.line(place.line()));
        if (line.isEmpty() || one.replacement().endsWith("*")) {
            return Proposal.left(place, one.instead(), line.isEmpty() ? "the file cannot be read, or is too long" : "");
        }
        List<Span> whole = file.get().all(line.get(), one.name(), Words.WHOLE);
        if (whole.size() == 1) {
            return Proposal.of(file.get().edit(whole.get(0), one.replacement()), place);
        }
        String old = last(one.name());
        String now = last(one.replacement());
        boolean sameParent =
                one.name().length() - old.length() == one.replacement().length() - now.length()
                        && one.replacement()
                                .startsWith(one.name().substring(0, one.name().length() - old.length()));
        boolean nested = place.file().endsWith(".yml") || place.file().endsWith(".yaml");
        List<Span> tail = file.get().all(line.get(), old, Words.WHOLE);
        return whole.isEmpty() && nested && sameParent && tail.size() == 1
                ? Proposal.of(file.get().edit(tail.get(0), now), place)
                : Proposal.left(
                        place,
                        one.instead(),
                        sameParent || !nested
                                ? "the key does not stand there exactly once as it is"
                                : "it goes to another part of the file");
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
