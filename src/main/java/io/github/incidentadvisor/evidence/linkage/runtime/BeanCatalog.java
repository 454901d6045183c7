package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.linkage.runtime.BeanReader.Registered;
import java.beans.Introspector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;

/**
 * Which beans of given names jars register. Only jars that bring something for Spring to read are looked through; of those only
 * classes that have one of the names in their constant pool, and, for a first look, only classes that are named for
 * configuration, since unpacking all the others costs most.
 */
final class BeanCatalog {
    private static final Pattern CONFIGURATION = Pattern.compile("Config|\\.config\\.|\\.autoconfigure\\.");

    private final Gaps gaps;

    BeanCatalog(Gaps gaps) {
        this.gaps = gaps;
    }

    /** A bean, and the jar that registers it. */
    record InJar(Registered bean, Jar jar) {}

    /** What classes named for configuration register. */
    List<InJar> configured(Collection<Jar> jars, Set<String> names) {
        return of(jars, names, type -> CONFIGURATION.matcher(type).find());
    }

    /** What any class registers. */
    List<InJar> all(Collection<Jar> jars, Set<String> names) {
        return of(jars, names, type -> true);
    }

    private List<InJar> of(Collection<Jar> jars, Set<String> names, Predicate<String> types) {
        return jars.stream()
                .filter(BeanCatalog::isForSpring)
                .flatMap(jar -> of(jar, names, types).stream())
                .toList();
    }

    private static boolean isForSpring(Jar jar) {
        return jar.has("META-INF/spring.factories")
                || jar.has("META-INF/spring.handlers")
                || jar.has("META-INF/spring.components")
                || KeyCatalog.isIn(jar)
                || jar.entries().stream().anyMatch(entry -> entry.startsWith("META-INF/spring/"));
    }

    private List<InJar> of(Jar jar, Set<String> names, Predicate<String> types) {
        List<byte[]> utf8s = ClassFiles.utf8s(names);
        return jar.classes().stream()
                .filter(types)
                .filter(type -> names.contains(defaultName(type))
                        || jar.readClass(type)
                                .filter(file -> ClassFiles.mentions(file, utf8s))
                                .isPresent())
                .flatMap(type -> in(jar, type, names).stream())
                .map(bean -> new InJar(bean, jar))
                .toList();
    }

    /** What one class registers of {@code names}. */
    List<Registered> in(Jar jar, String type, Set<String> names) {
        List<Registered> found = new ArrayList<>();
        jar.readClass(type).ifPresent(file -> {
            BeanReader reader = new BeanReader(bean -> {
                if (bean.names().stream().anyMatch(names::contains)) {
                    found.add(bean);
                }
            });
            if (!ClassFiles.visit(file, reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES)) {
                gaps.add(jar.name() + "!/" + type, "it is no class file that can be read");
            }
        });
        return found;
    }

    private static String defaultName(String type) {
        return Introspector.decapitalize(type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1));
    }
}
