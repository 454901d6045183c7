package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.util.List;
import java.util.stream.Stream;

/** Which checks of the project's own build object to a change, without running the build. */
public interface BuildPolicy {
    /** Everything found, in a stable order, and what could not be judged. */
    record Answer(List<Violation> violations, List<Gap> gaps) {
        public Answer {
            violations = List.copyOf(violations);
            gaps = List.copyOf(gaps);
        }

        /** These and more. */
        public Answer and(List<Violation> more) {
            return new Answer(Stream.concat(violations.stream(), more.stream()).toList(), gaps);
        }

        /** Nothing was compared. */
        public static final Answer NOTHING = new Answer(List.of(), List.of());
    }

    /** What an objection does. */
    enum Effect {
        /** The build fails. */
        FAILS,
        /** The build goes on with a warning. */
        WARNS,
        /** What judges the code is another one now; whether it objects is not known. */
        MAY_FAIL
    }

    /**
     * An objection of one check in one module.
     *
     * @param rule the check's name
     * @param module file of the module's POM
     * @param by what runs it: a plugin with its version, and the execution
     * @param artifacts {@code group:artifact} of what it objects to
     * @param suspects whose change may have brought it, the likeliest first
     * @param reason a clause without a full stop: what is asked for in which versions, and by whom
     * @param fix a clause in the imperative; empty when nothing mechanical is known
     * @param quote what the check would see, in full
     * @param at a line of the tree that the objection is about itself; {@link Place#NONE} when it is about resolved versions
     */
    record Violation(
            String rule,
            String module,
            String by,
            Effect effect,
            List<String> artifacts,
            List<Artifact> suspects,
            String reason,
            String fix,
            String quote,
            Place at) {
        public Violation {
            artifacts = List.copyOf(artifacts);
            suspects = List.copyOf(suspects);
        }

        /** Equal for what is the same objection on both sides of a change. */
        public Object identity() {
            return List.of(rule, module, effect, artifacts, effect == Effect.MAY_FAIL ? reason : "");
        }
    }

    /** Compares. */
    Answer compare();
}
