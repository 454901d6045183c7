package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.Advisor;
import io.github.incidentadvisor.Surroundings;
import io.github.incidentadvisor.settings.Setting;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** Runs the engine for a session. */
@Named
@Singleton
public class Checks {
    private final LiveMaven maven;

    @Inject
    Checks(LiveMaven maven) {
        this.maven = maven;
    }

    /** What came of it, as far as a goal has to know. */
    record Outcome(boolean fails, String headline, String reportFile) {}

    Outcome run(MavenSession session, Map<Setting, String> configured, Log log) {
        Map<Setting, String> commandLine = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String value = session.getUserProperties().getProperty(Setting.PREFIX + setting.key());
            if (value != null) {
                commandLine.put(setting, value);
            }
        }
        if (session.isOffline()) {
            commandLine.put(Setting.OFFLINE, "true");
        }
        Surroundings surroundings = new Surroundings(
                maven.of(session),
                Path.of(System.getProperty("user.home"), ".cache", "incident-advisor"),
                LiveMaven.proxies(session),
                Clock.systemDefaultZone(),
                System::nanoTime,
                new MavenProgress(log));
        Advisor.Answer answer =
                new Advisor(surroundings).check(new Advisor.Question(LiveMaven.root(session), commandLine, configured));
        if (System.getProperty("ia.dump") != null) {
            Dump.to(answer, System.getProperty("ia.dump"));
        }
        log.info(answer.report().headline());
        log.info(answer.report().usage().toString());
        return new Outcome(false, answer.report().headline(), "");
    }
}
