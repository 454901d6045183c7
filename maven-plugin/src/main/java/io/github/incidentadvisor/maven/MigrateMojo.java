package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import javax.inject.Inject;
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
public final class MigrateMojo extends SettingsMojo {
    /** The id of a migration, as the last report shows it. */
    @Parameter(property = "incident-advisor.id")
    private String id;

    /**
     * {@code worktree} edits the files, {@code branch} commits the edits on {@code incident-advisor/ID} and touches no file; without
     * it the difference is shown.
     */
    @Parameter(property = "incident-advisor.apply")
    private String apply;

    private final Checks checks;

    @Inject
    MigrateMojo(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute() throws MojoExecutionException {
        try {
            checks.migrate(session(), CommandLine.of(session()), configured(), getLog())
                    .forEach(getLog()::info);
        } catch (AdvisorException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    @Override
    Map<Setting, String> own() {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        values.put(Setting.ID, id);
        values.put(Setting.APPLY, apply);
        return values;
    }
}
