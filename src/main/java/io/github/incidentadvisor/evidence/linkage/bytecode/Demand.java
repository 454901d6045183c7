package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.ConstantPool.Entry;
import io.github.incidentadvisor.evidence.linkage.bytecode.Resolution.Found;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/**
 * What a class demands of others, judged in one class space alone: for a class that has no "before". It looks at the constant pool, so
 * that it does not tell a static call from another.
 */
final class Demand {
    private final Comparison.Side side;

    Demand(Comparison.Side side) {
        this.side = side;
    }

    /** What is wrong with a reference to a member whose class is there. */
    Optional<BreakKind> fault(String caller, Entry entry) {
        Optional<ClassShape> owner = side.space().find(entry.owner());
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        if (!side.access().toClass(caller, owner.get())) {
            return Optional.of(BreakKind.CLASS_HIDDEN);
        }
        if (entry.isMethod() && owner.get().isInterface() != entry.onInterface()) {
            return Optional.of(entry.onInterface() ? BreakKind.INTERFACE_NOW_CLASS : BreakKind.CLASS_NOW_INTERFACE);
        }
        Resolution resolution = entry.isMethod()
                ? side.resolver().method(entry.owner(), entry.name(), entry.descriptor())
                : side.resolver().field(entry.owner(), entry.name(), entry.descriptor());
        if (resolution instanceof Found found) {
            boolean accessible = found.member().is(Opcodes.ACC_PUBLIC)
                    || side.space()
                            .find(caller)
                            .filter(shape -> side.access().toMember(shape, entry.owner(), found))
                            .isPresent();
            BreakKind hidden = entry.isMethod() ? BreakKind.METHOD_HIDDEN : BreakKind.FIELD_HIDDEN;
            return accessible ? Optional.empty() : Optional.of(hidden);
        }
        if (!resolution.isMissing()) {
            return Optional.empty();
        }
        return Optional.of(entry.isMethod() ? BreakKind.METHOD_REMOVED : BreakKind.FIELD_REMOVED);
    }

    /** The fault in words, after what the class does. */
    static String words(BreakKind kind, String owner) {
        return switch (kind) {
            case CLASS_HIDDEN -> ", whose class is not public";
            case INTERFACE_NOW_CLASS -> "; " + Names.simple(owner) + " is a class";
            case CLASS_NOW_INTERFACE -> "; " + Names.simple(owner) + " is an interface";
            case METHOD_HIDDEN, FIELD_HIDDEN -> ", which it may not use";
            default -> ", which is not there";
        };
    }
}
