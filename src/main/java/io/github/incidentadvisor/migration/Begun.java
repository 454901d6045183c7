package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import java.util.List;

/**
 * A migration whose mechanical part is done, on paper or in files.
 *
 * @param base hash of the commit that it is made for; empty outside git
 * @param branch the branch that it lies on, or would
 * @param commit hash of the branch's commit; empty when none was made
 * @param files those that change; none when there is nothing to do
 * @param diff the change of all of them, as {@code git diff} shows it
 * @param leftToDo what a person has to do
 * @param breaks what was measured to break with the edits made
 * @param notChecked what could not be judged of the result
 */
public record Begun(
        Migration migration,
        String base,
        String branch,
        String commit,
        List<Changed> files,
        String diff,
        List<LeftToDo> leftToDo,
        List<Broken> breaks,
        List<Gap> notChecked) {
    public Begun {
        files = List.copyOf(files);
        leftToDo = List.copyOf(leftToDo);
        breaks = List.copyOf(breaks);
        notChecked = List.copyOf(notChecked);
    }

    /**
     * A file that changes.
     *
     * @param before git's hash of the content that it is made for
     * @param after git's hash of the new content
     * @param content the new content, whole, in Base64
     */
    public record Changed(String path, String before, String after, String content) {}

    /**
     * A place that breaks with the edits made.
     *
     * @param fix what to do about it; empty when nothing mechanical is known
     */
    public record Broken(Place place, Severity severity, String text, String fix) {}

    /** Whether it is no more than a draft: it breaks something as it is. */
    public boolean isDraft() {
        return !breaks.isEmpty();
    }

    /** The same on a branch. */
    public Begun at(String hash) {
        return new Begun(migration, base, branch, hash, files, diff, leftToDo, breaks, notChecked);
    }

    /** What the commit says, without trailers. */
    public String message() {
        StringBuilder message =
                new StringBuilder(line(migration.title())).append("\n\n").append(line(migration.trigger()));
        if (isDraft()) {
            message.append("\n\nDraft: with these edits ")
                    .append(MigrationWords.places(breaks.size()))
                    .append(", the first at ")
                    .append(breaks.get(0).place())
                    .append('.');
        }
        if (!leftToDo.isEmpty()) {
            message.append("\n\nLeft to do by hand:");
            leftToDo.forEach(one -> message.append("\n- ").append(line(one.toString())));
        }
        return message.toString();
    }

    /** Other people's words must not begin a line that git reads as a trailer. */
    private static String line(String text) {
        return text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    }
}
