package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Resolution.Found;
import io.github.incidentadvisor.model.Reference;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences of breaks: what the class does with what, in words. */
final class Wording {
    private static final int NAMED = 3;

    private Wording() {}

    /** {@code calls Pool.evict(String)}. */
    static String does(Use use) {
        String owner = Names.simple(use.owner());
        return switch (use.kind()) {
            case VIRTUAL, INTERFACE, STATIC -> "calls " + Names.method(use.owner(), use.name(), use.descriptor());
            case SPECIAL -> "calls " + Names.method(use.owner(), use.name(), use.descriptor());
            case GETFIELD, GETSTATIC -> "reads " + owner + "." + use.name();
            case PUTFIELD, PUTSTATIC -> "writes " + owner + "." + use.name();
            case NEW -> "creates " + owner;
            case TYPE -> "uses " + owner;
            case CATCH -> "catches " + owner;
            case LAMBDA -> "has a lambda for " + owner;
            case SIGNATURE -> "declares " + owner;
            case ANNOTATION -> "is annotated with " + owner;
            case POOL -> "names " + owner;
        };
    }

    /** {@code ; there is evict(String, int)}; empty when there is nothing. */
    static String thereIs(Collection<Reference> candidates) {
        if (candidates.isEmpty()) {
            return "";
        }
        return candidates.stream()
                .limit(NAMED)
                .map(Wording::shortly)
                .collect(Collectors.joining(" and ", "; there is ", candidates.size() > NAMED ? " and more" : ""));
    }

    private static String shortly(Reference reference) {
        String owner = reference.owner().replace('.', '/');
        if (reference.member().isEmpty()) {
            return reference.owner();
        }
        return reference.descriptor().startsWith("(")
                ? Names.signature(owner, reference.member(), reference.descriptor())
                : reference.member();
    }

    static List<Reference> references(List<Found> found) {
        return found.stream()
                .map(one -> Names.reference(
                        one.owner().name(), one.member().name(), one.member().descriptor()))
                .toList();
    }
}
