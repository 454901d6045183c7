package io.github.incidentadvisor.action;

import io.github.incidentadvisor.action.event.Bases;
import io.github.incidentadvisor.action.hub.Door;
import io.github.incidentadvisor.action.issues.Upkeep;
import io.github.incidentadvisor.action.publish.Everywhere;
import io.github.incidentadvisor.action.publish.Job;
import io.github.incidentadvisor.action.publish.Publisher;
import io.github.incidentadvisor.action.publish.Words;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.JsonReport;
import io.github.incidentadvisor.report.MarkdownReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the Action runs beside Maven; it never runs anything of the project that is looked at. */
public final class Main {
    private static final String USAGE = """
            Usage: print REPORT.json   shows a report of incident-advisor:check as Markdown
                   base                prints what the event of this workflow compares with: a commit, "parent COMMIT", or nothing
                   migrations          prints the ids of the migrations of INCIDENT_ADVISOR_REPORT that are to be begun
                   publish [-]         delivers the report that INCIDENT_ADVISOR_REPORT names, as the inputs of the action say;
                                       "-": the token, and the key of a model in a second line, are on the standard input, where
                                       no other process can read them
                   publish-all [-]     keeps the issues of all repositories of the scan whose merged folder INCIDENT_ADVISOR_REPORT
                                       names; INCIDENT_ADVISOR_MOST_ISSUES is over all of them
            """;

    private Main() {}

    /** Exits with 0 when all went well, 1 when the findings are beyond {@code fail-on}, 2 when something is wrong with the call. */
    public static void main(String[] arguments) {
        System.exit(run(
                arguments,
                System.getenv(),
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8)));
    }

    static int run(
            String[] arguments, Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
        try {
            String order = arguments.length == 0 ? "" : arguments[0];
            if (order.equals("print") && arguments.length == 2) {
                Report report = JsonReport.read(Files.readAllBytes(Path.of(arguments[1])));
                out.print(MarkdownReport.summary(report));
                return 0;
            }
            if (order.equals("base") && arguments.length == 1) {
                out.print(Bases.of(environment));
                return 0;
            }
            if (order.equals("migrations") && arguments.length == 1) {
                Job job = Job.of(environment);
                Upkeep.due(
                                JsonReport.read(Files.readAllBytes(job.report())),
                                job.upkeep().leadTimes())
                        .stream()
                        .limit(job.mostPulls())
                        .forEach(out::println);
                return 0;
            }
            if (order.equals("publish")
                    && (arguments.length == 1 || arguments.length == 2 && arguments[1].equals("-"))) {
                Job job = Job.of(arguments.length == 1 ? environment : withToken(environment, in));
                Door door = Door.of(environment);
                return new Publisher(
                                job,
                                Words.of(job.model(), door, environment),
                                one -> door.open(one.api(), one.token(), one.repository()),
                                out,
                                Clock.systemUTC())
                        .publish();
            }
            if (order.equals("publish-all")
                    && (arguments.length == 1 || arguments.length == 2 && arguments[1].equals("-"))) {
                Job job = Job.of(arguments.length == 1 ? environment : withToken(environment, in));
                Door door = Door.of(environment);
                Everywhere.of(job, name -> door.open(job.api(), job.token(), name), LocalDate.now(Clock.systemUTC()))
                        .tell(job, out);
                return 0;
            }
            err.print(USAGE);
        } catch (IOException e) {
            err.println("A file cannot be read or written: " + e.getMessage());
        } catch (AdvisorException e) {
            err.println((arguments.length > 1 ? arguments[1] + ": " : "") + e.getMessage());
        }
        return 2;
    }

    private static Map<String, String> withToken(Map<String, String> environment, InputStream in) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        List<String> lines =
                new String(in.readNBytes(8_192), StandardCharsets.UTF_8).lines().toList();
        all.put("INCIDENT_ADVISOR_TOKEN", lines.isEmpty() ? "" : lines.get(0).strip());
        if (lines.size() > 1) {
            all.put("OPENAI_API_KEY", lines.get(1).strip());
        }
        return all;
    }
}
