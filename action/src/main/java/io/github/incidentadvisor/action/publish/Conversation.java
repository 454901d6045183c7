package io.github.incidentadvisor.action.publish;

import io.github.incidentadvisor.action.event.Proposer;
import io.github.incidentadvisor.action.hub.Hub;
import io.github.incidentadvisor.action.hub.Refusal;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.MarkdownReport;
import io.github.incidentadvisor.report.Outputs;
import io.github.incidentadvisor.report.SarifReport;
import io.github.incidentadvisor.report.Worth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.github.GHException;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHPullRequestFileDetail;
import org.kohsuke.github.GHRepository;

/** What is delivered to one pull request, one thing after the other. */
final class Conversation {
    private final Job job;
    private final Hub hub;
    private final Report report;
    private final List<Notice> notices;
    private int number;
    private String headSha = "";
    private boolean draft;
    private boolean foreign;
    private Proposer proposer = Proposer.PERSON;
    private boolean over;

    Conversation(Job job, Hub hub, Report report, List<Notice> notices) {
        this.job = job;
        this.hub = hub;
        this.report = report;
        this.notices = notices;
    }

    /** @param foreign the report was made where the code of a fork ran, so it may say anything */
    Conversation about(int number, String headSha, boolean draft, boolean foreign) {
        this.number = number;
        this.headSha = headSha;
        this.draft = draft;
        this.foreign = foreign;
        return this;
    }

    Conversation proposedBy(Proposer proposer) {
        this.proposer = proposer;
        return this;
    }

    /** A step that GitHub may refuse. */
    private interface Delivery<T> {
        T run() throws IOException;
    }

    /** What the step gives; empty, with a notice, when GitHub refuses it. After some refusals nothing else is tried. */
    private <T> Optional<T> attempt(String what, Delivery<T> delivery) {
        if (over) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(delivery.run());
        } catch (IOException | GHException e) {
            Refusal refusal = Refusal.of(e);
            over = refusal.endsAll();
            notices.add(new Notice(
                    refusal.kind() == Refusal.Kind.LOCKED ? Notice.Level.NOTICE : Notice.Level.WARNING,
                    "No " + what + ": " + refusal.text() + (over ? ". Nothing else is tried." : ".")));
            return Optional.empty();
        }
    }

    /** Delivers what is wished for; the address of the comment, or nothing. */
    String deliver() throws IOException {
        GHRepository repository = hub.gitHub().getRepository(hub.repository());
        GHPullRequest pull = repository.getPullRequest(number);
        if (!pull.getHead().getSha().equals(headSha)) {
            notices.add(Notice.notice("A newer commit was pushed meanwhile; its own run will speak of it."));
            return "";
        }
        boolean open = pull.getState() == GHIssueState.OPEN;
        boolean speak = open && (!draft || job.wishes().drafts());
        CheckRun check = new CheckRun(repository, headSha, job.scope());
        boolean toldBefore = speak
                && job.wishes().check()
                && attempt("look at earlier checks", () -> told(check)).orElse(false);
        DiffLines diff = attempt("look at the diff", () -> diff(pull)).orElseGet(DiffLines::new);
        String author = author();
        String url = "";
        boolean told = toldBefore;
        if (speak && job.wishes().comment()) {
            Optional<StickyComment.Outcome> outcome =
                    attempt("comment", () -> comment(new StickyComment(pull, author, job.scope()), toldBefore));
            outcome.ifPresent(one -> warnOfAnotherAuthor(one, author));
            url = outcome.map(StickyComment.Outcome::url).orElse("");
            told |= Worth.saying(report) && !url.isEmpty();
        }
        if (speak && job.wishes().suggestions() && !foreign) {
            List<Suggestions.Suggestion> wanted = Suggestions.of(report, diff, job.scope());
            Optional<Integer> refused = attempt(
                    "suggestions",
                    () -> suggest(new Suggestions(hub, pull, author, job.scope()), pull, wanted, !toldBefore));
            told |= !wanted.isEmpty() && refused.equals(Optional.of(0));
            refused.filter(count -> count > 0)
                    .ifPresent(count -> notices.add(Notice.notice(count
                            + (count == 1 ? " suggestion was" : " suggestions were")
                            + " not taken by GitHub: not in its diff. The comment's to-do list holds what they say.")));
        }
        if (job.wishes().check()) {
            boolean said = told;
            attempt("check run", () -> write(check, diff, said));
        }
        if (job.wishes().labels() && open) {
            attempt("label", () -> {
                Labels.write(pull, report);
                return true;
            });
        }
        if (job.wishes().sarif()) {
            boolean merge = job.ref().equals("refs/pull/" + number + "/merge");
            scan(merge ? job.sha() : headSha, merge ? job.ref() : "refs/pull/" + number + "/head");
        }
        return url;
    }

    /** Who may not read checks may not write them either, which is said when one is written. */
    private static boolean told(CheckRun check) throws IOException {
        try {
            return check.toldBefore();
        } catch (IOException | GHException e) {
            if (Refusal.of(e).kind() == Refusal.Kind.PERMISSION) {
                return false;
            }
            throw e;
        }
    }

    /** A check without anybody to talk to. */
    void checkAlone(String sha) throws IOException {
        GHRepository repository = hub.gitHub().getRepository(hub.repository());
        attempt("check run", () -> write(new CheckRun(repository, sha, job.scope()), new DiffLines(), false));
    }

    /** The findings for code scanning; where it is not taken, the file stays beside the report. */
    void scan(String sha, String ref) {
        Optional<Boolean> sent = attempt("code scanning", () -> {
            CodeScanning.send(hub, report, sha, ref);
            return true;
        });
        if (sent.isEmpty()) {
            Outputs.write(
                    job.report().toAbsolutePath().getParent(),
                    Map.of("report.sarif", Optional.of(SarifReport.write(report))));
            notices.add(Notice.notice("The SARIF file stands beside the report."));
        }
    }

    private boolean write(CheckRun check, DiffLines diff, boolean told) throws IOException {
        check.write(report, diff, job.failOn(), told, job.runUrl(), new Date());
        return true;
    }

    /**
     * GitHub takes all or none of a review; when it takes none, the diff has changed since it was read: those that it still holds are
     * sent again, once.
     */
    private int suggest(
            Suggestions suggestions, GHPullRequest pull, List<Suggestions.Suggestion> wanted, boolean mayAdd)
            throws IOException {
        int refused = suggestions.write(wanted, mayAdd);
        if (refused == 0) {
            return 0;
        }
        List<Suggestions.Suggestion> still = new ArrayList<>(Suggestions.of(report, diff(pull), job.scope()));
        still.retainAll(wanted);
        return still.isEmpty() || still.size() == wanted.size()
                ? refused
                : wanted.size() - still.size() + suggestions.write(still, mayAdd);
    }

    private StickyComment.Outcome comment(StickyComment comment, boolean toldBefore) throws IOException {
        if (report.mode() == Report.Mode.STATE) {
            // Without the base nothing is known of the change: what an earlier run said may hold or not.
            return StickyComment.Outcome.NONE;
        }
        Report shown = proposer.quotesReleaseNotes() ? Unquoted.of(report) : report;
        return Worth.saying(report)
                ? comment.say(MarkdownReport.comment(shown, footnotes()), !toldBefore)
                : comment.resolve();
    }

    private List<String> footnotes() {
        List<String> notes = new ArrayList<>();
        if (foreign) {
            notes.add(
                    "From a fork: this was computed where the fork's own build ran, so believe it as far as you believe the"
                            + " fork.");
        }
        if (proposer.quotesReleaseNotes()) {
            notes.add("The release notes stand in the description above and are not repeated.");
            Split.of(report).ifPresent(notes::add);
        }
        if (!job.runUrl().isEmpty()) {
            notes.add("[the whole report](" + job.runUrl() + ")");
        }
        return notes;
    }

    /** A person's token is asked whose it is; the token of a workflow or an app cannot be. */
    private String author() {
        return hub.token().isOfAPerson()
                ? attempt(
                                "look at the token",
                                () -> hub.getOfHost("/user").path("login").asText(job.author()))
                        .orElse(job.author())
                : job.author();
    }

    private void warnOfAnotherAuthor(StickyComment.Outcome outcome, String author) {
        if (!outcome.writtenBy().isEmpty() && !outcome.writtenBy().equalsIgnoreCase(author)) {
            notices.add(Notice.warning("The comment was written by another account than " + author
                    + ", so the next run would write a second one: set comment-author to the account that it shows."));
        }
    }

    private static DiffLines diff(GHPullRequest pull) throws IOException {
        DiffLines lines = new DiffLines();
        for (GHPullRequestFileDetail file : pull.listFiles().withPageSize(100)) {
            if (file.getPatch() != null) {
                lines.add(file.getFilename(), file.getPatch());
            }
        }
        return lines;
    }
}
