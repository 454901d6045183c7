package io.github.incidentadvisor.model;

import java.util.List;
import java.util.Locale;

/**
 * Something about a component that a person should know, with its place and its evidence.
 *
 * @param id stable across runs: see {@link StableId}
 * @param reference the broken or affected member; {@link Reference#NONE} for findings that are not about code
 * @param text one plain sentence
 * @param fix what to do about it, in the imperative; empty when nothing mechanical is known
 * @param policy the check of the build that says so; {@link Policy#NONE} for other kinds
 * @param tests whether the project's tests run the line at {@code place}
 */
public record Finding(
        String id,
        Kind kind,
        Severity severity,
        Grade grade,
        Place place,
        Reference reference,
        Deadline deadline,
        String text,
        String fix,
        List<Evidence> evidence,
        Policy policy,
        Tests tests) {
    /** A finding of which nothing is known of tests. */
    public Finding(
            String id,
            Kind kind,
            Severity severity,
            Grade grade,
            Place place,
            Reference reference,
            Deadline deadline,
            String text,
            String fix,
            List<Evidence> evidence,
            Policy policy) {
        this(id, kind, severity, grade, place, reference, deadline, text, fix, evidence, policy, Tests.UNKNOWN);
    }

    /** A finding that is about no check of the build. */
    public Finding(
            String id,
            Kind kind,
            Severity severity,
            Grade grade,
            Place place,
            Reference reference,
            Deadline deadline,
            String text,
            String fix,
            List<Evidence> evidence) {
        this(id, kind, severity, grade, place, reference, deadline, text, fix, evidence, Policy.NONE);
    }

    public Finding {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("no evidence for: " + text);
        }
    }

    /** The same, knowing what tests do at its line. */
    public Finding with(Tests known) {
        return new Finding(id, kind, severity, grade, place, reference, deadline, text, fix, evidence, policy, known);
    }

    /** Whether tests run a line, as a coverage report of the project's own build says. */
    public enum Tests {
        /** No report speaks of the line, or it is no line of code. */
        UNKNOWN,
        /** At least one does. */
        RUN,
        /** None does. */
        NONE
    }

    /** What sort of thing was found. The JSON name is the lower-case one with hyphens; the prefix starts its ids. */
    public enum Kind {
        BROKEN_REFERENCE("api"),
        BROKEN_OVERRIDE("ovr"),
        VERSION_SKEW("skw"),
        NEEDS_NEWER_JAVA("jdk"),
        BUILD_POLICY("pol"),
        BEHAVIOUR_CHANGE("beh"),
        DEPRECATED_REFERENCE("dep"),
        ORPHAN_PIN("pin"),
        END_OF_LIFE("eol"),
        TARGET_NEAR_END("tgt"),
        REMOVED_API("k8s"),
        RETIREMENT("ret"),
        MOVED_DIGEST("dig"),
        HYGIENE("hyg"),
        RELEASE_NOTE("rel"),
        VENDOR_ANNOUNCEMENT("ven"),
        VULNERABILITY("vul"),
        UPSTREAM_HEALTH("ups"),
        PAST_INCIDENT("inc"),
        PAST_REVERT("rev");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** Three letters that begin the ids of this kind. */
        public String prefix() {
            return prefix;
        }

        /** The name in report.json. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What happens if nothing is done; the earlier, the worse. */
    public enum Severity {
        BREAKS_BUILD,
        BREAKS_RUNTIME,
        DEADLINE,
        CAUTION,
        INFO;

        /** The name in report.json. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
