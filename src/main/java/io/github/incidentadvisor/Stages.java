package io.github.incidentadvisor;

import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.model.Usage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Times the stages of a run. */
final class Stages {
    private final LongSupplier nanos;
    private final long start;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    /** @param nanos a clock for durations */
    Stages(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    <T> T time(String stage, Supplier<T> work) {
        long before = nanos.getAsLong();
        try {
            return work.get();
        } finally {
            seconds.merge(stage, since(before), Double::sum);
        }
    }

    private double since(long before) {
        return Math.round((nanos.getAsLong() - before) / 1e6) / 1e3;
    }

    Usage usage(Requests requests) {
        return new Usage(since(start), requests.total(), requests.byHost(), seconds);
    }
}
