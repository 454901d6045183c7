package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The types that an annotation names: its own, and those of its elements. */
final class AnnotationUses extends AnnotationVisitor {
    private final Consumer<Type> types;

    private AnnotationUses(Consumer<Type> types) {
        super(Opcodes.ASM9);
        this.types = types;
    }

    static AnnotationVisitor of(String descriptor, Consumer<Type> types) {
        types.accept(Type.getType(descriptor));
        return new AnnotationUses(types);
    }

    @Override
    public void visit(String name, Object value) {
        if (value instanceof Type type && type.getSort() != Type.METHOD) {
            types.accept(type);
        }
    }

    @Override
    public void visitEnum(String name, String descriptor, String value) {
        types.accept(Type.getType(descriptor));
    }

    @Override
    public AnnotationVisitor visitAnnotation(String name, String descriptor) {
        return of(descriptor, types);
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
        return this;
    }
}
