package io.github.incidentadvisor.evidence.linkage.bytecode;

/** Reads them from the class files each time. */
record PoolReferences(Shapes shapes) implements References {
    @Override
    public Named of(ClassSource source, String name) {
        return shapes.named(source, name).orElse(NOTHING);
    }
}
