package io.github.incidentadvisor.evidence.vulnerabilities;

import io.github.incidentadvisor.evidence.Privacy;
import io.github.incidentadvisor.evidence.Vulnerabilities;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks about each version once, however many projects have it: for runs that look at many. */
public final class RememberedVulnerabilities implements Vulnerabilities {
    private final Memory memory;
    private final Vulnerabilities inner;
    private final Privacy privacy;

    /** What was answered so far, for several projects at once. Safe for many threads. */
    public static final class Memory {
        private final Map<Coordinates, List<Vulnerability>> answered = new ConcurrentHashMap<>();
    }

    /** @param privacy what {@code inner} does not ask about, so that its silence says nothing */
    public RememberedVulnerabilities(Memory memory, Vulnerabilities inner, Privacy privacy) {
        this.memory = memory;
        this.inner = inner;
        this.privacy = privacy;
    }

    @Override
    public Answer of(Collection<Coordinates> components) {
        List<Coordinates> open = components.stream()
                .filter(one -> !memory.answered.containsKey(one))
                .toList();
        Answer now = open.isEmpty() ? Answer.NOTHING : inner.of(open);
        if (now.gaps().isEmpty()) {
            open.stream()
                    .filter(one -> !privacy.covers(one.artifact()))
                    .forEach(one -> memory.answered.put(one, now.of(one)));
        }
        Map<Coordinates, List<Vulnerability>> known = new HashMap<>(now.known());
        for (Coordinates one : components) {
            List<Vulnerability> its = memory.answered.getOrDefault(one, List.of());
            if (!its.isEmpty() && !privacy.covers(one.artifact())) {
                known.put(one, its);
            }
        }
        return new Answer(known, now.gaps());
    }
}
