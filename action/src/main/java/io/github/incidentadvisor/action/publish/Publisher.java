package io.github.incidentadvisor.action.publish;

import io.github.incidentadvisor.action.event.Occasion;
import io.github.incidentadvisor.action.event.Occasion.Analysed;
import io.github.incidentadvisor.action.event.Occasion.MergeGroup;
import io.github.incidentadvisor.action.event.Occasion.PullRequest;
import io.github.incidentadvisor.action.event.Occasion.Scan;
import io.github.incidentadvisor.action.event.Payload;
import io.github.incidentadvisor.action.hub.Hub;
import io.github.incidentadvisor.action.hub.Refusal;
import io.github.incidentadvisor.action.issues.Upkeep;
import io.github.incidentadvisor.action.proposals.Proposals;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.ConsoleReport;
import io.github.incidentadvisor.report.JsonReport;
import io.github.incidentadvisor.report.Markdown;
import io.github.incidentadvisor.report.MarkdownReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.kohsuke.github.GHException;

/**
 * Delivers a report: the job's summary first and whole, then what the occasion allows. One delivery that fails is a notice; the
 * others go on, and the exit code is the report's.
 */
public final class Publisher {
    /** How a connection is made once it is known that one is needed. */
    public interface Connection {
        /** A way to the GitHub of {@code job}. */
        Hub open(Job job) throws IOException;
    }

    private static final long LARGEST_REPORT = 32L << 20;

    private final Job job;
    private final UnaryOperator<Report> words;
    private final Connection connection;
    private final PrintStream log;
    private final Clock clock;
    private final List<Notice> notices = new ArrayList<>();

    /**
     * @param words gives a report in other words
     * @param log where a runner reads workflow commands
     */
    public Publisher(Job job, UnaryOperator<Report> words, Connection connection, PrintStream log, Clock clock) {
        this.job = job;
        this.words = words;
        this.connection = connection;
        this.log = log;
        this.clock = clock;
    }

    /** Delivers; 0 when all is well or nobody asked for more, 1 when {@code fail-on} says so. */
    public int publish() throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        boolean fails;
        try {
            Occasion occasion = occasion();
            // A scan's issues say what code found; nobody reads the words of hundreds of advisories.
            Report report = occasion instanceof Scan ? read(job.report()) : words.apply(read(job.report()));
            fails = ConsoleReport.fails(report, job.failOn());
            JobFiles.summarise(job.summary(), MarkdownReport.summary(report));
            outputs.put("verdict", report.verdict().word());
            outputs.put("findings", String.valueOf(findings(report)));
            outputs.put("report", job.report().toAbsolutePath().toString());
            outputs.put("comment-url", deliver(report, occasion));
        } catch (AdvisorException e) {
            // What cannot be read cannot be said to be harmless.
            fails = !job.failOn().equals("never");
            notices.add(new Notice(fails ? Notice.Level.ERROR : Notice.Level.WARNING, "No advice: " + e.getMessage()));
        }
        notices.forEach(notice -> log.println(notice.command()));
        JobFiles.summarise(job.summary(), told());
        JobFiles.outputs(job.output(), outputs);
        return fails ? 1 : 0;
    }

    private static Report read(Path file) throws IOException {
        if (!Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            throw new AdvisorException("there is no report; the log of the analysis says why.");
        }
        if (Files.size(file) > LARGEST_REPORT) {
            throw new AdvisorException("the report has more than " + (LARGEST_REPORT >> 20) + " MiB and is not read.");
        }
        return JsonReport.read(Files.readAllBytes(file));
    }

    private static long findings(Report report) {
        return report.advisories().stream()
                .mapToLong(advisory -> advisory.findings().size())
                .sum();
    }

    private String told() {
        StringBuilder text = new StringBuilder();
        notices.forEach(notice ->
                text.append("\n> ").append(Markdown.text(notice.text())).append('\n'));
        return text.toString();
    }

    /** The address of the comment; empty when there is none. */
    private String deliver(Report report, Occasion occasion) {
        if (!job.token().isThere()) {
            return "";
        }
        if (occasion instanceof PullRequest pull && pull.fork()) {
            notices.add(
                    Notice.notice("This is a fork's pull request, whose token may only read: the advice stands in this"
                            + " summary. To have it as a comment, publish it from a second workflow (README, Forks)."));
            return "";
        }
        try {
            if (occasion instanceof PullRequest pull) {
                return conversation(report, pull.number(), pull.headSha(), pull.draft(), false)
                        .proposedBy(pull.proposer())
                        .deliver();
            }
            if (occasion instanceof Analysed analysed) {
                return analysed(report, analysed);
            }
            if (occasion instanceof Scan) {
                scanned(report);
            }
            if (occasion instanceof MergeGroup group
                    && !group.headSha().isEmpty()
                    && job.wishes().check()) {
                new Conversation(job, connection.open(job), report, notices).checkAlone(group.headSha());
            } else if (!(occasion instanceof MergeGroup) && job.wishes().sarif()) {
                new Conversation(job, connection.open(job), report, notices).scan(job.sha(), job.ref());
            }
        } catch (IOException | GHException e) {
            notices.add(Notice.warning("Nothing was posted: " + Refusal.of(e).text() + "."));
        }
        return "";
    }

    private void scanned(Report report) throws IOException {
        Hub hub = connection.open(job);
        List<String> told = new ArrayList<>();
        if (job.wishes().issues()) {
            told.addAll(new Upkeep(job.upkeep(), LocalDate.now(clock)).apply(report, hub));
        }
        if (job.mostPulls() > 0) {
            Path folder = job.report().toAbsolutePath().getParent();
            told.addAll(new Proposals(hub, job.mostPulls(), !job.isWorkflowsOwn()).publish(folder));
        }
        told.forEach(text -> notices.add(Notice.notice(text)));
    }

    private Occasion occasion() {
        try {
            return job.eventFile().isPresent()
                    ? Payload.read(
                            job.event(), Files.readAllBytes(job.eventFile().get()))
                    : new Occasion.Other(job.event());
        } catch (IOException | AdvisorException e) {
            notices.add(Notice.warning("The event cannot be read; the advice stands in this summary only."));
            return new Occasion.Other(job.event());
        }
    }

    private Conversation conversation(Report report, int number, String headSha, boolean draft, boolean foreign)
            throws IOException {
        return new Conversation(job, connection.open(job), report, notices).about(number, headSha, draft, foreign);
    }

    /** Finds the pull request of a fork by its branch; the first half, which the fork's code ran in, is not asked. */
    private String analysed(Report report, Analysed analysed) throws IOException {
        Hub hub = connection.open(job);
        Conversation conversation = new Conversation(job, hub, report, notices);
        var found = Forks.pullOf(hub, analysed);
        if (found.isEmpty()) {
            notices.add(
                    Notice.notice("No open pull request has this commit at its head any more; nothing was posted."));
            return "";
        }
        return conversation
                .about(found.get().number(), analysed.headSha(), found.get().draft(), analysed.fork())
                .deliver();
    }
}
