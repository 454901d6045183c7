package io.github.incidentadvisor.action.publish;

import io.github.incidentadvisor.action.hub.Token;
import io.github.incidentadvisor.action.issues.Upkeep;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.LeadTimes;
import io.github.incidentadvisor.model.StableId;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the runner and the inputs of the action say, all of it in environment variables.
 *
 * @param repository {@code owner/name}
 * @param sha the commit that is checked out; on a pull request its merge with the base
 * @param runUrl where this run can be looked at; empty outside of one
 * @param author whose comments are ours
 * @param upkeep how issues are kept on a schedule
 * @param mostPulls how many draft pull requests of begun migrations may be open at once
 * @param model who words the report
 * @param scope the folder that was looked at, for repositories that look at several; empty for the whole
 */
public record Job(
        URI api,
        String repository,
        String event,
        Optional<Path> eventFile,
        String sha,
        String ref,
        String runUrl,
        Optional<Path> summary,
        Optional<Path> output,
        Token token,
        Path report,
        String failOn,
        String author,
        String scope,
        Wishes wishes,
        Upkeep.Wishes upkeep,
        int mostPulls,
        Model model) {
    /** Whether the token is that of the workflow itself, as far as its account tells. */
    boolean isWorkflowsOwn() {
        return author.equals("github-actions[bot]") && !token.isOfAPerson();
    }

    /** Which deliveries are wanted. */
    public record Wishes(
            boolean comment,
            boolean check,
            boolean suggestions,
            boolean sarif,
            boolean labels,
            boolean drafts,
            boolean issues) {}

    /**
     * Who words the report.
     *
     * @param name empty when nobody is to
     * @param baseUrl empty for OpenAI's own
     * @param secondReading whether it is asked once more what does not follow from the evidence
     * @param jars the folder of the client library; empty when it could not be had
     */
    public record Model(String name, String baseUrl, boolean secondReading, Token key, Optional<Path> jars) {}

    private static final Set<String> FAIL_ON = Set.of("never", "broken", "action", "any");

    /** @throws AdvisorException naming the variable that is not as it should be */
    public static Job of(Map<String, String> environment) {
        String repository = environment.getOrDefault("GITHUB_REPOSITORY", "");
        if (!repository.matches("[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}")) {
            throw new AdvisorException("GITHUB_REPOSITORY is no OWNER/NAME; the publisher runs in a workflow.");
        }
        String failOn =
                environment.getOrDefault("INCIDENT_ADVISOR_FAIL_ON", "never").strip();
        if (!failOn.isEmpty() && !FAIL_ON.contains(failOn)) {
            throw new AdvisorException("fail-on must be one of never, broken, action, any.");
        }
        String report = environment.getOrDefault("INCIDENT_ADVISOR_REPORT", "");
        if (report.isBlank()) {
            throw new AdvisorException("INCIDENT_ADVISOR_REPORT does not name the report.");
        }
        String author = text(environment, "COMMENT_AUTHOR", "github-actions[bot]");
        return new Job(
                api(environment.getOrDefault("GITHUB_API_URL", "https://api.github.com")),
                repository,
                environment.getOrDefault("GITHUB_EVENT_NAME", ""),
                file(environment, "GITHUB_EVENT_PATH"),
                environment.getOrDefault("GITHUB_SHA", ""),
                environment.getOrDefault("GITHUB_REF", ""),
                runUrl(environment, repository),
                file(environment, "GITHUB_STEP_SUMMARY"),
                file(environment, "GITHUB_OUTPUT"),
                new Token(environment.getOrDefault("INCIDENT_ADVISOR_TOKEN", "").strip()),
                Path.of(report),
                failOn.isEmpty() ? "never" : failOn,
                author,
                scope(text(environment, "WORKING_DIRECTORY", ".")),
                new Wishes(
                        flag(environment, "COMMENT", true),
                        flag(environment, "CHECK", true),
                        flag(environment, "SUGGESTIONS", true),
                        flag(environment, "SARIF", false),
                        flag(environment, "LABELS", false),
                        flag(environment, "DRAFTS", false),
                        flag(environment, "ISSUES", true)),
                new Upkeep.Wishes(
                        author,
                        scope(text(environment, "WORKING_DIRECTORY", ".")),
                        leadTimes(text(environment, "LEAD_TIMES", "")),
                        most("most-issues", text(environment, "MOST_ISSUES", "5")),
                        flag(environment, "MILESTONES", false)),
                most("most-pulls", text(environment, "MOST_PULLS", "0")),
                new Model(
                        text(environment, "MODEL", ""),
                        text(environment, "MODEL_BASE_URL", ""),
                        flag(environment, "SECOND_READING", false),
                        new Token(environment.getOrDefault("OPENAI_API_KEY", "")),
                        file(environment, "INCIDENT_ADVISOR_MODEL_JARS")));
    }

    private static LeadTimes leadTimes(String text) {
        return text.isEmpty() ? LeadTimes.DEFAULT : LeadTimes.of(text);
    }

    private static int most(String name, String text) {
        if (!text.matches("\\d{1,2}")) {
            throw new AdvisorException(name + " must be a number up to 99.");
        }
        return Integer.parseInt(text);
    }

    private static String scope(String folder) {
        String plain = folder.replace('\\', '/').replaceFirst("^(\\./)+", "").replaceFirst("/+$", "");
        if (plain.isEmpty() || plain.equals(".")) {
            return "";
        }
        return plain.matches("[A-Za-z0-9._/-]{1,60}") && !plain.contains("--") ? plain : StableId.of("folder", plain);
    }

    /** Plain http only to this machine, since the token goes with each request. */
    private static URI api(String text) {
        try {
            URI uri = URI.create(text.strip());
            boolean here = "http".equals(uri.getScheme())
                    && Set.of("127.0.0.1", "localhost", "[::1]").contains(uri.getHost());
            if (uri.getHost() != null && uri.getUserInfo() == null && ("https".equals(uri.getScheme()) || here)) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new AdvisorException("GITHUB_API_URL is no https address.");
    }

    private static String runUrl(Map<String, String> environment, String repository) {
        String server = environment.getOrDefault("GITHUB_SERVER_URL", "");
        String run = environment.getOrDefault("GITHUB_RUN_ID", "");
        return server.matches("https://[A-Za-z0-9.:-]+") && run.matches("\\d{1,20}")
                ? server + "/" + repository + "/actions/runs/" + run
                : "";
    }

    private static Optional<Path> file(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(path -> !path.isBlank())
                .map(Path::of);
    }

    private static String text(Map<String, String> environment, String name, String fallback) {
        String value = environment.getOrDefault("INCIDENT_ADVISOR_" + name, "").strip();
        return value.isEmpty() ? fallback : value;
    }

    private static boolean flag(Map<String, String> environment, String name, boolean fallback) {
        String value = text(environment, name, String.valueOf(fallback));
        if (!value.equals("true") && !value.equals("false")) {
            throw new AdvisorException(
                    name.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + " must be true or false.");
        }
        return value.equals("true");
    }
}
