package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Recommendation;
import io.github.incidentadvisor.model.Version;
import java.util.List;

/** One kind of reasoning from facts to findings. A new one is a new class and a line where the Advisor lists them. */
public interface Rule {
    /** What it finds, in a stable order. */
    List<Found> apply(Situation situation);

    /**
     * A finding, and the item that it is about.
     *
     * @param smallestStep the nearest version that ends the trouble; {@link Version#NONE} when none is known
     * @param longTerm the version that lasts longest; {@link Version#NONE} likewise
     * @param move what the step is a part of
     * @param ofChange whether the change under review brings it although no version of {@code about} moves
     * @param stops whether something that works stops on the finding's day, or has stopped
     * @see Recommendation
     */
    record Found(
            Item about,
            Finding finding,
            Version smallestStep,
            Version longTerm,
            Move move,
            boolean ofChange,
            boolean stops) {
        /** What belongs to the change only if {@code about} moves. */
        public Found(Item about, Finding finding, Version smallestStep, Version longTerm, Move move) {
            this(about, finding, smallestStep, longTerm, move, false, false);
        }

        /** One that its own component moves for, at the finding's place. */
        public Found(Item about, Finding finding, Version smallestStep, Version longTerm) {
            this(about, finding, smallestStep, longTerm, alone(about, finding, smallestStep));
        }

        /** The same, of the change under review. */
        public Found broughtByTheChange() {
            return new Found(about, finding, smallestStep, longTerm, move, true, stops);
        }

        /** The same with more known of its finding. */
        Found with(Finding known) {
            return new Found(about, known, smallestStep, longTerm, move, ofChange, stops);
        }

        /** The same, of something that works until the finding's day and no longer. */
        public Found stopping() {
            return new Found(about, finding, smallestStep, longTerm, move, ofChange, true);
        }

        /** A finding without a target. */
        public static Found of(Item about, Finding finding) {
            return new Found(about, finding, Version.NONE, Version.NONE);
        }

        private static Move alone(Item about, Finding finding, Version to) {
            String name = about.component().name();
            Move.Part part =
                    new Move.Part(finding.place(), name + " " + about.version().brief());
            List<Move.Part> parts = finding.place().isKnown() ? List.of(part) : List.of();
            return new Move(about.component().purl(), name, about.version().brief(), to.text(), parts);
        }
    }
}
