package io.github.incidentadvisor;

import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.LongSupplier;

/**
 * What a run takes from outside, so that the same tree, data and day give the same bytes.
 *
 * @param nanos a clock for durations
 */
public record Surroundings(
        MavenContext maven, LifecycleSource lifecycles, Clock clock, LongSupplier nanos, Progress progress) {
    /** Gives the lifecycle data of a run. */
    public interface LifecycleSource {
        /** Refreshed where the settings allow it, for what {@code inventory} holds. */
        Lifecycles of(Settings settings, Requests requests, Inventory inventory, LocalDate today);

        /** As it ships, without a request. */
        Lifecycles offline(LocalDate today);
    }
}
