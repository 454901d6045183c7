package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.linkage.runtime.BeanReader.Registered;
import java.beans.Introspector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/**
 * Which beans of given names jars register. Only jars that bring something for Spring to read are looked through, and of those
 * only classes that have one of the names in their constant pool.
 */
final class BeanCatalog {
    private final Gaps gaps;

    BeanCatalog(Gaps gaps) {
        this.gaps = gaps;
    }

    /** A bean, and the jar that registers it. */
    record InJar(Registered bean, Jar jar) {}

    List<InJar> of(Collection<Jar> jars, Set<String> names) {
        return jars.stream()
                .filter(BeanCatalog::isForSpring)
                .flatMap(jar -> of(jar, names).stream())
                .toList();
    }

    /** The names of {@code names} that jars register in any way. */
    Set<String> registered(Collection<Jar> jars, Set<String> names) {
        Set<String> found = new TreeSet<>();
        of(jars, names).forEach(one -> found.addAll(one.bean().names()));
        found.retainAll(names);
        return found;
    }

    private static boolean isForSpring(Jar jar) {
        return jar.has("META-INF/spring.factories")
                || jar.has("META-INF/spring.handlers")
                || jar.has("META-INF/spring.components")
                || KeyCatalog.isIn(jar)
                || jar.entries().stream().anyMatch(entry -> entry.startsWith("META-INF/spring/"));
    }

    private List<InJar> of(Jar jar, Set<String> names) {
        List<byte[]> utf8s = ClassFiles.utf8s(names);
        List<InJar> found = new ArrayList<>();
        for (String type : jar.classes()) {
            jar.readClass(type)
                    .filter(file -> names.contains(defaultName(type)) || ClassFiles.mentions(file, utf8s))
                    .ifPresent(file -> {
                        BeanReader reader = new BeanReader(bean -> {
                            if (bean.names().stream().anyMatch(names::contains)) {
                                found.add(new InJar(bean, jar));
                            }
                        });
                        if (!ClassFiles.visit(file, reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES)) {
                            gaps.add(jar.name() + "!/" + type, "it is no class file that can be read");
                        }
                    });
        }
        return found;
    }

    private static String defaultName(String type) {
        return Introspector.decapitalize(type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1));
    }
}
