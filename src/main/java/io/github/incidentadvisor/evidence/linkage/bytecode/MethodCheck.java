package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Resolution.Found;
import io.github.incidentadvisor.evidence.linkage.bytecode.Use.Kind;
import io.github.incidentadvisor.model.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Type;

/** Calls, and references to methods (JVMS 5.4.3.3, 5.4.3.4; what the instructions demand: JVMS 6.5). */
final class MethodCheck {
    private static final int CANDIDATES = 5;

    private final Comparison comparison;
    private final ExceptionsCheck exceptions;

    MethodCheck(Comparison comparison) {
        this.comparison = comparison;
        this.exceptions = new ExceptionsCheck(comparison);
    }

    /** The class that {@code use} names resolves on both sides. */
    void check(Breaks out, Use use) {
        Optional<Found> old = before(out.caller(), use);
        if (old.isEmpty()) {
            return;
        }
        ClassShape owner = comparison.after().space().find(use.owner()).orElseThrow();
        Reference target = Names.reference(use.owner(), use.name(), use.descriptor());
        String does = Wording.does(use);
        if (owner.isInterface() != use.onInterface()) {
            out.add(
                    owner.isInterface() ? BreakKind.CLASS_NOW_INTERFACE : BreakKind.INTERFACE_NOW_CLASS,
                    use,
                    target,
                    does + "; " + Names.simple(use.owner()) + " is "
                            + (owner.isInterface() ? "an interface now" : "a class now"),
                    List.of());
            return;
        }
        Resolution now = comparison.after().resolver().method(use.owner(), use.name(), use.descriptor());
        if (now instanceof Found found) {
            compare(out, use, old.get(), found);
        } else if (comparison.isGone(now, use.owner())) {
            missing(out, use, old.get());
        } else {
            comparison.countUnknown();
        }
    }

    /** What it came to before; empty when it failed before. */
    private Optional<Found> before(ClassShape caller, Use use) {
        boolean fits =
                comparison.before().space().find(use.owner()).orElseThrow().isInterface() == use.onInterface();
        return comparison
                .before()
                .resolver()
                .method(use.owner(), use.name(), use.descriptor())
                .found()
                .filter(found -> fits
                        && found.member().isStatic() == use.kind().isStatic()
                        && comparison.before().access().toMember(caller, use.owner(), found));
    }

    private void compare(Breaks out, Use use, Found old, Found now) {
        Reference target = Names.reference(use.owner(), use.name(), use.descriptor());
        String does = Wording.does(use);
        Member method = now.member();
        if (method.isStatic() != use.kind().isStatic()) {
            out.add(
                    method.isStatic() ? BreakKind.METHOD_NOW_STATIC : BreakKind.METHOD_NO_LONGER_STATIC,
                    use,
                    target,
                    does + ", which is " + (method.isStatic() ? "static now" : "not static any more"),
                    List.of());
        } else if (use.kind() == Kind.SPECIAL
                && method.isAbstract()
                && !old.member().isAbstract()) {
            out.add(BreakKind.METHOD_NOW_ABSTRACT, use, target, does + " as super, which is abstract now", List.of());
        } else if (!comparison.after().access().toMember(out.caller(), use.owner(), now)) {
            out.add(
                    BreakKind.METHOD_HIDDEN,
                    use,
                    target,
                    does + ", which is " + Access.word(method.access()) + " now",
                    others(out.caller(), use).stream()
                            .filter(one -> !one.descriptor().equals(use.descriptor()))
                            .toList());
        } else {
            exceptions.called(out, use, old, now);
        }
    }

    private void missing(Breaks out, Use use, Found old) {
        Reference target = Names.reference(use.owner(), use.name(), use.descriptor());
        String does = Wording.does(use);
        List<Reference> others = others(out.caller(), use);
        String parameters = parameters(use.descriptor());
        Optional<Reference> sameParameters = others.stream()
                .filter(one -> parameters(one.descriptor()).equals(parameters))
                .findFirst();
        if (sameParameters.isPresent()) {
            out.add(
                    BreakKind.RETURN_TYPE_CHANGED,
                    use,
                    target,
                    does + ", which returns "
                            + Names.type(Type.getReturnType(sameParameters.get().descriptor())) + " now, not "
                            + Names.type(Type.getReturnType(use.descriptor())),
                    List.of(sameParameters.get()));
            return;
        }
        boolean isNew = others.stream()
                .anyMatch(one -> !(comparison
                                .before()
                                .resolver()
                                .method(one.owner().replace('.', '/'), one.member(), one.descriptor())
                        instanceof Found));
        boolean component = old.owner().isRecord()
                && use.descriptor().startsWith("()")
                && old.owner().fields().values().stream()
                        .anyMatch(field -> field.name().equals(use.name()));
        out.add(
                isNew ? BreakKind.PARAMETERS_CHANGED : BreakKind.METHOD_REMOVED,
                use,
                target,
                does
                        + (component ? ", the accessor of a record component that was removed" : ", which was removed")
                        + Wording.thereIs(others),
                others);
    }

    private static String parameters(String descriptor) {
        return descriptor.substring(0, descriptor.indexOf(')') + 1);
    }

    /** Methods of the same name that the caller may use, those with the most alike parameters first. */
    private List<Reference> others(ClassShape caller, Use use) {
        Hierarchy hierarchy = comparison.after().space().hierarchy(use.owner());
        List<ClassShape> owners = new ArrayList<>(hierarchy.classes());
        if (use.name().equals("<init>")) {
            owners.subList(1, owners.size()).clear();
        } else {
            owners.addAll(hierarchy.interfaces());
        }
        List<Found> found = new ArrayList<>();
        for (ClassShape owner : owners) {
            owner.methods().values().stream()
                    .filter(method -> method.name().equals(use.name()))
                    .map(method -> new Found(owner, method))
                    .filter(one -> comparison.after().access().toMember(caller, use.owner(), one))
                    .filter(one -> found.stream().noneMatch(other -> other.member()
                            .descriptor()
                            .equals(one.member().descriptor())))
                    .forEach(found::add);
        }
        found.sort(Comparator.<Found>comparingInt(
                        one -> -alike(use.descriptor(), one.member().descriptor()))
                .thenComparing(one -> one.member().descriptor()));
        return Wording.references(found.stream().limit(CANDIDATES).toList());
    }

    private static int alike(String one, String other) {
        List<Type> left = List.of(Type.getArgumentTypes(one));
        List<Type> right = new ArrayList<>(List.of(Type.getArgumentTypes(other)));
        int distance = Math.abs(left.size() - right.size());
        int common = (int) left.stream().filter(right::remove).count();
        return common * 4 - distance;
    }
}
