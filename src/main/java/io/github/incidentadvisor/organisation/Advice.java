package io.github.incidentadvisor.organisation;

import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A migration that a repository was told of, and what came of it.
 *
 * @param migration its id
 * @param said the day on which it was said first
 * @param had what would have to move, at the versions of that day
 * @param target the smallest step that was advised; {@link Version#NONE} when none was known
 * @param files where it would have to be edited
 * @param commit the commit that was looked at last
 * @param on the day on which the outcome was seen; {@code said} while it is open
 */
public record Advice(
        String migration,
        String title,
        LocalDate said,
        List<Had> had,
        Version target,
        List<String> files,
        String commit,
        Outcome outcome,
        LocalDate on) {
    public Advice {
        had = List.copyOf(had);
        files = List.copyOf(files);
    }

    /** A component at a version. */
    public record Had(String purl, Version version) {}

    /** What came of it. */
    public enum Outcome {
        /** The reason still stands. */
        OPEN,
        /** It went to the advised version or beyond. */
        AS_ADVISED,
        /** It went to a version below the advised one, or to another one where none was advised. */
        OTHERWISE,
        /** What it was about is gone. */
        REMOVED,
        /** It went as advised, and was taken back. */
        REVERTED,
        /** It went as advised, and an incident that resembles the step happened after. */
        INCIDENT,
        /** The reason is gone and no version moved: the facts changed, or somebody suppressed it. */
        UNKNOWN;

        /** The name in organisation.json. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The same with another outcome. */
    public Advice with(Outcome its, LocalDate day, String at) {
        return new Advice(migration, title, said, had, target, files, at, its, day);
    }
}
