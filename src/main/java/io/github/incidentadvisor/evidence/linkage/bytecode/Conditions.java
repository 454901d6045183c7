package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.References.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Classes that are only used where others are there. Annotations that name classes which are missing can only be read by code that
 * expects it, as conditions on the class path do: such a class, and those nested in it, are then left alone.
 */
final class Conditions {
    private static final int KEPT = 20_000;

    private final ClassSpace space;
    private final Shapes shapes;
    private final Recent<String, Boolean> known = new Recent<>(KEPT);

    Conditions(ClassSpace space, Shapes shapes) {
        this.space = space;
        this.shapes = shapes;
    }

    /**
     * Whether the class is not used on this class path.
     *
     * @param named what it names; its outer classes are looked at too
     */
    boolean isOff(String name, Named named) {
        if (named.described().stream().anyMatch(this::isMissing) && known.get(name, this::read)) {
            return true;
        }
        for (int dollar = name.lastIndexOf('$'); dollar > 0; dollar = name.lastIndexOf('$', dollar - 1)) {
            if (known.get(name.substring(0, dollar), this::read)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMissing(String name) {
        return !space.exists(name);
    }

    private boolean read(String name) {
        Optional<ClassFile> file =
                space.source(name).filter(source -> !source.isPlatform()).flatMap(source -> shapes.file(source, name));
        if (file.isEmpty()) {
            return false;
        }
        List<String> values = new ArrayList<>();
        try {
            file.get().reader().accept(new Header(values), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
        Predicate<String> missing = this::isMissing;
        return values.stream().anyMatch(missing);
    }

    /** The class literals of the class's own annotations. */
    private static final class Header extends ClassVisitor {
        private final List<String> values;

        Header(List<String> values) {
            super(Opcodes.ASM9);
            this.values = values;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return visible ? new Values(values) : null;
        }
    }

    private static final class Values extends AnnotationVisitor {
        private final List<String> values;

        Values(List<String> values) {
            super(Opcodes.ASM9);
            this.values = values;
        }

        @Override
        public void visit(String name, Object value) {
            if (value instanceof Type type && type.getSort() != Type.METHOD) {
                String element = Names.element(type);
                if (!element.isEmpty()) {
                    values.add(element);
                }
            }
        }

        @Override
        public AnnotationVisitor visitAnnotation(String name, String descriptor) {
            return this;
        }

        @Override
        public AnnotationVisitor visitArray(String name) {
            return this;
        }
    }
}
