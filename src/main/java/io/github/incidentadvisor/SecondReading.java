package io.github.incidentadvisor;

import io.github.incidentadvisor.draft.Briefing;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.draft.Examination;
import io.github.incidentadvisor.draft.NoDraft;
import io.github.incidentadvisor.draft.Objection;
import java.util.Map;
import java.util.function.Function;

/** A second pass over words that the checks let through. It takes sentences away; it can bring none back and approve of none. */
final class SecondReading {
    private SecondReading() {}

    /** @param reader what a model holds against which sentence; throws {@link NoDraft} when that cannot be had */
    static Retelling of(Retelling told, Function<Examination, Map<Draft.Sentence, Objection>> reader) {
        Examination examination = Examination.of(told.said(), told.dossier(), Briefing.TOKENS);
        if (examination.sentences().isEmpty()) {
            return told;
        }
        try {
            Retelling left = told.without(reader.apply(examination));
            return examination.leftOut() == 0
                    ? left
                    : left.noting("not read a second time, since that question is bounded: " + examination.leftOut()
                            + " of the model's sentences, which stand");
        } catch (NoDraft e) {
            return told.noting("the second reading failed: " + e.getMessage() + "; what the checks let through stands");
        }
    }
}
