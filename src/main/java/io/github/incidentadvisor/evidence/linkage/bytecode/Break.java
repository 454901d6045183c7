package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.model.Reference;
import java.util.Comparator;
import java.util.List;

/**
 * A reference of a class file that resolved before and does not now, or comes to something else.
 *
 * @param callerClass binary name with dots ({@code com.acme.Outer$Inner})
 * @param callerMethod name and descriptor; empty for what stands in the header of the class
 * @param line of the source; 0 when the class file does not tell, as for all that stands in a header
 * @param sourceFile simple name, as {@code Outer.java}; it lies in the folder of the class's package; empty when unknown
 * @param target what the class file names
 * @param message a sentence without subject and full stop: {@code calls Pool.evict(String), which was removed}
 * @param candidates what there is in its place, the likeliest first; at most a few
 */
public record Break(
        BreakKind kind,
        Effect effect,
        String callerClass,
        String callerMethod,
        int line,
        String sourceFile,
        Reference target,
        String message,
        List<Reference> candidates) {
    public Break {
        candidates = List.copyOf(candidates);
    }

    /** What happens; the earlier, the worse. */
    public enum Effect {
        /** A {@link LinkageError} when the virtual machine comes there, and an error when it is compiled again. */
        FAILS,
        /** Nothing fails: a method that used to override one is never called again. */
        NOT_CALLED,
        /** What is compiled runs on; it fails when it is compiled again. */
        SOURCE,
        /** Only who asks by reflection fails, and the compiler when the name stands in the source. */
        REFLECTION
    }

    /** By class, line, target and kind. */
    public static final Comparator<Break> ORDER = Comparator.comparing(Break::callerClass)
            .thenComparingInt(Break::line)
            .thenComparing(one -> one.target().owner())
            .thenComparing(one -> one.target().member())
            .thenComparing(one -> one.target().descriptor())
            .thenComparing(Break::kind)
            .thenComparing(Break::callerMethod)
            .thenComparing(Break::message);

    /** {@code Cache.java:12}, or the class where that is not known; for people. */
    public String where() {
        if (sourceFile.isEmpty()) {
            return callerClass;
        }
        return line == 0 ? sourceFile : sourceFile + ":" + line;
    }
}
