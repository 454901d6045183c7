package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.LastReport;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.report.Explain;
import io.github.incidentadvisor.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints one finding of the last report with its whole chain of evidence.
 *
 * <p>For example {@code mvn incident-advisor:explain -Dincident-advisor.id=eol-3f9a1c}; {@code check} prints the line to paste.
 *
 * @since 1.0.0
 */
@Mojo(name = "explain", aggregator = true, requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** The id of a finding, a task or an advisory, as reports show it. */
    @Parameter(property = "incident-advisor.id")
    private String id;

    /** Where the last report is; {@code target/incident-advisor} of the root by default. */
    @Parameter(property = "incident-advisor.outputDirectory")
    private String outputDirectory;

    @Override
    public void execute() throws MojoExecutionException {
        Map<Setting, String> configured = new EnumMap<>(Setting.class);
        if (outputDirectory != null) {
            configured.put(Setting.OUTPUT_DIRECTORY, outputDirectory);
        }
        try {
            var report = LastReport.read(LiveMaven.root(session), CommandLine.of(session), configured);
            Explain.lines(report, id == null ? "" : id).forEach(getLog()::info);
        } catch (AdvisorException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
