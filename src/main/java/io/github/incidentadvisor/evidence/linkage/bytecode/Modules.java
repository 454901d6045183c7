package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/** Which packages a jar's module descriptor hides; none on a class path, where descriptors mean nothing. */
final class Modules {
    private static final String DESCRIPTOR = "module-info";
    private static final int KEPT = 2_000;

    private final Shapes shapes;
    private final boolean onModulePath;
    private final Recent<ClassSource, Optional<Set<String>>> exports = new Recent<>(KEPT);

    /** @param onModulePath whether the code that is judged is a module itself */
    Modules(Shapes shapes, boolean onModulePath) {
        this.shapes = shapes;
        this.onModulePath = onModulePath;
    }

    static boolean isModule(ClassSource source) {
        return source.has(DESCRIPTOR);
    }

    /** Whether others see the package; a jar without a descriptor shows all (JLS 7.7.2). */
    boolean exports(ClassSource source, String packageName) {
        if (!onModulePath || !isModule(source)) {
            return true;
        }
        return exports.get(source, this::read)
                .map(exported -> exported.contains(packageName))
                .orElse(true);
    }

    private Optional<Set<String>> read(ClassSource source) {
        return shapes.file(source, DESCRIPTOR).map(file -> {
            Set<String> exported = new HashSet<>();
            ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
                @Override
                public ModuleVisitor visitModule(String name, int access, String version) {
                    return new ModuleVisitor(Opcodes.ASM9) {
                        @Override
                        public void visitExport(String packageName, int flags, String... to) {
                            if (to == null) {
                                exported.add(packageName);
                            }
                        }
                    };
                }
            };
            file.reader().accept(visitor, ClassReader.SKIP_CODE);
            return exported;
        });
    }
}
