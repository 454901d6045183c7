package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Gap;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What vendors announced in feeds that the user named, as far as it is about what the project has. */
public interface Announcements {
    /** Entries about these components, newest first. */
    Answer about(Collection<Component> components);

    /** What was found, and which feeds could not be read. */
    record Answer(List<Announcement> announcements, List<Gap> gaps) {
        /** No feed was named. */
        public static final Answer NOTHING = new Answer(List.of(), List.of());

        public Answer {
            announcements = List.copyOf(announcements);
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * An entry of a feed.
     *
     * @param component what its title names
     * @param feed what the feed calls itself
     * @param url where it can be read; may be empty
     */
    record Announcement(Component component, String title, String feed, String url, LocalDate day) {}
}
