package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.Advisor;
import io.github.incidentadvisor.Delivery;
import io.github.incidentadvisor.Surroundings;
import io.github.incidentadvisor.settings.Setting;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
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

    Delivery run(MavenSession session, Map<Setting, String> commandLine, Map<Setting, String> configured, Log log) {
        Surroundings surroundings = new Surroundings(
                maven.of(session),
                Path.of(System.getProperty("user.home"), ".cache", "incident-advisor"),
                LiveMaven.proxies(session),
                Clock.systemDefaultZone(),
                System::nanoTime,
                new MavenProgress(log, System::nanoTime),
                environment());
        Path where = LiveMaven.root(session);
        return Delivery.of(
                new Advisor(surroundings).check(new Advisor.Question(where, commandLine, configured)), where);
    }

    /** What of the environment the engine may see. */
    private static Map<String, String> environment() {
        Map<String, String> seen = new HashMap<>();
        for (String name : List.of("GITHUB_TOKEN", "GITHUB_API_URL")) {
            String value = System.getenv(name);
            if (value != null) {
                seen.put(name, value);
            }
        }
        return seen;
    }
}
