package io.github.incidentadvisor;

import io.github.incidentadvisor.evidence.vulnerabilities.RememberedVulnerabilities;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.http.Limits;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What a run takes from outside, so that the same tree, data and day give the same bytes.
 *
 * @param cacheHome where answers are kept unless the settings name another folder
 * @param nanos a clock for durations
 * @param environment where tokens come from, such as {@code GITHUB_TOKEN}; never shown
 * @param vulnerabilities what was answered about other projects of the same run
 */
public record Surroundings(
        MavenContext maven,
        Path cacheHome,
        ProxySelector proxies,
        Clock clock,
        LongSupplier nanos,
        Progress progress,
        Map<String, String> environment,
        RememberedVulnerabilities.Memory vulnerabilities) {
    /** With nothing known from other projects. */
    public Surroundings(
            MavenContext maven,
            Path cacheHome,
            ProxySelector proxies,
            Clock clock,
            LongSupplier nanos,
            Progress progress,
            Map<String, String> environment) {
        this(maven, cacheHome, proxies, clock, nanos, progress, environment, new RememberedVulnerabilities.Memory());
    }

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** With an environment that holds nothing: no source that needs a token can be asked. */
    public Surroundings(
            MavenContext maven,
            Path cacheHome,
            ProxySelector proxies,
            Clock clock,
            LongSupplier nanos,
            Progress progress) {
        this(maven, cacheHome, proxies, clock, nanos, progress, Map.of());
    }

    /** A variable of the environment; empty when it is not set. */
    String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /** Without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return "surroundings of " + maven.root();
    }

    /**
     * A client that asks these hosts only, within the budget.
     *
     * @param requests where they are counted
     */
    Http http(Requests requests, Set<String> hosts, Settings settings) {
        return new Http(
                requests,
                hosts,
                cache(settings).resolve("http"),
                clock,
                settings.flag(Setting.OFFLINE),
                Limits.DEFAULT.withBudget(settings.number(Setting.REQUEST_BUDGET)),
                "incident-advisor",
                proxies);
    }

    /** The token of the environment, for GitHub or for the server that the environment itself names; for no other. */
    Optional<String> tokenOf(URI api) {
        String own = environment.getOrDefault("GITHUB_API_URL", "https://api.github.com");
        return Optional.of(variable("GITHUB_TOKEN"))
                .filter(token -> !token.isEmpty())
                .filter(token -> own.replaceFirst("/+$", "").equals(api.toString()));
    }

    Path cache(Settings settings) {
        return settings.optional(Setting.CACHE_DIRECTORY).map(Path::of).orElse(cacheHome);
    }
}
