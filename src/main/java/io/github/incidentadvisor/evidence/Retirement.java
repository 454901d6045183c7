package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.model.Deadline;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Something that its vendor takes away, step by step: a runtime, a runner image, a machine type, a service, an image.
 *
 * @param id stable name of the fact
 * @param product as people call it
 * @param phases what happens when, in order; empty when the vendor names no day
 * @param successors values that the vendor names in its place, the nearest first; empty when there are none that could be
 *     written where the old one stands
 * @param advice where to go, in words; may add to {@code successors} or stand alone; empty when the vendor says nothing
 * @param note what else the reader should know; empty when there is nothing
 */
public record Retirement(
        String id,
        String vendor,
        String product,
        Kind kind,
        List<Phase> phases,
        List<String> successors,
        String advice,
        String note,
        Origin origin) {
    public Retirement {
        phases = phases.stream().sorted(Comparator.comparing(Phase::on)).toList();
        successors = List.copyOf(successors);
    }

    /** What sort of thing is taken away. */
    public enum Kind {
        RUNTIME,
        INSTANCE_TYPE,
        ENGINE_VERSION,
        RUNNER,
        ACTION,
        ACTION_RUNTIME,
        DISTRIBUTION,
        IMAGE,
        /** Where images or charts come from, whatever they are. */
        REGISTRY,
        SERVICE,
        PROVIDER,
        PROVIDER_RESOURCE,
        PROTOCOL;

        /** The kind that a table calls {@code instance-type}, {@code runner} … */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /**
         * Whether the day on which such a thing goes is the end of the very version that a manifest names, so that nothing is
         * left to say about that version's support.
         */
        public boolean endsTheVersion() {
            return this == RUNTIME || this == RUNNER || this == ACTION_RUNTIME || this == IMAGE;
        }
    }

    /**
     * A step.
     *
     * @param what the state that begins: {@code deprecated}, {@code creation of functions blocked}, {@code removed}
     * @param on the day it begins
     * @param ends what is over from then on: {@code support}, {@code updates of functions}
     * @param stops whether something that worked the day before does not any more
     */
    public record Phase(String what, LocalDate on, String ends, boolean stops) {}

    /**
     * Where the fact comes from.
     *
     * @param url the vendor's page
     * @param read the ISO day on which it was collected
     * @param readIn addresses of what was really read
     * @param reportedBy who says so, where no page of the vendor or of a maintained table was read; empty when confirmed
     * @param announced the day of the announcement; {@link LocalDate#MIN} when not known
     * @param conflicts what public pages say differently
     */
    public record Origin(
            String url,
            String read,
            List<String> readIn,
            String reportedBy,
            LocalDate announced,
            List<Conflict> conflicts) {
        public Origin {
            readIn = List.copyOf(readIn);
            conflicts = List.copyOf(conflicts);
        }

        /** Whether it was read where one can rely on it. */
        public boolean isConfirmed() {
            return reportedBy.isEmpty();
        }
    }

    /**
     * One of several things that are said.
     *
     * @param url where; empty when no page is known
     */
    public record Conflict(String says, String who, String url) {}

    /**
     * What to write instead.
     *
     * @param value as it stands in a manifest
     * @param until when that begins to end, as far as is known
     */
    public record Successor(String value, Deadline until) {}

    /**
     * The day that counts: of the steps that stop something, or of all where none does, the next one after {@code today}, else
     * the last. {@link Deadline#NONE} when no day is known.
     */
    public Deadline deadline(LocalDate today) {
        List<Phase> stopping = phases.stream().filter(Phase::stops).toList();
        List<Phase> counting = stopping.isEmpty() ? phases : stopping;
        return counting.stream()
                .filter(phase -> phase.on().isAfter(today))
                .findFirst()
                .or(() -> counting.stream().reduce((a, b) -> b))
                .map(phase -> new Deadline(phase.on(), phase.ends()))
                .orElse(Deadline.NONE);
    }

    /** The day on which it begins to end; {@link Deadline#NONE} when no day is known. */
    public Deadline begins() {
        return phases.stream()
                .findFirst()
                .map(phase -> new Deadline(phase.on(), phase.ends()))
                .orElse(Deadline.NONE);
    }
}
