package io.github.incidentadvisor.evidence.linkage.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Which keys of spring.factories code loads. A key is the name of a class, and code loads it by giving that class to
 * SpringFactoriesLoader or to a method that is named for it; so classes are read for such calls and for the class constants that
 * can reach them: in the same method before the call, or as what a method called there returns. Before a key is called unread,
 * any call that loads something, from a method that has the class, is taken to load it.
 */
final class FactoryKeys {
    private static final String LOADER = "org/springframework/core/io/support/SpringFactoriesLoader";
    private static final Collection<byte[]> MARK = List.of(ClassFiles.utf8(LOADER));

    private static final BiPredicate<String, String> LOADS =
            (owner, name) -> owner.equals(LOADER) || name.contains("SpringFactories");
    private static final BiPredicate<String, String> MAY_LOAD = (owner, name) ->
            LOADS.test(owner, name) || owner.contains("actories") || name.contains("actor") || name.startsWith("load");

    private final Map<Jar, Map<String, String>> byJar = new HashMap<>();

    /**
     * Who loaded a key before.
     *
     * @param insteadFile the list in which the new jars name what the old ones registered under the key, if there is one
     */
    record Reader(Jar jar, String type, Optional<String> insteadFile) {}

    /** Who loaded it in a jar that left, when nothing does now. */
    Optional<Reader> notReadAnyMore(String key, Passage passage) {
        for (Jar jar : likelyFirst(key, passage.left())) {
            String reader = loads(jar).get(key);
            if (reader != null) {
                Stream<Jar> now =
                        Stream.concat(passage.successor(jar).stream(), likelyFirst(key, passage.after()).stream());
                boolean still = now.anyMatch(one -> loads(one).containsKey(key))
                        || likelyFirst(key, passage.after()).stream().anyMatch(one -> mayLoad(one, key));
                return still ? Optional.empty() : Optional.of(new Reader(jar, reader, insteadFile(key, jar, passage)));
            }
        }
        return Optional.empty();
    }

    /** Jars that may load keys; the one with the key's own class first, since it often does. */
    private static List<Jar> likelyFirst(String key, List<Jar> jars) {
        return jars.stream()
                .filter(jar -> jar.has("META-INF/spring.factories") || jar.hasClass(key))
                .sorted(Comparator.comparing((Jar jar) -> !jar.hasClass(key)))
                .toList();
    }

    /** An {@code .imports} file of the successor that is named for a class of the key's package. */
    private static Optional<String> insteadFile(String key, Jar jar, Passage passage) {
        String prefix = "META-INF/spring/" + key.substring(0, key.lastIndexOf('.') + 1);
        return passage.after().stream()
                .filter(now -> now.hasClass(key)
                        || passage.successor(jar).filter(now::equals).isPresent())
                .flatMap(now -> now.entries().stream())
                .filter(entry -> entry.endsWith(".imports")
                        && entry.startsWith(prefix)
                        && entry.indexOf('.', prefix.length()) == entry.length() - ".imports".length())
                .sorted()
                .findFirst();
    }

    /** Keys that classes of a jar load, with the class that does. */
    private synchronized Map<String, String> loads(Jar jar) {
        return byJar.computeIfAbsent(jar, FactoryKeys::read);
    }

    private static Map<String, String> read(Jar jar) {
        Map<String, String> loads = new HashMap<>();
        for (String type : jar.classes()) {
            read(jar, type, MARK, LOADS).forEach(key -> loads.putIfAbsent(key, type));
        }
        return loads;
    }

    private static boolean mayLoad(Jar jar, String key) {
        Collection<byte[]> mark = List.of(ClassFiles.utf8(key.replace('.', '/')));
        return jar.classes().stream()
                .anyMatch(type -> read(jar, type, mark, MAY_LOAD).contains(key));
    }

    private static Set<String> read(Jar jar, String type, Collection<byte[]> mark, BiPredicate<String, String> loads) {
        Constants visitor = new Constants(loads);
        jar.readClass(type)
                .filter(file -> ClassFiles.mentions(file, mark))
                .ifPresent(file -> ClassFiles.visit(file, visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES));
        return visitor.given();
    }

    /** Class constants of a class that can reach calls of some kind. */
    private static final class Constants extends ClassVisitor {
        private final BiPredicate<String, String> wanted;
        private final Map<String, Set<String>> byMethod = new HashMap<>();
        private final Set<String> given = new LinkedHashSet<>();
        private final Set<String> suppliers = new HashSet<>();

        Constants(BiPredicate<String, String> wanted) {
            super(Opcodes.ASM9);
            this.wanted = wanted;
        }

        Set<String> given() {
            suppliers.forEach(method -> given.addAll(byMethod.getOrDefault(method, Set.of())));
            return given;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            Set<String> own = byMethod.computeIfAbsent(method, m -> new HashSet<>());
            return new MethodVisitor(Opcodes.ASM9) {
                private final Set<String> pending = new HashSet<>();
                private final Set<String> calls = new HashSet<>();

                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof Type type && type.getSort() == Type.OBJECT) {
                        own.add(type.getClassName());
                        pending.add(type.getClassName());
                    }
                }

                @Override
                public void visitMethodInsn(
                        int code, String owner, String name, String signature, boolean isInterface) {
                    boolean takesClass =
                            signature.substring(0, signature.indexOf(')')).contains("Ljava/lang/Class;");
                    if (takesClass && wanted.test(owner, name)) {
                        given.addAll(pending);
                        suppliers.addAll(calls);
                        pending.clear();
                        calls.clear();
                    } else if (signature.equals("()Ljava/lang/Class;")) {
                        calls.add(name);
                    }
                }
            };
        }
    }
}
