package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.Advisor;
import io.github.incidentadvisor.Delivery;
import io.github.incidentadvisor.Scan;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Tells what has to move and by when: the migrations of this project, or of many repositories.
 *
 * <p>Of many, each is read from git's objects: nothing of it is checked out, built or run. Start it in an empty folder, so that Maven
 * itself reads no POM of theirs either. A run that was stopped goes on where it was, and what has not changed is not read again.
 *
 * @since 1.0.0
 */
@Mojo(name = "scan", aggregator = true, requiresProject = false, threadSafe = true)
public final class ScanMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /**
     * Many repositories instead of the present project: a folder of clones (ordinary or bare, in {@code owner+name} or
     * {@code owner+name/repo}), a file that lists them, or several of these, comma-separated.
     */
    @Parameter(property = "incident-advisor.repositories")
    private String repositories;

    /** Who uses what: {@code group:artifact<2.0}, {@code postgres<=15}, {@code actions/checkout=v4}, comma-separated. */
    @Parameter(property = "incident-advisor.who")
    private String who;

    /** Scan only one of several shards: {@code 3/16}, or {@code 3} with a {@code plan}. */
    @Parameter(property = "incident-advisor.shard")
    private String shard;

    /** Scan nothing; write a plan of so many shards, 256 at most, balanced by POMs. */
    @Parameter(property = "incident-advisor.shards")
    private String shards;

    /** The plan.json that {@code shards} wrote. */
    @Parameter(property = "incident-advisor.plan")
    private String plan;

    /** Scan nothing; make one report of what shards wrote, each in a folder of its own in this one. */
    @Parameter(property = "incident-advisor.merge")
    private String merge;

    /** Where the last scan left its results, if not in {@code outputDirectory}. */
    @Parameter(property = "incident-advisor.state")
    private String state;

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
    ScanMojo(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        var question = new Advisor.Question(LiveMaven.root(session), CommandLine.of(session), configured());
        if (question.flag(Setting.SKIP)) {
            getLog().info("incident-advisor is skipped");
            return;
        }
        try {
            if (Scan.isOfMany(question)) {
                checks.scanMany(session, question, getLog()).forEach(getLog()::info);
                return;
            }
            Delivery delivery = checks.scan(session, question, getLog());
            delivery.lines().forEach(getLog()::info);
            if (delivery.fails()) {
                throw new MojoFailureException(delivery.headline()
                        + delivery.folder().map(folder -> " See " + folder).orElse(""));
            }
        } catch (AdvisorException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new MojoExecutionException("incident-advisor could not do its work: " + e, e);
        }
    }

    /** What the POM or the command line set; Maven has merged the two, so the command line is asked again later. */
    private Map<Setting, String> configured() {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        put(values, Setting.REPOSITORIES, repositories);
        put(values, Setting.WHO, who);
        put(values, Setting.SHARD, shard);
        put(values, Setting.SHARDS, shards);
        put(values, Setting.PLAN, plan);
        put(values, Setting.MERGE, merge);
        put(values, Setting.STATE, state);
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
