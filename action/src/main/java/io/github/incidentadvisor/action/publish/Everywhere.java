package io.github.incidentadvisor.action.publish;

import io.github.incidentadvisor.action.hub.Hub;
import io.github.incidentadvisor.action.hub.Refusal;
import io.github.incidentadvisor.action.issues.Upkeep;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.organisation.Member;
import io.github.incidentadvisor.report.JsonReport;
import io.github.incidentadvisor.report.Markdown;
import io.github.incidentadvisor.report.OrganisationJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Brings the issues of many repositories up to date with the merged folder of one scan. One after the other, so that the limit is one
 * over all of them: people who look after many repositories look at five issues, not at five for each. What is nearest comes first;
 * what finds no room stands in the organisation's report.
 */
public final class Everywhere {
    /** A way to a repository, {@code owner/name}. */
    public interface Connection {
        /** Opens it. */
        Hub open(String repository) throws IOException;
    }

    /** Its token covers one repository. */
    private static final String WORKFLOWS_OWN = "github-actions[bot]";

    private static final long LARGEST = 64L << 20;

    private final Upkeep.Wishes wishes;
    private final Connection connection;
    private final LocalDate today;
    private final List<String> notices = new ArrayList<>();

    /** @param wishes whose {@code most} is over all repositories */
    public Everywhere(Upkeep.Wishes wishes, Connection connection, LocalDate today) {
        this.wishes = wishes;
        this.connection = connection;
        this.today = today;
    }

    /**
     * As the inputs say.
     *
     * @throws AdvisorException when issues of earlier scans could not be found again, since nobody says who wrote them
     */
    public static Everywhere of(Job job, Connection connection, LocalDate today) {
        if (!job.token().isThere()) {
            throw new AdvisorException("there is no token; only the report of the organisation is made.");
        }
        if (job.author().equals(WORKFLOWS_OWN)) {
            throw new AdvisorException("comment-author must name the account of the token, such as my-app[bot]:"
                    + " by it the issues of the last scan are found again.");
        }
        return new Everywhere(job.upkeep(), connection, today);
    }

    /** Publishes, and tells the runner and the summary what people should know. */
    public void tell(Job job, PrintStream log) throws IOException {
        StringBuilder summary = new StringBuilder();
        for (String text : publish(job.report())) {
            log.println(Notice.notice(text).command());
            summary.append("\n> ").append(Markdown.text(text)).append('\n');
        }
        JobFiles.summarise(job.summary(), summary.toString());
    }

    /** A repository that can be reached, and how many issues of ours are open there. */
    private record Site(String name, Report report, Hub hub, long open) {}

    /** What people who run this should know; {@code folder} holds {@code organisation.json} and {@code repositories/OWNER+NAME}. */
    public List<String> publish(Path folder) throws IOException {
        List<Site> sites = sites(folder);
        sites.sort(Comparator.comparing(site -> nearest(site.report())));
        long room = wishes.most() - sites.stream().mapToLong(Site::open).sum();
        for (Site site : sites) {
            Upkeep upkeep = new Upkeep(wishes.atMost((int) Math.max(0, site.open() + room)), today);
            upkeep.apply(site.report(), site.hub()).forEach(text -> notices.add(site.name() + ": " + text));
            try {
                room -= upkeep.open(site.hub()) - site.open();
            } catch (IOException e) {
                // It cannot be told how many were opened, so nobody else may.
                notices.add(site.name() + ": " + Refusal.of(e).text() + "; no more issues are opened.");
                room = Math.min(room, 0);
            }
        }
        return List.copyOf(notices);
    }

    /** The day of what is due first; those with nothing due come before all, since what they close makes room. */
    private LocalDate nearest(Report report) {
        List<String> due = Upkeep.due(report, wishes.leadTimes());
        return report.migrations().stream()
                .filter(one -> due.contains(one.id()))
                .map(one -> one.deadline().isKnown() ? one.deadline().on() : report.asOf())
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private List<Site> sites(Path folder) throws IOException {
        List<Site> sites = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        for (Member member : OrganisationJson.read(bytes(folder.resolve("organisation.json")))
                .members()) {
            String name = member.name();
            if (!name.matches("[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}")) {
                notices.add("A repository whose name is no OWNER/NAME has no issues.");
            } else if (seen.add(name.toLowerCase(Locale.ROOT))) {
                try {
                    Report report = JsonReport.read(
                            bytes(folder.resolve("repositories/" + name.replace('/', '+') + "/report.json")));
                    Hub hub = connection.open(name);
                    sites.add(new Site(name, report, hub, new Upkeep(wishes, today).open(hub)));
                } catch (AdvisorException e) {
                    notices.add(name + ": its report cannot be read: " + e.getMessage() + ".");
                } catch (IOException e) {
                    Refusal refusal = Refusal.of(e);
                    notices.add(name + ": " + refusal.text() + ".");
                    if (refusal.endsAll()) {
                        return new ArrayList<>();
                    }
                }
            }
        }
        return sites;
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
            throw new AdvisorException(file.getFileName() + " is not there, or no file of a size that is read");
        }
        return Files.readAllBytes(file);
    }
}
