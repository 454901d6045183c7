package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.evidence.Behaviours.Effect;
import io.github.incidentadvisor.evidence.Behaviours.Measured;
import io.github.incidentadvisor.evidence.linkage.runtime.JavaFile.ClassArgument;
import io.github.incidentadvisor.evidence.linkage.runtime.Lines.Named;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Services that the project looks up with {@link java.util.ServiceLoader} and of which a provider went with its jar. */
final class ServiceLookups implements Contract {
    private static final String SERVICES = "META-INF/services/";

    @Override
    public List<Behaviour> broken(Upgrade upgrade) {
        List<Behaviour> broken = new ArrayList<>();
        for (JavaFile file : upgrade.project().sources()) {
            for (ClassArgument argument : file.classLiterals()) {
                if (argument.on().equals("ServiceLoader") && argument.method().startsWith("load")) {
                    upgrade.judges(file.path()).forEach((module, passage) -> names(file, argument.type())
                            .flatMap(type -> lost(upgrade, module, passage, argument, type).stream())
                            .findFirst()
                            .ifPresent(broken::add));
                }
            }
        }
        return broken;
    }

    /** What a type's name in a source can mean. */
    private static Stream<String> names(JavaFile file, String type) {
        if (type.contains(".")) {
            return Stream.of(type);
        }
        Optional<String> imported = file.imports().stream()
                .filter(name -> name.endsWith("." + type))
                .findFirst();
        return imported.map(Stream::of)
                .orElseGet(() -> Stream.concat(
                        Stream.of(file.packageName() + "." + type),
                        file.imports().stream()
                                .filter(name -> name.endsWith(".*"))
                                .map(name -> name.substring(0, name.length() - 1) + type)));
    }

    private static Optional<Behaviour> lost(
            Upgrade upgrade, Module module, Passage passage, ClassArgument argument, String type) {
        String entry = SERVICES + type;
        Optional<Jar> old = passage.left().stream()
                .filter(jar -> jar.has(entry))
                .filter(jar ->
                        passage.successor(jar).filter(now -> now.has(entry)).isEmpty())
                .findFirst();
        if (old.isEmpty() || passage.arrived().stream().anyMatch(jar -> jar.has(entry))) {
            return Optional.empty();
        }
        boolean others = upgrade.project().ownsResource(entry)
                || passage.stayed().stream().anyMatch(jar -> jar.has(entry));
        List<String> providers = old.get().text(entry).map(Lines::of).orElse(List.of()).stream()
                .map(Named::name)
                .toList();
        return Optional.of(new Behaviour(
                module.file(),
                others ? Effect.MAY_DIFFER : Effect.FAILS_RUN,
                argument.place(),
                type,
                new Reference(type, "", ""),
                old.get().coordinates(),
                "looks up " + type + " with ServiceLoader; " + passage.newSide(old.get()) + " provides none any more"
                        + (others ? ", others still do" : ", and nothing else does"),
                new Measured(old.get().name() + ", " + entry, String.join(", ", providers)),
                "",
                false));
    }
}
