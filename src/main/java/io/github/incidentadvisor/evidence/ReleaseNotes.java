package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.util.List;
import java.util.Locale;

/** What the publisher of a component wrote about the versions between two. */
public interface ReleaseNotes {
    /** The notes of a step, or where they were looked for in vain. Never throws for what others wrote or how they answer. */
    Notes between(Step step);

    /** A component that goes from one version to a newer one. */
    record Step(Component component, Version from, Version to) {}

    /**
     * What was found.
     *
     * @param sections oldest first, in the order of versions; each version once; empty when there are none
     * @param source what was read, for people: {@code github.com/acme/lib, CHANGELOG.md}; empty when nothing was found
     * @param url where a person reads the whole; empty when there is no such place
     * @param lookedAt every place that was looked at, in order
     * @param health what was at hand about the state of the project itself
     * @param gaps what could not be looked at, and what that costs
     */
    record Notes(
            Step step,
            List<Section> sections,
            String source,
            String url,
            List<String> lookedAt,
            List<Health> health,
            List<Gap> gaps) {
        public Notes {
            sections = List.copyOf(sections);
            lookedAt = List.copyOf(lookedAt);
            health = List.copyOf(health);
            gaps = List.copyOf(gaps);
        }

        /** Nothing was found at these places. */
        public static Notes none(Step step, List<String> lookedAt, List<Health> health, List<Gap> gaps) {
            return new Notes(step, List.of(), "", "", lookedAt, health, gaps);
        }

        /** Every entry of every section. */
        public List<Item> items() {
            return sections.stream()
                    .flatMap(section -> section.items().stream())
                    .toList();
        }
    }

    /**
     * What was written about one version.
     *
     * @param title the heading as it stands there
     * @param date as it stands there, ISO where that could be read; may be empty
     * @param url where it stands; may be empty
     */
    record Section(Version version, String title, String date, String url, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One entry.
     *
     * @param label the heading that it stands under, such as {@code Fixed}; may be empty
     * @param text its words as they stand there, but for line breaks and runs of blanks
     * @param source file and line, or the release
     * @param url where it stands; may be empty
     */
    record Item(Version version, Kind kind, String label, String text, String source, String url) {}

    /** What an entry is about; the earlier, the more it concerns people who upgrade. */
    enum Kind {
        BREAKING,
        REMOVAL,
        SECURITY,
        REQUIREMENT,
        BEHAVIOUR,
        DEPRECATION,
        DEPENDENCY,
        FEATURE,
        BUG,
        OTHER,
        CHORE;

        /** The word for it in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether an entry of this kind may ask something of a user of the library. */
        public boolean asksSomething() {
            return compareTo(DEPRECATION) <= 0;
        }
    }

    /**
     * Something about the project as such: that it moved, or ended.
     *
     * @param text one sentence of ours
     * @param quote the words or values that it rests on
     * @param source where they stand
     */
    record Health(String name, String text, String quote, String source, String url, String day) {}

    /** A name that an entry and the project have in common, and where the project has it. */
    record Touch(String name, Place place) {}

    /** An entry that names something of the project. */
    record Hit(Item item, List<Touch> touches) {
        public Hit {
            touches = List.copyOf(touches);
        }
    }

    /**
     * Notes held against the project.
     *
     * @param change what they are about
     * @param hits entries that touch the project, in the order of the notes
     */
    record Crossed(Change change, Notes notes, List<Hit> hits) {
        public Crossed {
            hits = List.copyOf(hits);
        }
    }
}
