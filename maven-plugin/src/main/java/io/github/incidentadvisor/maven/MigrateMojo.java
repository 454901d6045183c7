package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the mechanical part of a migration of the last report, shows the difference, and says what is left to do by hand.
 *
 * <p>For example {@code mvn incident-advisor:migrate -Dincident-advisor.id=mig-3f9a1c}; {@code check} and {@code scan} name the
 * migrations. Nothing is written without {@code apply}.
 *
 * @since 1.0.0
 */
@Mojo(name = "migrate", aggregator = true, requiresProject = false, threadSafe = true)
public final class MigrateMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** The id of a migration, as the last report shows it. */
    @Parameter(property = "incident-advisor.id")
    private String id;

    /**
     * {@code worktree} edits the files, {@code branch} commits the edits on {@code incident-advisor/ID} and touches no file; without
     * it the difference is shown.
     */
    @Parameter(property = "incident-advisor.apply")
    private String apply;

    /** Where the last report is; {@code target/incident-advisor} of the root by default. */
    @Parameter(property = "incident-advisor.outputDirectory")
    private String outputDirectory;

    /** The day to judge by, such as 2026-11-24; the clock's when absent. */
    @Parameter(property = "incident-advisor.today")
    private String today;

    /** Ask no host; {@code true} whenever Maven itself is offline ({@code -o}). */
    @Parameter(property = "incident-advisor.offline")
    private String offline;

    private final Checks checks;

    @Inject
    MigrateMojo(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute() throws MojoExecutionException {
        try {
            checks.migrate(session, CommandLine.of(session), configured(), getLog())
                    .forEach(getLog()::info);
        } catch (AdvisorException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private Map<Setting, String> configured() {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        put(values, Setting.ID, id);
        put(values, Setting.APPLY, apply);
        put(values, Setting.OUTPUT_DIRECTORY, outputDirectory);
        put(values, Setting.TODAY, today);
        put(values, Setting.OFFLINE, offline);
        return values;
    }

    private static void put(Map<Setting, String> values, Setting setting, String value) {
        if (value != null) {
            values.put(setting, value);
        }
    }
}
