package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.Advisor;
import io.github.incidentadvisor.Delivery;
import io.github.incidentadvisor.Scan;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import javax.inject.Inject;
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
public final class ScanMojo extends SettingsMojo {
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

    private final Checks checks;

    @Inject
    ScanMojo(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        var question = new Advisor.Question(LiveMaven.root(session()), CommandLine.of(session()), configured());
        if (question.flag(Setting.SKIP)) {
            getLog().info("incident-advisor is skipped");
            return;
        }
        try {
            if (Scan.isOfMany(question)) {
                checks.scanMany(session(), question, getLog()).forEach(getLog()::info);
                return;
            }
            Delivery delivery = checks.scan(session(), question, getLog());
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

    @Override
    Map<Setting, String> own() {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        values.put(Setting.REPOSITORIES, repositories);
        values.put(Setting.WHO, who);
        values.put(Setting.SHARD, shard);
        values.put(Setting.SHARDS, shards);
        values.put(Setting.PLAN, plan);
        values.put(Setting.MERGE, merge);
        values.put(Setting.STATE, state);
        return values;
    }
}
