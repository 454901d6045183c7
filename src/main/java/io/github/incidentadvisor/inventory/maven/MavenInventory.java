package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.inventory.Inventory.Pin;
import io.github.incidentadvisor.inventory.maven.EffectivePom.Ancestor;
import io.github.incidentadvisor.model.Gap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;

/**
 * The Maven part of an inventory, the same way for every tree. One instance serves a run: what a repository says of a
 * coordinate is asked once for all trees.
 */
public final class MavenInventory {
    private final MavenContext context;
    private final Requests requests;
    private final DefaultRepositoryCache cache = new DefaultRepositoryCache();
    private final MissingPoms missing = new MissingPoms();

    /** @param requests told of every request to a repository */
    public MavenInventory(MavenContext context, Requests requests) {
        this.context = context;
        this.requests = requests;
    }

    /** What the POMs of {@code tree} depend on. Never fails for what a POM says: that becomes a {@link Gap}. */
    public Inventory read(Tree tree, Progress progress) {
        TreePoms poms = new TreePoms(tree);
        Set<Gap> gaps = new TreeSet<>(poms.gaps());
        if (poms.roots().isEmpty()) {
            return new Inventory(List.of(), List.of(), List.of(), List.of(), Set.of(), List.copyOf(gaps));
        }
        ReactorReader reactor = new ReactorReader();
        DefaultRepositorySystemSession session = Sessions.forTree(context.session(), reactor, cache, requests);
        session.setRepositoryListener(missing);
        TreeModelResolver resolver = new TreeModelResolver(context.system(), session, context.repositories(), poms);
        EffectiveModels models = new EffectiveModels(poms, context, resolver);
        gaps.addAll(models.gaps());
        models.all()
                .values()
                .forEach(pom -> reactor.add(
                        pom.model(), context.root().resolve(pom.path()).toFile()));

        Graphs graphs = new Graphs(context.system(), session, context.repositories());
        List<ModuleReading> readings = models.all().values().parallelStream()
                .map(pom -> new ModuleReading(pom, models, graphs, context, resolver.missing(), missing))
                .toList();

        Set<Item> items = new LinkedHashSet<>();
        Set<DeclaredReference> references = new LinkedHashSet<>();
        Map<Object, Pin> pins = new LinkedHashMap<>();
        List<Module> modules = new ArrayList<>();
        Set<String> incomplete = new TreeSet<>(models.incomplete());
        for (ModuleReading reading : readings) {
            modules.add(module(reading));
            if (reading.isIncomplete()) {
                incomplete.add(reading.pom().path());
            }
            items.addAll(reading.items());
            references.addAll(reading.references());
            reading.pins()
                    .forEach(pin -> pins.merge(
                            pin.property().isEmpty()
                                    ? List.of(pin.component(), pin.setAt())
                                    : List.of(pin.property(), pin.setAt()),
                            pin,
                            MavenInventory::inBoth));
            gaps.addAll(reading.gaps());
        }
        BuildFiles files = new BuildFiles(tree, poms.all().keySet());
        items.addAll(files.items());
        references.addAll(files.references());
        gaps.addAll(files.gaps());
        return new Inventory(
                modules,
                List.copyOf(items),
                references.stream().sorted(DeclaredReference.ORDER).toList(),
                List.copyOf(pins.values()),
                incomplete,
                List.copyOf(gaps),
                new PolicyReading(tree, context, new AskedTrees(graphs, session))
                        .of(
                                models.all().values(),
                                models.unversioned(),
                                !resolver.missing().isEmpty()),
                List.of());
    }

    private Module module(ModuleReading reading) {
        EffectivePom pom = reading.pom();
        Set<String> active = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        for (Ancestor ancestor : pom.lineage()) {
            if (pom.isInTree(ancestor)) {
                active.addAll(ancestor.activeProfiles());
                TreePoms.profiles(ancestor.raw()).forEach(profile -> all.add(profile.getId()));
            }
        }
        all.removeAll(active);
        return new Module(
                pom.path(),
                said(pom.model().getGroupId()),
                said(pom.model().getArtifactId()),
                said(pom.model().getVersion()),
                said(pom.model().getPackaging()),
                List.copyOf(active),
                List.copyOf(all),
                JavaSources.of(pom, context.root().toString().replace('\\', '/'), reading.items()),
                reading.opaque());
    }

    /** A broken POM has a model too, with parts of it missing. */
    private static String said(String text) {
        return text == null ? "" : text;
    }

    private static Pin inBoth(Pin a, Pin b) {
        Set<String> modules = new TreeSet<>(a.modules());
        modules.addAll(b.modules());
        return new Pin(
                a.component(),
                a.set(),
                a.setAt(),
                a.given(),
                a.givenBy(),
                a.giverDeclaredAt(),
                a.property(),
                List.copyOf(modules));
    }
}
