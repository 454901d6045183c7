package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.Delivery;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Tells what the version changes of this project risk, what of it is near its end, and what to do about it.
 *
 * <p>Run it on its own ({@code mvn incident-advisor:check}) or after a build ({@code mvn verify incident-advisor:check}). It
 * forks nothing, resolves nothing that it does not need, and fails the build only as {@code failOn} says.
 *
 * @since 1.0.0
 */
@Mojo(name = "check", aggregator = true, requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /**
     * The commit to compare with. Without it: HEAD if the working directory has changes on the default branch, else the merge
     * base with the default branch, else none: the state is judged.
     */
    @Parameter(property = "incident-advisor.base")
    private String base;

    /**
     * What if: {@code group:artifact:version}, {@code eks=1.33} (or gke, aks, kubernetes, another platform), {@code image=name:tag};
     * comma-separated, judged without editing anything.
     */
    @Parameter(property = "incident-advisor.upgrade")
    private String upgrade;

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

    /** Write the exact request for the model to {@code request.json} in the output folder, and send nothing. */
    @Parameter(property = "incident-advisor.showPrompt")
    private String showPrompt;

    /** A folder: the exact request goes into its request.json, the answer is taken from its answer.json; nothing is sent. */
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

    private final Checks checks;

    @Inject
    CheckMojo(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (!Turn.of(session, execution).isOurs()) {
            getLog().debug("incident-advisor runs once, after the last project of the reactor");
            return;
        }
        Map<Setting, String> commandLine = CommandLine.of(session);
        Map<Setting, String> configured = configured();
        if (isSet(Setting.SKIP, commandLine, configured)) {
            getLog().info("incident-advisor is skipped");
            return;
        }
        Delivery delivery;
        try {
            delivery = checks.run(session, commandLine, configured, getLog());
        } catch (AdvisorException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (RuntimeException e) {
            if (isSet(Setting.FAIL_ON_ERROR, commandLine, configured)) {
                throw new MojoExecutionException("incident-advisor could not do its work: " + e, e);
            }
            getLog().warn("incident-advisor could not do its work, and the build goes on without it: " + e);
            getLog().warn(
                            "Run with -X for the stack trace, and please report it; failOnError=true fails the build instead.");
            getLog().debug(e);
            return;
        }
        delivery.lines().forEach(getLog()::info);
        if (delivery.fails()) {
            throw new MojoFailureException(delivery.headline()
                    + delivery.folder().map(folder -> " See " + folder).orElse(""));
        }
    }

    private static boolean isSet(Setting flag, Map<Setting, String> commandLine, Map<Setting, String> configured) {
        String value = commandLine.getOrDefault(flag, configured.getOrDefault(flag, "false"));
        return value.isBlank() || value.strip().equals("true");
    }

    /** What the POM or the command line set; Maven has merged the two, so the command line is asked again later. */
    private Map<Setting, String> configured() {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        put(values, Setting.BASE, base);
        put(values, Setting.UPGRADE, upgrade);
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
        put(values, Setting.SHOW_PROMPT, showPrompt);
        put(values, Setting.RECORD, record);
        put(values, Setting.INCIDENTS, incidents);
        put(values, Setting.REDACT, redact);
        put(values, Setting.QUOTE_PRIVATE_INCIDENTS, quotePrivateIncidents);
        return values;
    }

    private static void put(Map<Setting, String> values, Setting setting, String value) {
        if (value != null) {
            values.put(setting, value);
        }
    }
}
