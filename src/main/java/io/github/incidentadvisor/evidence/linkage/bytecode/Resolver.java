package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Resolution.Found;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Resolves references in one class space, by JVMS 5.4.3.2 to 5.4.3.4. */
final class Resolver {
    private static final Set<String> POLYMORPHIC =
            Set.of("java/lang/invoke/MethodHandle", "java/lang/invoke/VarHandle");

    private final ClassSpace space;

    Resolver(ClassSpace space) {
        this.space = space;
    }

    /** JVMS 5.4.3.2: the class, its superinterfaces, its superclass, and so on upwards. */
    Resolution field(String owner, String name, String descriptor) {
        Hierarchy hierarchy = space.hierarchy(owner);
        Set<String> seen = new LinkedHashSet<>();
        Deque<ClassShape> open = new ArrayDeque<>();
        for (ClassShape one : hierarchy.classes()) {
            open.push(one);
            while (!open.isEmpty()) {
                ClassShape type = open.pop();
                Optional<Member> field = type.field(name, descriptor);
                if (field.isPresent()) {
                    return new Found(type, field.get());
                }
                for (int i = type.interfaces().size() - 1; i >= 0; i--) {
                    String parent = type.interfaces().get(i);
                    if (seen.add(parent)) {
                        space.find(parent).ifPresent(open::push);
                    }
                }
            }
        }
        return absent(hierarchy);
    }

    /** JVMS 5.4.3.3 for classes, 5.4.3.4 for interfaces; a constructor is never inherited. */
    Resolution method(String owner, String name, String descriptor) {
        Hierarchy hierarchy = space.hierarchy(owner);
        if (hierarchy.classes().isEmpty()) {
            return new Resolution.Unknown();
        }
        ClassShape type = hierarchy.classes().get(0);
        if (name.equals("<init>")) {
            return type.method(name, descriptor)
                    .<Resolution>map(method -> new Found(type, method))
                    .orElse(new Resolution.Missing());
        }
        Optional<Found> inClasses =
                type.isInterface() ? inInterface(type, name, descriptor) : inClasses(hierarchy, name, descriptor);
        if (inClasses.isPresent()) {
            return inClasses.get();
        }
        List<Found> inherited = maximallySpecific(hierarchy, name, descriptor);
        List<Found> defaults =
                inherited.stream().filter(one -> !one.member().isAbstract()).toList();
        if (defaults.size() == 1) {
            return defaults.get(0);
        }
        return inherited.isEmpty() ? absent(hierarchy) : inherited.get(0);
    }

    private Optional<Found> inClasses(Hierarchy hierarchy, String name, String descriptor) {
        for (ClassShape one : hierarchy.classes()) {
            Optional<Member> own = one.method(name, descriptor);
            if (own.isEmpty() && POLYMORPHIC.contains(one.name())) {
                own = one.methods().values().stream()
                        .filter(method -> method.name().equals(name))
                        .findFirst();
            }
            if (own.isPresent()) {
                return Optional.of(new Found(one, own.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Found> inInterface(ClassShape type, String name, String descriptor) {
        Optional<Found> own = type.method(name, descriptor).map(method -> new Found(type, method));
        return own.isPresent()
                ? own
                : space.find("java/lang/Object").flatMap(object -> object.method(name, descriptor)
                        .filter(method -> method.is(Opcodes.ACC_PUBLIC) && !method.isStatic())
                        .map(method -> new Found(object, method)));
    }

    private static Resolution absent(Hierarchy hierarchy) {
        return hierarchy.isComplete() ? new Resolution.Missing() : new Resolution.Unknown();
    }

    /** The maximally-specific superinterface methods (JVMS 5.4.3.3): those that no subinterface among them declares too. */
    List<Found> maximallySpecific(Hierarchy hierarchy, String name, String descriptor) {
        List<Found> declared = new ArrayList<>();
        for (ClassShape one : hierarchy.interfaces()) {
            one.method(name, descriptor)
                    .filter(method -> !method.isPrivate() && !method.isStatic())
                    .ifPresent(method -> declared.add(new Found(one, method)));
        }
        if (declared.size() < 2) {
            return declared;
        }
        return declared.stream()
                .filter(one -> declared.stream()
                        .noneMatch(other -> other != one
                                && space.hierarchy(other.owner().name())
                                        .isA(one.owner().name())))
                .toList();
    }
}
