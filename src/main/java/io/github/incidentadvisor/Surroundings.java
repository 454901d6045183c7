package io.github.incidentadvisor;

import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What a run takes from outside, so that the same tree, data and day give the same bytes.
 *
 * @param cacheHome where answers are kept unless the settings name another folder
 * @param nanos a clock for durations
 * @param environment where tokens come from; never shown
 * @param environment variables that may be looked at, such as {@code GITHUB_TOKEN}
 */
public record Surroundings(
        MavenContext maven,
        Path cacheHome,
        ProxySelector proxies,
        Clock clock,
        LongSupplier nanos,
        Progress progress,
        Map<String, String> environment) {
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

    Path cache(Settings settings) {
        return settings.optional(Setting.CACHE_DIRECTORY).map(Path::of).orElse(cacheHome);
    }
}
