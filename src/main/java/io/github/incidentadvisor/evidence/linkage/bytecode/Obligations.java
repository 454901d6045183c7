package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Resolution.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;

/** What a class owes its supertypes: which of their methods it gives no code, by the rules of method selection (JVMS 5.4.6). */
final class Obligations {
    private final Comparison.Side side;

    Obligations(Comparison.Side side) {
        this.side = side;
    }

    /**
     * Methods for which a call would find no code ({@link AbstractMethodError}) or more than one default
     * ({@link IncompatibleClassChangeError}).
     */
    record Open(Map<String, Found> unimplemented, Map<String, Found> conflicting) {}

    /** Those of a class, by name and descriptor; a method is given as one supertype declares it. */
    Open of(String name) {
        Hierarchy hierarchy = side.space().hierarchy(name);
        Map<String, Found> unimplemented = new TreeMap<>();
        Map<String, Found> conflicting = new TreeMap<>();
        List<ClassShape> all = new ArrayList<>(hierarchy.classes());
        all.addAll(hierarchy.interfaces());
        for (ClassShape owner : all) {
            for (Member method : owner.methods().values()) {
                if (method.isStatic() || method.isPrivate() || !method.isAbstract() && !owner.isInterface()) {
                    continue;
                }
                List<Found> selected = selected(hierarchy, owner, method);
                if (selected.size() > 1) {
                    conflicting.putIfAbsent(method.key(), new Found(owner, method));
                } else if (selected.isEmpty() && method.isAbstract()) {
                    unimplemented.putIfAbsent(method.key(), new Found(owner, method));
                }
            }
        }
        return new Open(unimplemented, conflicting);
    }

    /** The code that a call of the method comes to: none, one, or several defaults of which none is more specific. */
    private List<Found> selected(Hierarchy hierarchy, ClassShape owner, Member method) {
        for (ClassShape one : hierarchy.classes()) {
            Optional<Member> own = one.method(method.name(), method.descriptor())
                    .filter(candidate -> !candidate.isStatic() && !candidate.isPrivate())
                    .filter(candidate -> mayOverride(one, owner, method));
            if (own.isPresent()) {
                return own.get().isAbstract() ? List.of() : List.of(new Found(one, own.get()));
            }
        }
        return side.resolver().maximallySpecific(hierarchy, method.name(), method.descriptor()).stream()
                .filter(found -> !found.member().isAbstract())
                .toList();
    }

    /** JVMS 5.4.5, for a method of the same name and descriptor. */
    static boolean mayOverride(ClassShape sub, ClassShape parent, Member method) {
        return method.is(Opcodes.ACC_PUBLIC)
                || method.is(Opcodes.ACC_PROTECTED)
                || !method.isPrivate() && Access.samePackage(sub.name(), parent.name());
    }
}
