package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class file to {@link ClassShape}. */
final class ShapeReader extends ClassVisitor {
    private static final int SOURCE_ACCESS = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE;

    private final Map<String, Member> methods = new HashMap<>();
    private final Map<String, Member> fields = new HashMap<>();
    private final java.util.ArrayList<String> permitted = new java.util.ArrayList<>();
    private String name = "";
    private String superName = "";
    private String nestHost = "";
    private List<String> interfaces = List.of();
    private int access;
    private int declaredAccess;

    private ShapeReader() {
        super(Opcodes.ASM9);
    }

    /** Throws any {@link RuntimeException} for what is malformed. */
    static ClassShape read(ClassFile file) {
        ShapeReader reader = new ShapeReader();
        file.reader().accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ClassShape(
                reader.name,
                reader.access,
                reader.declaredAccess,
                reader.superName,
                reader.interfaces,
                List.copyOf(reader.permitted),
                reader.nestHost,
                Map.copyOf(reader.methods),
                Map.copyOf(reader.fields));
    }

    @Override
    public void visit(int version, int flags, String own, String signature, String parent, String[] supers) {
        name = own;
        access = flags & 0xffff;
        declaredAccess = flags & 0xffff;
        superName = parent == null ? "" : parent;
        interfaces = supers == null ? List.of() : List.of(supers);
    }

    @Override
    public void visitInnerClass(String inner, String outer, String simple, int flags) {
        if (inner.equals(name)) {
            declaredAccess = access & ~SOURCE_ACCESS | flags & SOURCE_ACCESS;
        }
    }

    @Override
    public void visitNestHost(String host) {
        nestHost = host;
    }

    @Override
    public void visitPermittedSubclass(String subclass) {
        permitted.add(subclass);
    }

    @Override
    public MethodVisitor visitMethod(int flags, String method, String descriptor, String signature, String[] thrown) {
        if (!method.equals("<clinit>")) {
            List<String> exceptions = thrown == null ? List.of() : List.of(thrown);
            Member member = new Member(method, Names.checked(descriptor), flags & 0xffff, exceptions);
            methods.put(member.key(), member);
        }
        return null;
    }

    @Override
    public FieldVisitor visitField(int flags, String field, String descriptor, String signature, Object value) {
        Member member = new Member(field, Names.checked(descriptor), flags & 0xffff, List.of());
        fields.put(member.key(), member);
        return null;
    }
}
