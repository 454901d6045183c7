package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.ConstantPool.Entry;
import java.util.List;
import java.util.Set;

/** What classes name in their constant pools. Safe for many threads. */
interface References {
    /** The classes and members that a class names; {@link #NOTHING} when it cannot be read. */
    Named of(ClassSource source, String name);

    /**
     * What one class names.
     *
     * @param classes those with an entry of their own
     * @param described those that stand in descriptors, such as annotations and what annotations name
     * @param lookedUp what it may look up by name
     */
    record Named(Set<String> classes, Set<String> described, Set<String> lookedUp, List<Entry> members) {
        static Named of(ConstantPool pool) {
            return new Named(pool.classes(), pool.described(), pool.lookedUp(), pool.members());
        }
    }

    Named NOTHING = new Named(Set.of(), Set.of(), Set.of(), List.of());
}
