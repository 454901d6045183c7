package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/**
 * What one class file refers to, in the order of the file. Its superclass and interfaces are no uses: they stand in its
 * {@link ClassShape}.
 *
 * @param sourceFile simple name; empty when the class file does not tell
 * @param lines the first line of the code of each method, by name and descriptor
 */
record Uses(String sourceFile, List<Use> all, Map<String, Integer> lines) {
    Uses {
        all = List.copyOf(all);
        lines = Map.copyOf(lines);
    }

    /** Throws any {@link RuntimeException} for what is malformed. */
    static Uses of(ClassFile file) {
        Header header = new Header();
        file.reader().accept(header, ClassReader.SKIP_FRAMES);
        Set<String> seen = new HashSet<>(header.supertypes);
        header.uses.forEach(use -> seen.add(use.owner()));
        file.pool().classes().stream()
                .filter(seen::add)
                .forEach(name -> header.uses.add(Use.mention(Use.Kind.POOL, name, "")));
        return new Uses(header.source, header.uses, header.lines);
    }

    private static final class Header extends ClassVisitor {
        private final List<Use> uses = new ArrayList<>();
        private final Map<String, Integer> lines = new HashMap<>();
        private final Set<String> supertypes = new HashSet<>();
        private String source = "";

        Header() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            supertypes.add(name);
            if (parent != null) {
                supertypes.add(parent);
            }
            supertypes.addAll(interfaces == null ? List.of() : List.of(interfaces));
        }

        @Override
        public void visitSource(String file, String debug) {
            source = file == null ? "" : file;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return annotation("", descriptor);
        }

        @Override
        public AnnotationVisitor visitTypeAnnotation(int ref, TypePath path, String descriptor, boolean visible) {
            return annotation("", descriptor);
        }

        private AnnotationVisitor annotation(String method, String descriptor) {
            return AnnotationUses.of(descriptor, type -> mention(Use.Kind.ANNOTATION, type, method));
        }

        private void mention(Use.Kind kind, Type type, String method) {
            String element = Names.element(type);
            if (!element.isEmpty()) {
                uses.add(Use.mention(kind, element, method));
            }
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String name, String descriptor, String signature) {
            mention(Use.Kind.SIGNATURE, Type.getType(descriptor), "");
            return new RecordComponentVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return Header.this.annotation("", annotation);
                }
            };
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            mention(Use.Kind.SIGNATURE, Type.getType(descriptor), "");
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return Header.this.annotation("", annotation);
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            String method = name + descriptor;
            int first = uses.size();
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                mention(Use.Kind.SIGNATURE, argument, method);
            }
            mention(Use.Kind.SIGNATURE, Type.getReturnType(descriptor), method);
            for (String thrown : exceptions == null ? new String[0] : exceptions) {
                mention(Use.Kind.SIGNATURE, Type.getObjectType(thrown), method);
            }
            return new CodeUses(method, uses, first, lines, type -> mention(Use.Kind.ANNOTATION, type, method));
        }
    }
}
