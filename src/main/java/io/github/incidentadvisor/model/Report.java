package io.github.incidentadvisor.model;

import java.time.LocalDate;
import java.util.List;

/**
 * The whole answer; everything that is printed or written is made from this and nothing else.
 *
 * @param base empty ref and commit when no base is known
 * @param asOf the day that deadlines were judged by
 * @param headline the recommendation, in the imperative
 * @param candidates versions that were tried when an upgrade leaves it open, oldest first; {@code head} is the best of them
 * @param notes what publishers wrote about versions that the change passes
 * @param suppressed findings that a suppression covered, with it
 * @param unusedSuppressions suppressions that covered nothing or have run out
 */
public record Report(
        Tool tool,
        LocalDate asOf,
        Mode mode,
        Revision base,
        Revision head,
        Verdict verdict,
        String headline,
        List<Advisory> advisories,
        List<Candidate> candidates,
        List<Migration> migrations,
        List<PastIncident> incidents,
        IncidentsSearched incidentsSearched,
        List<VendorNotes> notes,
        List<Suppressed> suppressed,
        List<Suppression> unusedSuppressions,
        List<Evidence> evidence,
        List<Gap> notChecked,
        Usage usage) {
    public Report {
        notes = List.copyOf(notes);
        advisories = List.copyOf(advisories);
        candidates = List.copyOf(candidates);
        migrations = List.copyOf(migrations);
        incidents = List.copyOf(incidents);
        suppressed = List.copyOf(suppressed);
        unusedSuppressions = List.copyOf(unusedSuppressions);
        evidence = List.copyOf(evidence);
        notChecked = List.copyOf(notChecked);
    }

    /** The same about these advisories and with these notes. */
    public Report with(List<Advisory> theirAdvisories, List<VendorNotes> theirNotes) {
        return copy(theirAdvisories, theirNotes, notChecked, usage);
    }

    /** The same with advisories in other words, and what that left out and cost. */
    public Report with(List<Advisory> theirAdvisories, List<Gap> gaps, Usage spent) {
        return copy(theirAdvisories, notes, gaps, spent);
    }

    private Report copy(List<Advisory> itsAdvisories, List<VendorNotes> itsNotes, List<Gap> itsGaps, Usage itsUsage) {
        return new Report(
                tool,
                asOf,
                mode,
                base,
                head,
                verdict,
                headline,
                itsAdvisories,
                candidates,
                migrations,
                incidents,
                incidentsSearched,
                itsNotes,
                suppressed,
                unusedSuppressions,
                evidence,
                itsGaps,
                itsUsage);
    }

    /** Who says so. */
    public record Tool(String name, String version) {}

    /** What was compared. */
    public enum Mode {
        /** Base against head. */
        CHANGE,
        /** The head alone. */
        STATE,
        /** The head against itself with an upgrade laid over it. */
        WHAT_IF;

        /** The name in report.json. */
        public String word() {
            return this == WHAT_IF ? "what-if" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A version that an upgrade could go to.
     *
     * @param lines places of the project that break with it
     * @param files how many files they are in
     */
    public record Candidate(Version version, int lines, int files) {}

    /**
     * A side of the comparison.
     *
     * @param ref how it was named or found; may be empty
     * @param commit full hash; empty outside git or before the first commit
     * @param dirty whether the working directory differs from the commit
     */
    public record Revision(String ref, String commit, boolean dirty) {
        /** No such side. */
        public static final Revision NONE = new Revision("", "", false);
    }

    /** An incident that resembles the change, and the words that make it relevant. */
    public record PastIncident(
            String id,
            String title,
            String url,
            String date,
            double score,
            String advisory,
            List<String> why,
            String incidentQuote,
            String changeQuote,
            Evidence evidence) {
        public PastIncident {
            why = List.copyOf(why);
        }
    }

    /** How much memory was searched; the dates are ISO days, empty when there were none. */
    public record IncidentsSearched(int count, List<String> sources, String oldest, String newest) {
        /** Nothing was searched. */
        public static final IncidentsSearched NONE = new IncidentsSearched(0, List.of(), "", "");

        public IncidentsSearched {
            sources = List.copyOf(sources);
        }
    }

    /**
     * A finding that is not shown because somebody said so.
     *
     * @param applied false when the change under review itself adds the suppression: then it is shown, and the finding too
     */
    public record Suppressed(String id, String text, Suppression by, boolean applied) {}

    /** Evidence by its number: {@code E1} is the first. */
    public String numberOf(Evidence one) {
        int index = evidence.indexOf(one);
        if (index < 0) {
            throw new IllegalArgumentException("not in this report's evidence: " + one);
        }
        return "E" + (index + 1);
    }
}
