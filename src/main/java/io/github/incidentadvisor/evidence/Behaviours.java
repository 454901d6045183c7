package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import java.util.List;

/** What of the project compiles as before, or is nothing for a compiler, and breaks between two class paths. */
public interface Behaviours {
    /** Everything found, in a stable order, and what could not be judged. */
    record Answer(List<Behaviour> behaviours, List<Gap> gaps) {
        public Answer {
            behaviours = List.copyOf(behaviours);
            gaps = List.copyOf(gaps);
        }

        /** Nothing was compared. */
        public static final Answer NOTHING = new Answer(List.of(), List.of());
    }

    /** What happens. */
    enum Effect {
        /** Maven stops. */
        FAILS_BUILD,
        /** What the line asks for is not there any more: the program or its tests do not do what they did. */
        FAILS_RUN,
        /** It may well go on, and differently. */
        MAY_DIFFER,
        /** It still works; the vendor says that it will not for ever. */
        DEPRECATED
    }

    /**
     * A line of the project that asks for something by its name.
     *
     * @param module file of the POM whose class path or plugins were compared
     * @param name what it asks for: a key, a bean name, a path, a class name, a parameter
     * @param reference the class where it is one; {@link Reference#NONE} otherwise
     * @param from what gave it before
     * @param message one sentence about this line, without a full stop
     * @param instead what there is in its place, in the imperative; empty when nothing is known
     * @param landsFirst whether {@code instead} works before the change too, so that the fix can land first
     * @param replacement the name that takes the place of {@code name} and of nothing else on the line; {@code a.b.*} where it is one
     *     of several; empty when none is stated
     */
    record Behaviour(
            String module,
            Effect effect,
            Place place,
            String name,
            Reference reference,
            Coordinates from,
            String message,
            Measured measured,
            String instead,
            boolean landsFirst,
            String replacement) {
        /** One that no other name takes the place of. */
        public Behaviour(
                String module,
                Effect effect,
                Place place,
                String name,
                Reference reference,
                Coordinates from,
                String message,
                Measured measured,
                String instead,
                boolean landsFirst) {
            this(module, effect, place, name, reference, from, message, measured, instead, landsFirst, "");
        }
    }

    /**
     * What was read in the jars.
     *
     * @param source the jar of which version, and what in it
     * @param quote its words, shortened
     */
    record Measured(String source, String quote) {}

    /** Compares. */
    Answer compare();
}
