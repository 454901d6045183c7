package io.github.incidentadvisor.action;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.JsonReport;
import io.github.incidentadvisor.report.MarkdownReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the Action runs once a report is there: {@code print report.json} shows it as Markdown. */
public final class Main {
    private static final String USAGE =
            "Usage: print REPORT.json   shows a report of incident-advisor:check as Markdown";

    private Main() {}

    /** Exits with 0 when all went well, 2 when the arguments or the report are wrong. */
    public static void main(String[] arguments) {
        System.exit(run(
                arguments,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length != 2 || !arguments[0].equals("print")) {
            err.println(USAGE);
            return 2;
        }
        Path file = Path.of(arguments[1]);
        try {
            Report report = JsonReport.read(Files.readAllBytes(file));
            out.print(MarkdownReport.summary(report));
            return 0;
        } catch (IOException e) {
            err.println(file + " cannot be read: " + e.getMessage());
        } catch (AdvisorException e) {
            err.println(file + ": " + e.getMessage());
        }
        return 2;
    }
}
