package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of the project's own code stops working between two class paths. */
public interface Linkage {
    /** Everything found, in a stable order, and what could not be judged. */
    record Answer(List<Break> breaks, List<Skew> skews, List<NeedsJava> needsJava, Coverage coverage, List<Gap> gaps) {
        public Answer {
            breaks = List.copyOf(breaks);
            skews = List.copyOf(skews);
            needsJava = List.copyOf(needsJava);
            gaps = List.copyOf(gaps);
        }

        /** Nothing was compared. */
        public static final Answer NOTHING = new Answer(List.of(), List.of(), List.of(), Coverage.NOTHING, List.of());
    }

    /**
     * How much was looked at.
     *
     * @param sources Java sources of modules whose class path differs
     * @param touched those that can be touched, which were compiled against both class paths
     * @param partly those that do not compile on their own before the change either, and were judged in part
     * @param unread what is on a class path that differs and whose file could not be had: it was taken not to differ
     */
    record Coverage(int sources, int touched, int partly, Set<Coordinates> unread) {
        public Coverage {
            unread = Set.copyOf(unread);
        }

        /** With every file at hand. */
        public Coverage(int sources, int touched, int partly) {
            this(sources, touched, partly, Set.of());
        }

        /** Nothing was looked at. */
        public static final Coverage NOTHING = new Coverage(0, 0, 0);
    }

    /** What happens. */
    enum Effect {
        /** What the line names is gone: it does not compile any more. */
        REMOVED,
        /** It does not compile any more. */
        DOES_NOT_COMPILE,
        /** It compiles, and a method that used to override one is never called. */
        NOT_CALLED,
        /** It compiles, and a value that the compiler had copied is another one. */
        OTHER_VALUE,
        /** It compiles with a warning that the module's build does not let pass. */
        WARNED,
        /** It compiles; the vendor says that it will be removed. */
        DEPRECATED
    }

    /**
     * What there is in the place of something that is gone.
     *
     * @param text an imperative, empty when nothing is known
     * @param landsFirst whether it works before the change too, so that the fix can land first
     */
    record Instead(String text, boolean landsFirst) {
        /** Nothing is known. */
        public static final Instead UNKNOWN = new Instead("", false);

        /** Whether anything is known. */
        public boolean isKnown() {
            return !text.isEmpty();
        }
    }

    /**
     * A line of the project.
     *
     * @param module file of the module's POM
     * @param reference what the line names and what is gone or different; {@link Reference#NONE} when it is nothing of a library
     * @param from the artifact that gave it before; empty when that is not known
     * @param message the compiler's words or ours, one line
     */
    record Break(
            String module,
            Effect effect,
            Place place,
            Reference reference,
            Optional<Coordinates> from,
            String message,
            Instead instead) {}

    /**
     * A dependency that needs of another one what that has not in the version beside it.
     *
     * @param caller what refers
     * @param callee what is referred to; empty when it has left the class path
     * @param calleeBefore the same before the change; empty when it is new
     * @param isNew whether the change brings it; else it was so before
     * @param count references that fail
     * @param reachable those of them that the project's own sources lead to
     * @param first sentences about a few of them, those that can be reached first
     * @param reference what the first of them names
     * @param severity what it deserves
     */
    record Skew(
            Coordinates caller,
            Optional<Coordinates> callee,
            Optional<Coordinates> calleeBefore,
            boolean isNew,
            int count,
            int reachable,
            List<String> first,
            Reference reference,
            Severity severity) {
        public Skew {
            first = List.copyOf(first);
        }
    }

    /**
     * A jar that comes with the change and is compiled for a newer Java than a module can count on.
     *
     * @param module file of the module's POM
     * @param needed Java feature version of most of the jar's classes
     * @param has what there is: the level that the module is built for, or the JDK that runs
     * @param cannotBuild whether the JDK that runs cannot read it, so that the build itself fails
     */
    record NeedsJava(String module, Coordinates jar, int needed, int has, boolean cannotBuild) {}

    /** Compares. */
    Answer compare();
}
