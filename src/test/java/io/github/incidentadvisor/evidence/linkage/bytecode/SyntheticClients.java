package io.github.incidentadvisor.evidence.linkage.bytecode;

import japicmp.model.JApiBehavior;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiConstructor;
import japicmp.model.JApiField;
import japicmp.model.JApiMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javassist.CtClass;
import javassist.Modifier;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Class files that use, one each, what japicmp calls binary incompatible. They are read and never run. */
final class SyntheticClients {
    /** A change, and the class that uses what changed. */
    record Client(JApiCompatibilityChangeType change, String what, String className) {}

    private final ClassSpace old;
    private final List<Client> clients = new ArrayList<>();
    private final Map<String, byte[]> classes = new TreeMap<>();

    SyntheticClients(ClassSpace old) {
        this.old = old;
    }

    List<Client> clients() {
        return clients;
    }

    Map<String, byte[]> classes() {
        return classes;
    }

    void add(JApiClass api) {
        if (api.getOldClass().isEmpty() || !isVisible(api.getOldClass().get().getModifiers())) {
            return;
        }
        CtClass type = api.getOldClass().get();
        String name = api.getFullyQualifiedName().replace('.', '/');
        for (JApiCompatibilityChangeType change : changes(api)) {
            switch (change) {
                case CLASS_NOW_ABSTRACT -> uses(change, name, name, code -> code.visitTypeInsn(Opcodes.NEW, name));
                case CLASS_NOW_NOT_EXTENDABLE, CLASS_TYPE_CHANGED -> inherits(change, type, name);
                case METHOD_REMOVED_IN_SUPERCLASS -> inherited(change, name, true);
                case FIELD_REMOVED_IN_SUPERCLASS -> inherited(change, name, false);
                default -> uses(change, name, name, code -> code.visitTypeInsn(Opcodes.INSTANCEOF, name));
            }
        }
        for (JApiMethod method : api.getMethods()) {
            if (method.getOldMethod().isPresent()) {
                var one = method.getOldMethod().get();
                changes(method)
                        .forEach(change ->
                                behaviour(change, type, name, one.getName(), one.getSignature(), one.getModifiers()));
            }
        }
        for (JApiConstructor constructor : api.getConstructors()) {
            if (constructor.getOldConstructor().isPresent()) {
                var one = constructor.getOldConstructor().get();
                changes(constructor)
                        .forEach(change ->
                                behaviour(change, type, name, "<init>", one.getSignature(), one.getModifiers()));
            }
        }
        for (JApiField field : api.getFields()) {
            if (field.getOldFieldOptional().isPresent()) {
                var one = field.getOldFieldOptional().get();
                changes(field)
                        .forEach(change -> field(change, name, one.getName(), one.getSignature(), one.getModifiers()));
            }
        }
    }

    private static List<JApiCompatibilityChangeType> changes(JApiCompatibility api) {
        boolean changed = !(api instanceof JApiBehavior behavior) || isVisible(oldAccess(behavior));
        return api.getCompatibilityChanges().stream()
                .filter(change -> changed && !change.isBinaryCompatible())
                .map(change -> change.getType())
                .distinct()
                .toList();
    }

    private static int oldAccess(JApiBehavior behavior) {
        if (behavior instanceof JApiMethod method) {
            return method.getOldMethod().map(one -> one.getModifiers()).orElse(0);
        }
        return ((JApiConstructor) behavior)
                .getOldConstructor()
                .map(one -> one.getModifiers())
                .orElse(0);
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private interface Code {
        void write(MethodVisitor code);
    }

    private String fresh(JApiCompatibilityChangeType change, String what) {
        String className = "oracle/Client" + clients.size();
        clients.add(new Client(change, what, className.replace('/', '.')));
        return className;
    }

    private void uses(JApiCompatibilityChangeType change, String parent, String what, Code code) {
        String className = fresh(change, what);
        write(className, "java/lang/Object", new String[0], "use", "()V", code);
    }

    /** One class that uses all methods or all fields that a class inherits; japicmp does not tell which one is gone. */
    private void inherited(JApiCompatibilityChangeType change, String name, boolean methods) {
        Code all = code -> old.hierarchy(name).classes().stream().skip(1).forEach(parent -> {
            for (Member method : methods ? parent.methods().values() : List.<Member>of()) {
                if (isVisible(method.access()) && !method.name().equals("<init>")) {
                    int opcode = method.isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
                    code.visitMethodInsn(opcode, name, method.name(), method.descriptor(), false);
                }
            }
            for (Member field : methods ? List.<Member>of() : parent.fields().values()) {
                if (isVisible(field.access())) {
                    int opcode = field.isStatic() ? Opcodes.GETSTATIC : Opcodes.GETFIELD;
                    code.visitFieldInsn(opcode, name, field.name(), field.descriptor());
                }
            }
        });
        write(fresh(change, name), name, new String[0], "use", "()V", all);
    }

    private void inherits(JApiCompatibilityChangeType change, CtClass type, String name) {
        boolean canBeExtended = type.isInterface();
        for (var constructor : type.getDeclaredConstructors()) {
            canBeExtended |= isVisible(constructor.getModifiers());
        }
        if (!canBeExtended) {
            return;
        }
        String className = fresh(change, name);
        Code construct = code -> {
            for (var constructor : type.getDeclaredConstructors()) {
                if (isVisible(constructor.getModifiers())) {
                    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructor.getSignature(), false);
                }
            }
        };
        if (type.isInterface()) {
            write(className, "java/lang/Object", new String[] {name}, "use", "()V", code -> {});
        } else {
            write(className, name, new String[0], "<init>", "()V", construct);
        }
    }

    private void behaviour(
            JApiCompatibilityChangeType change, CtClass type, String owner, String name, String descriptor, int flags) {
        String className = fresh(change, owner + "." + name + descriptor);
        boolean onInterface = type.isInterface();
        String parent = onInterface || Modifier.isPublic(flags) && !isInherited(change) ? "java/lang/Object" : owner;
        String[] interfaces = onInterface && isInherited(change) ? new String[] {owner} : new String[0];
        switch (change) {
            case METHOD_NOW_FINAL -> write(className, parent, interfaces, name, descriptor, code -> {});
            case METHOD_NOW_ABSTRACT ->
                write(
                        className,
                        parent,
                        interfaces,
                        "use",
                        "()V",
                        code -> code.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, name, descriptor, onInterface));
            default ->
                write(className, parent, interfaces, name.equals("<init>") ? "<init>" : "use", "()V", code -> {
                    int opcode = name.equals("<init>")
                            ? Opcodes.INVOKESPECIAL
                            : Modifier.isStatic(flags)
                                    ? Opcodes.INVOKESTATIC
                                    : onInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
                    code.visitMethodInsn(opcode, owner, name, descriptor, onInterface);
                });
        }
    }

    private static boolean isInherited(JApiCompatibilityChangeType change) {
        return change == JApiCompatibilityChangeType.METHOD_NOW_FINAL
                || change == JApiCompatibilityChangeType.METHOD_NOW_ABSTRACT;
    }

    private void field(JApiCompatibilityChangeType change, String owner, String name, String descriptor, int flags) {
        if (!isVisible(flags)) {
            return;
        }
        String className = fresh(change, owner + "." + name);
        boolean write = change == JApiCompatibilityChangeType.FIELD_NOW_FINAL;
        int opcode = Modifier.isStatic(flags)
                ? write ? Opcodes.PUTSTATIC : Opcodes.GETSTATIC
                : write ? Opcodes.PUTFIELD : Opcodes.GETFIELD;
        String parent = Modifier.isPublic(flags) ? "java/lang/Object" : owner;
        write(
                className,
                parent,
                new String[0],
                "use",
                "()V",
                code -> code.visitFieldInsn(opcode, owner, name, descriptor));
    }

    private void write(
            String className, String parent, String[] interfaces, String method, String descriptor, Code code) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, className, null, parent, interfaces);
        MethodVisitor visitor = writer.visitMethod(Opcodes.ACC_PUBLIC, method, descriptor, null, null);
        visitor.visitCode();
        code.write(visitor);
        visitor.visitInsn(Opcodes.RETURN);
        visitor.visitMaxs(10, 10 + Type.getArgumentsAndReturnSizes(descriptor));
        visitor.visitEnd();
        writer.visitEnd();
        classes.put(className, writer.toByteArray());
    }
}
