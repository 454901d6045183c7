package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Vulnerabilities that others have published about versions of artifacts. We join; we judge nothing ourselves. */
public interface Vulnerabilities {
    /** What is known of each of these; never throws for how others answer. */
    Answer of(Collection<Coordinates> components);

    /**
     * What is known.
     *
     * @param known those that have any; each vulnerability once, however many databases name it
     * @param gaps what could not be asked, and what that costs
     */
    record Answer(Map<Coordinates, List<Vulnerability>> known, List<Gap> gaps) {
        /** Nobody was asked. */
        public static final Answer NOTHING = new Answer(Map.of(), List.of());

        public Answer {
            known = Map.copyOf(known);
            gaps = List.copyOf(gaps);
        }

        /** Those of one version; none when none is known. */
        public List<Vulnerability> of(Coordinates one) {
            return known.getOrDefault(one, List.of());
        }
    }

    /**
     * A vulnerability of one artifact.
     *
     * @param id the one by which people know it best: a CVE where it has one
     * @param aliases other names of the same, sorted
     * @param summary the database's words; may be empty
     * @param severity as the database gives it, a word or a vector; may be empty
     * @param url where it can be read
     * @param day ISO day of its last change; may be empty
     * @param fixedIn the first version after the affected one that is not affected any more; {@link Version#NONE} when none is
     *     known
     */
    record Vulnerability(
            String id, List<String> aliases, String summary, String severity, String url, String day, Version fixedIn) {
        public Vulnerability {
            aliases = List.copyOf(aliases);
        }

        /** Whether both are the same, under whatever names. */
        public boolean sameAs(Vulnerability other) {
            return id.equals(other.id)
                    || aliases.contains(other.id)
                    || other.aliases.contains(id)
                    || aliases.stream().anyMatch(other.aliases::contains);
        }
    }
}
