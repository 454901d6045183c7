package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Report.Mode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that a rule may look at. Immutable. */
public final class Situation {
    private final Mode mode;
    private final Inventory head;
    private final List<Change> changes;
    private final LocalDate today;
    private final Map<String, Change> byPurl = new HashMap<>();
    private final Set<String> own = new HashSet<>();

    /**
     * @param changes empty in {@link Mode#STATE}
     * @param today the day to judge by
     */
    public Situation(Mode mode, Inventory head, List<Change> changes, LocalDate today) {
        this.mode = mode;
        this.head = head;
        this.changes = List.copyOf(changes);
        this.today = today;
        changes.forEach(change -> byPurl.merge(
                change.component().purl(), change, (a, b) -> a.role().compareTo(b.role()) <= 0 ? a : b));
        head.modules().forEach(module -> own.add(module.ga()));
    }

    public Mode mode() {
        return mode;
    }

    public Inventory head() {
        return head;
    }

    public List<Change> changes() {
        return changes;
    }

    public LocalDate today() {
        return today;
    }

    /** The change of a component, if it has one. */
    public Optional<Change> changeOf(Component component) {
        return Optional.ofNullable(byPurl.get(component.purl()));
    }

    /** The change of the component with this purl, if it has one. */
    public Optional<Change> changeOf(String purl) {
        return Optional.ofNullable(byPurl.get(purl));
    }

    /** Whether it is one of the reactor's own modules. */
    public boolean isOwn(Component component) {
        return component instanceof Component.Artifact artifact && own.contains(artifact.ga());
    }
}
