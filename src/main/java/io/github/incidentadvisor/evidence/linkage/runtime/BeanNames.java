package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.evidence.Behaviours.Effect;
import io.github.incidentadvisor.evidence.Behaviours.Measured;
import io.github.incidentadvisor.evidence.linkage.runtime.BeanCatalog.InJar;
import io.github.incidentadvisor.evidence.linkage.runtime.BeanReader.By;
import io.github.incidentadvisor.evidence.linkage.runtime.BeanReader.Registered;
import io.github.incidentadvisor.evidence.linkage.runtime.BeanUses.Ask;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bean names that the old jars registered, that the project asks for, and that nothing registers now. */
final class BeanNames implements Contract {
    /**
     * A name that nothing registers any more.
     *
     * @param was the bean that had it
     * @param siblings its other names that are still registered
     */
    private record Lost(InJar was, List<String> siblings) {}

    @Override
    public List<Behaviour> broken(Upgrade upgrade) {
        List<Ask> asks = new BeanUses(upgrade.project()).asks();
        if (asks.isEmpty()) {
            return List.of();
        }
        BeanCatalog catalog = new BeanCatalog(upgrade.gaps());
        Set<String> names = asks.stream().map(Ask::name).collect(Collectors.toCollection(TreeSet::new));
        Map<Passage, Map<String, Lost>> lost = new HashMap<>();
        upgrade.passages().values().forEach(passage -> lost.computeIfAbsent(passage, p -> lost(p, catalog, names)));
        List<Behaviour> broken = new ArrayList<>();
        for (Ask ask : asks) {
            upgrade.judges(ask.place().file()).forEach((module, passage) -> Optional.ofNullable(
                            lost.get(passage).get(ask.name()))
                    .ifPresent(one -> broken.add(behaviour(module, passage, ask, one))));
        }
        return broken;
    }

    private static Map<String, Lost> lost(Passage passage, BeanCatalog catalog, Set<String> names) {
        List<InJar> old = catalog.configured(passage.left(), names).stream()
                .filter(one -> one.bean().by() == By.ANNOTATION)
                .toList();
        if (old.isEmpty()) {
            return Map.of();
        }
        Set<String> interesting = new TreeSet<>();
        old.forEach(one -> interesting.addAll(one.bean().names()));
        Set<String> asked = interesting.stream().filter(names::contains).collect(Collectors.toSet());
        Set<String> still = names(catalog.configured(passage.arrived(), interesting).stream()
                .filter(one -> one.bean().by() == By.ANNOTATION));
        if (!still.containsAll(asked)) {
            // Somebody else may register it, in code even.
            still.addAll(names(catalog.all(passage.after(), interesting).stream()
                    .filter(one -> one.bean().by() != By.CODE || isNew(one, passage, catalog))));
        }
        Map<String, Lost> lost = new HashMap<>();
        for (InJar one : old) {
            List<String> siblings =
                    one.bean().names().stream().filter(still::contains).toList();
            one.bean().names().stream()
                    .filter(name -> names.contains(name) && !still.contains(name))
                    .forEach(name -> lost.merge(name, new Lost(one, siblings), BeanNames::better));
        }
        return lost;
    }

    /** Code that may mean a name says nothing when it was as it is: it did not make up for the bean that went. */
    private static boolean isNew(InJar code, Passage passage, BeanCatalog catalog) {
        return passage.before().stream()
                .filter(jar -> jar.hasClass(code.bean().owner()))
                .noneMatch(jar -> catalog.in(
                                jar, code.bean().owner(), Set.copyOf(code.bean().names()))
                        .contains(code.bean()));
    }

    private static Set<String> names(Stream<InJar> beans) {
        return beans.flatMap(one -> one.bean().names().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Lost better(Lost a, Lost b) {
        return b.siblings().size() > a.siblings().size() ? b : a;
    }

    private static Behaviour behaviour(Module module, Passage passage, Ask ask, Lost lost) {
        Registered bean = lost.was().bean();
        String still = String.join(", ", lost.siblings());
        String sentence = "asks for bean \"" + ask.name() + "\"; "
                + passage.newSide(lost.was().jar())
                + " registers no bean of that name any more" + (still.isEmpty() ? "" : " (still: " + still + ")")
                + ". Compiles, then fails at start-up or first use";
        return new Behaviour(
                module.file(),
                Effect.FAILS_RUN,
                ask.place(),
                ask.name(),
                new Reference(bean.owner(), "", ""),
                lost.was().jar().coordinates(),
                sentence,
                new Measured(
                        lost.was().jar().name() + ", " + bean.owner()
                                + (bean.member().isEmpty() ? "" : "#" + bean.member()),
                        "@Bean names " + bean.names() + "; of these registered now: "
                                + (still.isEmpty() ? "none" : lost.siblings())),
                still.isEmpty()
                        ? ""
                        : "ask for \"" + lost.siblings().get(0) + "\" instead of \"" + ask.name() + "\" in " + ask.as(),
                !still.isEmpty());
    }
}
