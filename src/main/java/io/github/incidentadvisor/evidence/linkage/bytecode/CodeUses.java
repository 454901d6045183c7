package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Use.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/** What the code of one method refers to. */
final class CodeUses extends MethodVisitor {
    private static final int CONSTANT_DEPTH = 8;

    private final String method;
    private final List<Use> uses;
    private final int firstOfMethod;
    private final Map<String, Integer> lines;
    private final Consumer<Type> annotations;
    private final Map<Label, List<String>> starts = new HashMap<>();
    private final Map<Label, List<String>> ends = new HashMap<>();
    private final List<String> catching = new ArrayList<>();
    private Set<String> caught = Set.of();
    private int line;

    /**
     * @param firstOfMethod index of the first use that belongs to the method's header; it gets the line of the first instruction
     * @param lines is given that line too
     */
    CodeUses(String method, List<Use> uses, int firstOfMethod, Map<String, Integer> lines, Consumer<Type> annotations) {
        super(Opcodes.ASM9);
        this.method = method;
        this.uses = uses;
        this.firstOfMethod = firstOfMethod;
        this.lines = lines;
        this.annotations = annotations;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return AnnotationUses.of(descriptor, annotations);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        return AnnotationUses.of(descriptor, annotations);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(int ref, TypePath path, String descriptor, boolean visible) {
        return AnnotationUses.of(descriptor, annotations);
    }

    @Override
    public AnnotationVisitor visitAnnotationDefault() {
        return AnnotationUses.of("V", annotations);
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        if (line == 0) {
            lines.put(method, number);
            for (int i = firstOfMethod; i < uses.size(); i++) {
                uses.set(i, uses.get(i).atLine(number));
            }
        }
        line = number;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        if (type == null) {
            return;
        }
        starts.computeIfAbsent(start, label -> new ArrayList<>()).add(type);
        ends.computeIfAbsent(end, label -> new ArrayList<>()).add(type);
        type(Kind.CATCH, type);
    }

    @Override
    public void visitLabel(Label label) {
        List<String> starting = starts.getOrDefault(label, List.of());
        List<String> ending = ends.getOrDefault(label, List.of());
        if (!starting.isEmpty() || !ending.isEmpty()) {
            ending.forEach(catching::remove);
            catching.addAll(starting);
            caught = Set.copyOf(catching);
        }
    }

    /** @param constant an internal name, or the descriptor of an array */
    private void type(Kind kind, String constant) {
        type(kind, Type.getObjectType(constant));
    }

    private void type(Kind kind, Type type) {
        String element = Names.element(type);
        if (!element.isEmpty()) {
            add(kind, element, "", "", false);
        }
    }

    private void add(Kind kind, String owner, String name, String descriptor, boolean onInterface) {
        uses.add(new Use(
                kind, owner, name, name.isEmpty() ? "" : Names.checked(descriptor), onInterface, method, line, caught));
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        type(opcode == Opcodes.NEW ? Kind.NEW : Kind.TYPE, type);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        type(Kind.TYPE, descriptor);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        Kind kind =
                switch (opcode) {
                    case Opcodes.GETFIELD -> Kind.GETFIELD;
                    case Opcodes.PUTFIELD -> Kind.PUTFIELD;
                    case Opcodes.GETSTATIC -> Kind.GETSTATIC;
                    default -> Kind.PUTSTATIC;
                };
        add(kind, owner, name, descriptor, false);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean onInterface) {
        if (owner.startsWith("[")) {
            type(Kind.TYPE, owner);
            return;
        }
        Kind kind =
                switch (opcode) {
                    case Opcodes.INVOKESTATIC -> Kind.STATIC;
                    case Opcodes.INVOKESPECIAL -> Kind.SPECIAL;
                    case Opcodes.INVOKEINTERFACE -> Kind.INTERFACE;
                    default -> Kind.VIRTUAL;
                };
        add(kind, owner, name, descriptor, onInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        types(descriptor);
        handle(bootstrap);
        if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                && arguments.length > 0
                && arguments[0] instanceof Type implemented) {
            Type type = Type.getReturnType(descriptor);
            if (type.getSort() == Type.OBJECT) {
                add(Kind.LAMBDA, type.getInternalName(), name, implemented.getDescriptor(), true);
            }
        }
        for (Object argument : arguments) {
            constant(argument, CONSTANT_DEPTH);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        constant(value, CONSTANT_DEPTH);
    }

    private void constant(Object value, int depth) {
        if (value instanceof Type type) {
            types(type.getDescriptor());
        } else if (value instanceof Handle handle) {
            handle(handle);
        } else if (value instanceof ConstantDynamic dynamic && depth > 0) {
            types(dynamic.getDescriptor());
            handle(dynamic.getBootstrapMethod());
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(dynamic.getBootstrapMethodArgument(i), depth - 1);
            }
        }
    }

    /** A method type resolves each class of its descriptor (JVMS 5.4.3.5). */
    private void types(String descriptor) {
        if (descriptor.startsWith("(")) {
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                type(Kind.TYPE, argument);
            }
            type(Kind.TYPE, Type.getReturnType(descriptor));
        } else {
            type(Kind.TYPE, Type.getType(descriptor));
        }
    }

    /** A method handle resolves what its instruction would (JVMS 5.4.3.5). */
    private void handle(Handle handle) {
        Kind kind =
                switch (handle.getTag()) {
                    case Opcodes.H_GETFIELD -> Kind.GETFIELD;
                    case Opcodes.H_PUTFIELD -> Kind.PUTFIELD;
                    case Opcodes.H_GETSTATIC -> Kind.GETSTATIC;
                    case Opcodes.H_PUTSTATIC -> Kind.PUTSTATIC;
                    case Opcodes.H_INVOKESTATIC -> Kind.STATIC;
                    case Opcodes.H_INVOKEINTERFACE -> Kind.INTERFACE;
                    case Opcodes.H_INVOKESPECIAL, Opcodes.H_NEWINVOKESPECIAL -> Kind.SPECIAL;
                    default -> Kind.VIRTUAL;
                };
        if (handle.getOwner().startsWith("[")) {
            type(Kind.TYPE, handle.getOwner());
            return;
        }
        if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            type(Kind.NEW, handle.getOwner());
        }
        add(kind, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
    }
}
