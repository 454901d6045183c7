package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.ReleaseNotes.Health;
import io.github.incidentadvisor.evidence.ReleaseNotes.Step;
import io.github.incidentadvisor.github.RepositoryName;
import java.util.List;
import java.util.Optional;

/** Where the publisher of a component keeps its sources. */
public interface Homes {
    /** What is known of the home of a component, the surest first. */
    Known of(Step step);

    /**
     * A repository.
     *
     * @param tag what the component's own metadata says is the tag of the version that is gone to
     * @param why what says that it is there, for people
     */
    record Home(RepositoryName repository, Optional<String> tag, String why) {}

    /**
     * What was found out.
     *
     * @param lookedAt what was read to find out
     */
    record Known(List<Home> homes, List<String> lookedAt, List<Health> health) {
        public Known {
            homes = List.copyOf(homes);
            lookedAt = List.copyOf(lookedAt);
            health = List.copyOf(health);
        }
    }
}
