package io.github.incidentadvisor.evidence.linkage.runtime;

import java.beans.Introspector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Bean names that a class registers: names of its {@code @Bean} methods (the annotation's, else the method's), its own as a
 * component, and what its code gives to a method named {@code register…}.
 */
final class BeanReader extends ClassVisitor {
    private static final String BEAN = "Lorg/springframework/context/annotation/Bean;";
    private static final Set<String> COMPONENTS = Set.of(
            "Lorg/springframework/stereotype/Component;",
            "Lorg/springframework/stereotype/Service;",
            "Lorg/springframework/stereotype/Repository;",
            "Lorg/springframework/stereotype/Controller;",
            "Lorg/springframework/web/bind/annotation/RestController;",
            "Lorg/springframework/context/annotation/Configuration;");

    private final Consumer<Registered> found;
    private String type = "";

    /** What says that a name is registered. */
    enum By {
        ANNOTATION,
        /** A call of a method named {@code register…} that is given the name as it stands. */
        CALL,
        /** Such a call somewhere behind the name in the same method: it may mean another one. */
        CODE
    }

    /**
     * Names of one bean.
     *
     * @param names the first is the bean's, the rest are aliases
     * @param member method that makes it; empty for a component
     * @param by how sure that is
     */
    record Registered(List<String> names, String owner, String member, By by) {
        Registered {
            names = List.copyOf(names);
        }
    }

    BeanReader(Consumer<Registered> found) {
        super(Opcodes.ASM9);
        this.found = found;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String above, String[] interfaces) {
        type = name.replace('/', '.');
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        if (!COMPONENTS.contains(descriptor)) {
            return null;
        }
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return names(names -> found.accept(new Registered(
                names.isEmpty() ? List.of(Introspector.decapitalize(simple)) : names, type, "", By.ANNOTATION)));
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
            private final List<String> texts = new ArrayList<>();
            private final List<String> given = new ArrayList<>();

            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return annotation.equals(BEAN)
                        ? names(names -> found.accept(
                                new Registered(names.isEmpty() ? List.of(method) : names, type, method, By.ANNOTATION)))
                        : null;
            }

            @Override
            public void visitLdcInsn(Object value) {
                if (value instanceof String text) {
                    given.add(text);
                }
            }

            @Override
            public void visitMethodInsn(int code, String owner, String name, String signature, boolean isInterface) {
                if (name.startsWith("register")) {
                    given.forEach(text -> registered(text, By.CALL));
                    texts.forEach(text -> registered(text, By.CODE));
                }
                texts.addAll(given);
                given.clear();
            }

            private void registered(String text, By by) {
                found.accept(new Registered(List.of(text), type, method, by));
            }
        };
    }

    /** Reads {@code name} and {@code value}, which are aliases of each other, as one text or a list. */
    private static AnnotationVisitor names(Consumer<List<String>> then) {
        List<String> names = new ArrayList<>();
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(String attribute, Object value) {
                if (isName(attribute) && value instanceof String text && !text.isEmpty()) {
                    names.add(text);
                }
            }

            @Override
            public AnnotationVisitor visitArray(String attribute) {
                if (!isName(attribute)) {
                    return null;
                }
                return new AnnotationVisitor(Opcodes.ASM9) {
                    @Override
                    public void visit(String none, Object value) {
                        if (value instanceof String text) {
                            names.add(text);
                        }
                    }
                };
            }

            @Override
            public void visitEnd() {
                then.accept(names);
            }
        };
    }

    private static boolean isName(String attribute) {
        return attribute.equals("name") || attribute.equals("value");
    }
}
