package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Break.Effect;
import io.github.incidentadvisor.evidence.linkage.bytecode.ConstantPool.Entry;
import io.github.incidentadvisor.evidence.linkage.bytecode.References.Named;
import io.github.incidentadvisor.evidence.linkage.bytecode.Resolution.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a class of a dependency demands in vain. A class whose jar is the same on both sides is compared like the project's own. One
 * of a jar that changed has no "before": what it demands is looked up as it stands, and is old trouble when its predecessor demanded
 * the same in vain. Safe for many threads.
 */
final class SkewSearch {
    private final Comparison comparison;
    private final LinkCheck check;
    private final Demand before;
    private final Demand after;
    private final References references;
    private final Shapes shapes;

    SkewSearch(Comparison comparison, References references, Shapes shapes) {
        this.comparison = comparison;
        this.check = new LinkCheck(comparison);
        this.before = new Demand(comparison.before());
        this.after = new Demand(comparison.after());
        this.references = references;
        this.shapes = shapes;
    }

    /**
     * A reference that fails on the new class path.
     *
     * @param isProvidedFor whether the class, or one that encloses it, looks up by name what is not there, of the same package: it
     *     is prepared for that
     */
    record Vain(Break broken, boolean isNew, boolean isProvidedFor) {}

    private record Judged(Break broken, boolean isNew) {}

    /**
     * @param name a class of the new class path that is not of the platform
     * @param named what it names
     */
    List<Vain> of(String name, Named named) {
        ClassSource source = comparison.after().space().source(name).orElseThrow();
        boolean unchanged = comparison
                .before()
                .space()
                .source(name)
                .filter(old -> old == source)
                .isPresent();
        List<Judged> all = unchanged ? compared(source, name, named) : demanded(source, name, named);
        if (all.isEmpty()) {
            return List.of();
        }
        Set<String> prepared = prepared(named);
        for (int at = name.lastIndexOf('$'); at > 0; at = name.lastIndexOf('$', at - 1)) {
            // What an enclosing class found out decides whether an inner one is ever loaded.
            String outer = name.substring(0, at);
            comparison
                    .after()
                    .space()
                    .source(outer)
                    .filter(source::equals)
                    .ifPresent(same -> prepared.addAll(prepared(references.of(same, outer))));
        }
        return all.stream()
                .map(one -> new Vain(one.broken(), one.isNew(), prepared.contains(packageOf(one))))
                .toList();
    }

    private Set<String> prepared(Named named) {
        Set<String> prepared = new HashSet<>();
        for (String one : named.lookedUp()) {
            if (!comparison.after().space().exists(one)) {
                prepared.add(Names.packageOf(one));
            }
        }
        return prepared;
    }

    private static String packageOf(Judged judged) {
        return Names.packageOf(judged.broken().target().owner().replace('.', '/'));
    }

    private List<Judged> compared(ClassSource source, String name, Named named) {
        if (!comparison.isAnyDifferent(named.classes())) {
            return List.of();
        }
        Optional<ClassShape> shape = shapes.of(source, name);
        Optional<Uses> uses = shape.flatMap(one -> shapes.uses(source, name));
        return uses.stream()
                .flatMap(all -> check.check(shape.orElseThrow(), all).stream())
                .filter(one -> one.effect() == Effect.FAILS || one.effect() == Effect.NOT_CALLED)
                .filter(one -> !isOf(source, one.target().owner()))
                .map(one -> new Judged(one, true))
                .toList();
    }

    /** A class that moved within its own jar is that jar's affair. */
    private boolean isOf(ClassSource source, String binaryName) {
        String owner = binaryName.replace('.', '/');
        return comparison
                .before()
                .space()
                .source(owner)
                .filter(one -> one == source)
                .isPresent();
    }

    private List<Judged> demanded(ClassSource source, String name, Named named) {
        Named earlier = comparison
                .before()
                .space()
                .source(name)
                .map(old -> references.of(old, name))
                .orElse(References.NOTHING);
        Map<Entry, BreakKind> faults = new HashMap<>();
        for (Entry entry : named.members()) {
            if (isElsewhere(source, entry.owner())) {
                after.fault(name, entry).ifPresent(fault -> faults.put(entry, fault));
            }
        }
        Set<String> gone = new HashSet<>();
        for (String owner : named.classes()) {
            if (isDemanded(source, owner, earlier)) {
                gone.add(owner);
            }
        }
        boolean mayOwe = named.classes().stream().anyMatch(one -> isElsewhere(source, one) && !comparison.isSame(one));
        if (faults.isEmpty() && gone.isEmpty() && !mayOwe) {
            return List.of();
        }
        Optional<ClassShape> shape = shapes.of(source, name);
        if (shape.isEmpty()) {
            return List.of();
        }
        List<Judged> vain = new ArrayList<>(owed(source, shape.get()));
        if (!faults.isEmpty() || !gone.isEmpty()) {
            shapes.uses(source, name).ifPresent(uses -> vain.addAll(vain(shape.get(), uses, faults, gone, earlier)));
        }
        return vain;
    }

    private boolean isElsewhere(ClassSource source, String owner) {
        return comparison
                .after()
                .space()
                .source(owner)
                .filter(other -> other != source && !other.isPlatform())
                .isPresent();
    }

    /**
     * Whether a class that is not there is missed: it was there, or it is a new demand on a package that another jar has. All else is
     * an optional dependency that nobody brought.
     */
    private boolean isDemanded(ClassSource source, String owner, Named earlier) {
        ClassSpace now = comparison.after().space();
        if (now.exists(owner)) {
            return false;
        }
        if (comparison.before().space().exists(owner)) {
            return true;
        }
        Set<ClassSource> neighbours = now.withPackage(Names.packageOf(owner));
        return !earlier.classes().contains(owner) && !neighbours.isEmpty() && !neighbours.contains(source);
    }

    private List<Judged> vain(
            ClassShape shape, Uses uses, Map<Entry, BreakKind> faults, Set<String> gone, Named earlier) {
        Set<Entry> earlierMembers = new HashSet<>(earlier.members());
        Breaks fresh = new Breaks(shape, uses);
        Breaks known = new Breaks(shape, uses);
        for (String parent : parents(shape)) {
            if (gone.contains(parent)) {
                String text = "inherits from " + Names.simple(parent) + ", which is not there";
                fresh.add(BreakKind.CLASS_REMOVED, Effect.FAILS, Names.reference(parent), text, List.of());
            }
        }
        for (Use use : uses.all()) {
            if (use.kind().isMention() || use.isGuarded()) {
                continue;
            }
            if (gone.contains(use.owner())) {
                String how = use.name().isEmpty() ? ", which is not there" : ", whose class is not there";
                fresh.add(
                        BreakKind.CLASS_REMOVED, use, Names.reference(use.owner()), Wording.does(use) + how, List.of());
                continue;
            }
            Entry entry = new Entry(use.owner(), use.name(), use.descriptor(), use.onInterface());
            BreakKind fault = faults.get(entry);
            if (fault != null) {
                boolean wasSo = earlierMembers.contains(entry)
                        && before.fault(shape.name(), entry).isPresent();
                (wasSo ? known : fresh)
                        .add(
                                fault,
                                use,
                                Names.reference(use.owner(), use.name(), use.descriptor()),
                                Wording.does(use) + Demand.words(fault, use.owner()),
                                List.of());
            }
        }
        List<Judged> vain = new ArrayList<>();
        fresh.all().forEach(one -> vain.add(new Judged(one, true)));
        known.all().forEach(one -> vain.add(new Judged(one, false)));
        return vain;
    }

    private static List<String> parents(ClassShape shape) {
        List<String> parents = new ArrayList<>(shape.interfaces());
        parents.add(shape.superName());
        return parents;
    }

    /** Abstract methods of other jars that a class of a changed jar does not implement. */
    private List<Judged> owed(ClassSource source, ClassShape shape) {
        Hierarchy hierarchy = comparison.after().space().hierarchy(shape.name());
        boolean inheritsFromElsewhere = Comparison.supertypes(hierarchy).stream()
                .anyMatch(one -> isElsewhere(source, one.name()) && !comparison.isSame(one.name()));
        if (shape.isAbstract() || !hierarchy.isComplete() || !inheritsFromElsewhere) {
            return List.of();
        }
        Map<String, Found> open =
                new Obligations(comparison.after()).of(shape.name()).unimplemented();
        if (open.isEmpty()) {
            return List.of();
        }
        Map<String, Found> old =
                new Obligations(comparison.before()).of(shape.name()).unimplemented();
        Breaks fresh = new Breaks(shape, new Uses("", List.of(), Map.of()));
        open.forEach((key, found) -> {
            if (!old.containsKey(key) && isElsewhere(source, found.owner().name())) {
                fresh.add(
                        BreakKind.ABSTRACT_METHOD_ADDED,
                        Effect.FAILS,
                        Names.reference(
                                found.owner().name(),
                                found.member().name(),
                                found.member().descriptor()),
                        "does not implement "
                                + Names.method(
                                        found.owner().name(),
                                        found.member().name(),
                                        found.member().descriptor()),
                        List.of());
            }
        });
        return fresh.all().stream().map(one -> new Judged(one, true)).toList();
    }
}
