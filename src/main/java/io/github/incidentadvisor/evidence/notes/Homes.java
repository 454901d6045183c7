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
     * @param minors the path of its notes where it keeps a file for each minor release, with {@code {minor}} for that; empty
     *     where nothing is known of that
     * @param why what says that it is there, for people
     */
    record Home(RepositoryName repository, Optional<String> tag, Optional<String> minors, String why) {
        /** One of whose files nothing is known. */
        public Home(RepositoryName repository, Optional<String> tag, String why) {
            this(repository, tag, Optional.empty(), why);
        }
    }

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
