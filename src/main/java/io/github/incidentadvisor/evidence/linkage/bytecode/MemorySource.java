package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.Map;
import java.util.Set;

/** Classes that a compiler has just made. */
final class MemorySource implements ClassSource {
    private final String label;
    private final Map<String, byte[]> classes;

    MemorySource(String label, Map<String, byte[]> classes) {
        this.label = label;
        this.classes = Map.copyOf(classes);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Set<String> names() {
        return classes.keySet();
    }

    @Override
    public byte[] bytes(String name) {
        return classes.get(name);
    }
}
