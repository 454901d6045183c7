package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Two class spaces, and which classes mean the same in both. Safe for many threads. */
final class Comparison {
    private static final int KEPT = 40_000;

    private final Side before;
    private final Side after;
    private final Recent<String, Boolean> same = new Recent<>(KEPT);
    private final AtomicInteger unknown = new AtomicInteger();

    /** A class space with the rules that apply in it. */
    record Side(ClassSpace space, Resolver resolver, Access access) {
        static Side of(ClassSpace space) {
            return new Side(space, new Resolver(space), new Access(space));
        }
    }

    Comparison(ClassSpace before, ClassSpace after) {
        this.before = Side.of(before);
        this.after = Side.of(after);
    }

    Side before() {
        return before;
    }

    Side after() {
        return after;
    }

    /** Whether the class and all that it inherits from have the same headers and members on both sides; then so have all references. */
    boolean isSame(String name) {
        return same.get(name, this::compare);
    }

    private boolean compare(String name) {
        Hierarchy old = before.space().hierarchy(name);
        Hierarchy now = after.space().hierarchy(name);
        return before.space().isExported(name) == after.space().isExported(name)
                && old.missing().equals(now.missing())
                && old.classes().equals(now.classes())
                && old.interfaces().equals(now.interfaces());
    }

    /** Supertypes of a class that the first side has and the second has not. */
    Set<String> lostSupertypes(String name) {
        Set<String> lost = new TreeSet<>(after.space().hierarchy(name).missing());
        lost.removeIf(one -> after.space().exists(one) || !before.space().exists(one));
        lost.remove(name);
        return lost;
    }

    /**
     * Whether a member that is not found now is gone for certain. A supertype that is missing on both sides is taken to be the same on
     * both: it did not give the member before, so that it does not now.
     *
     * @param now what the reference comes to now
     * @param owner the class that it names
     */
    boolean isGone(Resolution now, String owner) {
        return now.isMissing()
                || now instanceof Resolution.Unknown
                        && before.space()
                                .hierarchy(owner)
                                .missing()
                                .containsAll(after.space().hierarchy(owner).missing());
    }

    void countUnknown() {
        unknown.incrementAndGet();
    }

    /** References that could not be judged, since supertypes of what they name are missing. */
    int unknown() {
        return unknown.get();
    }

    /** Whether any of the classes is not the same on both sides. */
    boolean isAnyDifferent(Iterable<String> names) {
        for (String name : names) {
            if (!isSame(name)) {
                return true;
            }
        }
        return false;
    }

    static List<ClassShape> supertypes(Hierarchy hierarchy) {
        List<ClassShape> all = new java.util.ArrayList<>(hierarchy
                .classes()
                .subList(
                        Math.min(1, hierarchy.classes().size()),
                        hierarchy.classes().size()));
        all.addAll(hierarchy.interfaces());
        return all;
    }
}
