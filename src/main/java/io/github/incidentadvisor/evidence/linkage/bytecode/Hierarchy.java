package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A class with all that it inherits from.
 *
 * @param classes itself, then its superclasses, nearest first
 * @param interfaces every superinterface, those of superclasses included; those of nearer classes first
 * @param missing supertypes that are not there, cannot be read, or lead back to themselves: what it inherits is then not known
 */
record Hierarchy(List<ClassShape> classes, List<ClassShape> interfaces, Set<String> missing) {
    Hierarchy {
        classes = List.copyOf(classes);
        interfaces = List.copyOf(interfaces);
        missing = Set.copyOf(missing);
    }

    static Hierarchy of(String name, ClassSpace space) {
        List<ClassShape> classes = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String at = name; !at.isEmpty(); ) {
            Optional<ClassShape> shape = seen.add(at) ? space.find(at) : Optional.empty();
            if (shape.isEmpty()) {
                missing.add(at);
                break;
            }
            classes.add(shape.get());
            at = shape.get().superName();
        }
        return new Hierarchy(classes, interfaces(classes, space, missing), missing);
    }

    private static List<ClassShape> interfaces(List<ClassShape> classes, ClassSpace space, Set<String> missing) {
        List<ClassShape> interfaces = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (ClassShape one : classes) {
            open.addAll(one.interfaces());
            while (!open.isEmpty()) {
                String at = open.poll();
                if (!seen.add(at)) {
                    continue;
                }
                Optional<ClassShape> shape = space.find(at);
                if (shape.isEmpty()) {
                    missing.add(at);
                } else {
                    interfaces.add(shape.get());
                    open.addAll(shape.get().interfaces());
                }
            }
        }
        return interfaces;
    }

    boolean isComplete() {
        return missing.isEmpty();
    }

    /** Whether it is this class or one of its subclasses or implementors. */
    boolean isA(String name) {
        return isSubclassOf(name)
                || interfaces.stream().anyMatch(one -> one.name().equals(name));
    }

    /** As {@link #isA}, for classes alone. */
    boolean isSubclassOf(String name) {
        return classes.stream().anyMatch(one -> one.name().equals(name));
    }
}
