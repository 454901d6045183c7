package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that judge have in common: the settings of the engine as parameters. */
abstract class SettingsMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** The day to judge deadlines by, such as 2026-11-24; the clock's when absent. */
    @Parameter(property = "incident-advisor.today")
    private String today;

    /** Fail the build on {@code broken}, {@code action} or {@code any} finding of the change, or {@code never} (default). */
    @Parameter(property = "incident-advisor.failOn")
    private String failOn;

    /** Where the reports go; {@code target/incident-advisor} of the root by default. */
    @Parameter(property = "incident-advisor.outputDirectory")
    private String outputDirectory;

    /** Of {@code console,markdown,json,sarif,html,cyclonedx}; {@code console,json,markdown} by default. */
    @Parameter(property = "incident-advisor.formats")
    private String formats;

    /** Ask no host but a model on this machine; {@code true} whenever Maven itself is offline ({@code -o}). */
    @Parameter(property = "incident-advisor.offline")
    private String offline;

    /** Do nothing at all. */
    @Parameter(property = "incident-advisor.skip")
    private String skip;

    /** The most findings that a report holds (200). */
    @Parameter(property = "incident-advisor.maxFindings")
    private String maxFindings;

    /** The most requests of one run (150). */
    @Parameter(property = "incident-advisor.requestBudget")
    private String requestBudget;

    /** Where answers are kept between runs; {@code ~/.cache/incident-advisor} by default. */
    @Parameter(property = "incident-advisor.cacheDirectory")
    private String cacheDirectory;

    /** The lifecycle API: {@code https://endoflife.date/api/v1} or a mirror of it. */
    @Parameter(property = "incident-advisor.lifecycleUrl")
    private String lifecycleUrl;

    /** GitHub's API, for release notes: {@code https://api.github.com}, or {@code https://HOST/api/v3} of a server of one's own. */
    @Parameter(property = "incident-advisor.githubApiUrl")
    private String githubApiUrl;

    /** OSV's API, for known vulnerabilities: {@code https://api.osv.dev} or a mirror of it. */
    @Parameter(property = "incident-advisor.osvUrl")
    private String osvUrl;

    /** A folder of release notes, files named for their artifacts; {@code .incident-advisor/notes} by default. */
    @Parameter(property = "incident-advisor.notes")
    private String notes;

    /** A folder of clones, each in {@code owner+name}, to read release notes from before GitHub is asked. */
    @Parameter(property = "incident-advisor.clones")
    private String clones;

    /** Comma-separated addresses of RSS or Atom feeds whose entries about what the project has are shown. */
    @Parameter(property = "incident-advisor.feeds")
    private String feeds;

    /** Comma-separated groupIds ({@code com.acme} or {@code com.acme.*}) that no outside host is ever asked about. */
    @Parameter(property = "incident-advisor.privateGroups")
    private String privateGroups;

    /** The Kubernetes release of your clusters, such as 1.33, where no file of the repository declares a cluster. */
    @Parameter(property = "incident-advisor.kubernetesVersion")
    private String kubernetesVersion;

    /** Fail the build on our own trouble too, which is otherwise a warning. */
    @Parameter(property = "incident-advisor.failOnError")
    private String failOnError;

    /** The model that words the report, as its server calls it; without one the words are a template's and nothing is sent. */
    @Parameter(property = "incident-advisor.model")
    private String model;

    /** A server of OpenAI's Chat Completions; {@code OPENAI_BASE_URL}, else OpenAI itself, when absent. */
    @Parameter(property = "incident-advisor.modelBaseUrl")
    private String modelBaseUrl;

    /** The server of settings.xml whose password is the key; {@code OPENAI_API_KEY} when absent. */
    @Parameter(property = "incident-advisor.serverId")
    private String serverId;

    /**
     * Ask the model once more which of its sentences that the checks let through do not follow from what they cite; those are
     * dropped, and it can do no more.
     */
    @Parameter(property = "incident-advisor.secondReading")
    private String secondReading;

    /** Write the exact request for the model to {@code request.json} in the output folder, and send nothing. */
    @Parameter(property = "incident-advisor.showPrompt")
    private String showPrompt;

    /**
     * A folder: the exact request goes into its request.json, the answer is taken from its answer.json, and so with
     * second-request.json and second-answer.json for the second reading; nothing is sent.
     */
    @Parameter(property = "incident-advisor.record")
    private String record;

    /** Where past incidents are kept: folders and files, git, pagerduty, jira:SITE/PROJECT, github:OWNER/NAME. */
    @Parameter(property = "incident-advisor.incidents")
    private String incidents;

    /** Names that no quote of an incident may hold. */
    @Parameter(property = "incident-advisor.redact")
    private String redact;

    /** Quote private incidents, not only name and link them. */
    @Parameter(property = "incident-advisor.quotePrivateIncidents")
    private String quotePrivateIncidents;

    final MavenSession session() {
        return session;
    }

    /** What the POM or the command line set; Maven has merged the two, so the command line is asked again later. */
    final Map<Setting, String> configured() {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        put(values, Setting.TODAY, today);
        put(values, Setting.FAIL_ON, failOn);
        put(values, Setting.OUTPUT_DIRECTORY, outputDirectory);
        put(values, Setting.FORMATS, formats);
        put(values, Setting.OFFLINE, offline);
        put(values, Setting.SKIP, skip);
        put(values, Setting.MAX_FINDINGS, maxFindings);
        put(values, Setting.REQUEST_BUDGET, requestBudget);
        put(values, Setting.CACHE_DIRECTORY, cacheDirectory);
        put(values, Setting.LIFECYCLE_URL, lifecycleUrl);
        put(values, Setting.GITHUB_API_URL, githubApiUrl);
        put(values, Setting.OSV_URL, osvUrl);
        put(values, Setting.NOTES, notes);
        put(values, Setting.CLONES, clones);
        put(values, Setting.FEEDS, feeds);
        put(values, Setting.PRIVATE_GROUPS, privateGroups);
        put(values, Setting.KUBERNETES_VERSION, kubernetesVersion);
        put(values, Setting.FAIL_ON_ERROR, failOnError);
        put(values, Setting.MODEL, model);
        put(values, Setting.MODEL_BASE_URL, modelBaseUrl);
        put(values, Setting.SERVER_ID, serverId);
        put(values, Setting.SECOND_READING, secondReading);
        put(values, Setting.SHOW_PROMPT, showPrompt);
        put(values, Setting.RECORD, record);
        put(values, Setting.INCIDENTS, incidents);
        put(values, Setting.REDACT, redact);
        put(values, Setting.QUOTE_PRIVATE_INCIDENTS, quotePrivateIncidents);
        own().forEach((setting, value) -> put(values, setting, value));
        return values;
    }

    /** The settings that only this goal has; null for what is not set. */
    abstract Map<Setting, String> own();

    private static void put(Map<Setting, String> values, Setting setting, String value) {
        if (value != null) {
            values.put(setting, value);
        }
    }
}
