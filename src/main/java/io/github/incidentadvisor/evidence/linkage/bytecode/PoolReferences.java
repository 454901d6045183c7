package io.github.incidentadvisor.evidence.linkage.bytecode;

/** Reads them from the class files each time. */
record PoolReferences(Shapes shapes) implements References {
    @Override
    public Named of(ClassSource source, String name) {
        return shapes.file(source, name).map(file -> named(file.pool())).orElse(NOTHING);
    }

    static Named named(ConstantPool pool) {
        return new Named(pool.classes(), pool.described(), pool.lookedUp(), pool.members());
    }
}
