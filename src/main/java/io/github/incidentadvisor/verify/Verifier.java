package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier;
import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.draft.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what of a draft may be said. It errs on the side of silence: a sentence must be shown to stay with its evidence, and
 * what cannot be followed is dropped.
 */
public final class Verifier {
    private static final int SENTENCES = 200;

    private static final List<Check> CHECKS = List.of(
            new Form(),
            new English(),
            new Safety(),
            new Citations(),
            new Instructions(),
            new Facts(),
            new Vocabulary(),
            new Polarity(),
            new Contrast(),
            new Binding(),
            new Elsewhere(),
            new Crossed(),
            new Strangers(),
            new Repairs(),
            new Subjects(),
            new Actors(),
            new Eras(),
            new Slots(),
            new Episodes(),
            new Echoes(),
            new Counts(),
            new Destination(),
            new Order(),
            new Certainty(),
            new Scope(),
            new Causes(),
            new Days(),
            new Superseded(),
            new Overtaken());

    private Verifier() {}

    /** What may be said, in the order of the draft, and what not. */
    public static Verified verify(Draft draft, Dossier dossier) {
        List<Draft.Sentence> said = new ArrayList<>();
        List<Verified.Dropped> dropped = new ArrayList<>();
        Set<String> before = new HashSet<>();
        Map<Entry, List<Statement>> read = new HashMap<>();
        for (Draft.Sentence sentence : draft.sentences()) {
            Optional<String> why = said.size() + dropped.size() >= SENTENCES
                    ? Optional.of("there are more than " + SENTENCES + " sentences")
                    : !before.add(sentence.text() + sentence.cites())
                            ? Optional.of("it was said before")
                            : objection(sentence, dossier, read);
            why.ifPresentOrElse(
                    reason -> dropped.add(new Verified.Dropped(sentence.text(), reason)), () -> said.add(sentence));
        }
        return new Verified(said, dropped);
    }

    private static Optional<String> objection(
            Draft.Sentence sentence, Dossier dossier, Map<Entry, List<Statement>> read) {
        Claim claim = new Claim(sentence, dossier, read);
        return CHECKS.stream()
                .map(check -> check.objection(claim))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
