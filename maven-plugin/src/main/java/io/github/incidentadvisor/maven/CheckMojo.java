package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.Delivery;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import javax.inject.Inject;
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
public final class CheckMojo extends SettingsMojo {
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

    private final Checks checks;

    @Inject
    CheckMojo(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (!Turn.of(session(), execution).isOurs()) {
            getLog().debug("incident-advisor runs once, after the last project of the reactor");
            return;
        }
        Map<Setting, String> commandLine = CommandLine.of(session());
        Map<Setting, String> configured = configured();
        if (isSet(Setting.SKIP, commandLine, configured)) {
            getLog().info("incident-advisor is skipped");
            return;
        }
        Delivery delivery;
        try {
            delivery = checks.run(session(), commandLine, configured, getLog());
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

    @Override
    Map<Setting, String> own() {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        values.put(Setting.BASE, base);
        values.put(Setting.UPGRADE, upgrade);
        return values;
    }
}
