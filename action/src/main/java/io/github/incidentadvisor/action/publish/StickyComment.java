package io.github.incidentadvisor.action.publish;

import io.github.incidentadvisor.action.hub.Refusal;
import io.github.incidentadvisor.report.MarkdownReport;
import io.github.incidentadvisor.report.Ticks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kohsuke.github.GHIssueComment;
import org.kohsuke.github.GHPullRequest;

/**
 * The one comment. It is found again by its marker among the comments of our own author, edited only when it says something else,
 * and there is one of it however many runs write at once: each keeps the oldest.
 */
final class StickyComment {
    /** What is left of it when nothing is left to say. */
    private static final String RESOLVED =
            MarkdownReport.MARKER + "\n~~What was said here~~ Nothing is left to say about this change.";

    private final GHPullRequest pull;
    private final String author;
    private final String marker;

    /** @param scope which of several comments of a repository that looks at several folders; empty for the only one */
    StickyComment(GHPullRequest pull, String author, String scope) {
        this.pull = pull;
        this.author = author;
        this.marker =
                scope.isEmpty() ? MarkdownReport.MARKER : MarkdownReport.MARKER.replace(" -->", " " + scope + " -->");
    }

    /**
     * What became of it.
     *
     * @param url where it stands; empty when there is none
     * @param writtenBy the account that GitHub shows; empty when nothing was created
     */
    record Outcome(String url, String writtenBy) {
        static final Outcome NONE = new Outcome("", "");
    }

    /**
     * Makes the comment say {@code rendered}, with the boxes ticked that people ticked.
     *
     * @param mayCreate whether a new one may be made; not when somebody deleted that of the same commit
     */
    Outcome say(String rendered, boolean mayCreate) throws IOException {
        String text = marked(rendered);
        Optional<GHIssueComment> mine = only(found());
        if (mine.isPresent()) {
            rewrite(mine.get(), Ticks.kept(mine.get().getBody(), text));
            return new Outcome(url(mine.get()), "");
        }
        return mayCreate ? create(text) : Outcome.NONE;
    }

    /** Says that nothing is left to say, if anything was said. */
    Outcome resolve() throws IOException {
        Optional<GHIssueComment> mine = only(found());
        if (mine.isEmpty()) {
            return Outcome.NONE;
        }
        rewrite(mine.get(), marked(RESOLVED));
        return new Outcome(url(mine.get()), "");
    }

    private String marked(String rendered) {
        return marker + rendered.substring(MarkdownReport.MARKER.length());
    }

    private List<GHIssueComment> found() throws IOException {
        List<GHIssueComment> all = new ArrayList<>();
        for (GHIssueComment one : pull.queryComments().list().withPageSize(100)) {
            boolean ours = author.equalsIgnoreCase(login(one));
            if (ours && one.getBody() != null && one.getBody().startsWith(marker)) {
                all.add(one);
            }
        }
        all.sort(Comparator.comparingLong(GHIssueComment::getId));
        return all;
    }

    /** The oldest; the others go. */
    private static Optional<GHIssueComment> only(List<GHIssueComment> found) throws IOException {
        for (GHIssueComment one : found.subList(Math.min(1, found.size()), found.size())) {
            unlessGone(one::delete);
        }
        return found.stream().findFirst();
    }

    private Outcome create(String text) throws IOException {
        GHIssueComment made;
        try {
            made = pull.comment(text);
        } catch (IOException e) {
            if (Refusal.of(e).kind() != Refusal.Kind.ACCIDENT) {
                throw e;
            }
            // The answer was lost, and the comment may be there all the same.
            List<GHIssueComment> there = found();
            made = there.isEmpty() ? pull.comment(text) : there.get(0);
        }
        if (!author.equalsIgnoreCase(login(made))) {
            return new Outcome(url(made), login(made));
        }
        // Another run may have made one between our look and our comment.
        return new Outcome(only(found()).map(StickyComment::url).orElse(""), login(made));
    }

    private static void rewrite(GHIssueComment comment, String text) throws IOException {
        if (content(comment.getBody()).equals(content(text))) {
            return;
        }
        try {
            unlessGone(() -> comment.update(text));
        } catch (IOException e) {
            if (Refusal.of(e).kind() != Refusal.Kind.ACCIDENT) {
                throw e;
            }
            unlessGone(() -> comment.update(text));
        }
    }

    /** What it says, without what differs from run to run: browsers' line ends and the small line about the run. */
    private static String content(String body) {
        return body.replace("\r\n", "\n").replaceAll("(?s)\n<sub>.*", "").strip();
    }

    /** What the comment itself says; the method that is meant to replace this one asks GitHub again for each comment. */
    @SuppressWarnings("deprecation")
    private static String login(GHIssueComment comment) {
        return String.valueOf(comment.getUserName());
    }

    private static String url(GHIssueComment comment) {
        return comment.getHtmlUrl() == null ? "" : comment.getHtmlUrl().toString();
    }

    private interface Write {
        void run() throws IOException;
    }

    private static void unlessGone(Write write) throws IOException {
        try {
            write.run();
        } catch (IOException e) {
            if (Refusal.of(e).kind() != Refusal.Kind.MISSING) {
                throw e;
            }
        }
    }
}
