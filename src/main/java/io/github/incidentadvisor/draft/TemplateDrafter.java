package io.github.incidentadvisor.draft;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Prose.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Plain sentences from the facts themselves; always available. */
public final class TemplateDrafter {
    /** The words for {@code advisory}; its present prose is not looked at. */
    public Prose draft(Advisory advisory) {
        List<Sentence> sentences = new ArrayList<>();
        List<Evidence> change = advisory.risk().reasons().stream()
                .flatMap(reason -> reason.evidence().stream())
                .filter(evidence -> evidence.kind().equals("change"))
                .toList();
        if (advisory.moved() && !change.isEmpty()) {
            sentences.add(new Sentence(step(advisory), change));
        }
        sentences.addAll(FindingWords.of(advisory.findings()));
        return new Prose(Prose.Author.TEMPLATE, sentences, 0);
    }

    static String step(Advisory advisory) {
        String name = advisory.component().name();
        String where = advisory.declaredAt().isKnown() ? " (" + advisory.declaredAt() + ")" : "";
        String also = advisory.moves() == 0
                ? ""
                : " and moves " + advisory.moves() + (advisory.moves() == 1 ? " other version" : " other versions");
        if (!advisory.from().isKnown()) {
            return name + " " + advisory.to() + " is new" + where + also + ".";
        }
        if (!advisory.to().isKnown()) {
            return name + " " + advisory.from() + " is gone" + where + also + ".";
        }
        return name + " goes from " + advisory.from() + " to " + advisory.to() + where + also + ".";
    }
}
