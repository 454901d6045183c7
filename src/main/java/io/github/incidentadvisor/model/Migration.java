package io.github.incidentadvisor.model;

import java.util.List;
import java.util.Locale;

/**
 * Work that belongs together: one target, one deadline, the places to edit.
 *
 * @param trigger why at all, in one sentence
 * @param advisories ids of the advisories that it ends
 * @param after ids of the migrations that must come first
 * @param kind what sort of reason the trigger is; the gravest when there are several
 * @param evidence what says so, of all the findings that it ends; in the register of its report
 * @param incidents ids of past incidents of its kind that the report shows
 */
public record Migration(
        String id,
        String title,
        String trigger,
        Deadline deadline,
        Version target,
        Version longTerm,
        List<Place> places,
        List<String> breaks,
        List<String> advisories,
        List<Task> tasks,
        List<String> after,
        Kind kind,
        Cost cost,
        List<Evidence> evidence,
        List<String> incidents) {
    public Migration {
        places = List.copyOf(places);
        breaks = List.copyOf(breaks);
        advisories = List.copyOf(advisories);
        tasks = List.copyOf(tasks);
        after = List.copyOf(after);
        evidence = List.copyOf(evidence);
        incidents = List.copyOf(incidents);
    }

    /** Whether it is due now although no day says so: what has stopped already, or can be attacked. */
    public boolean isUrgentWithoutDay() {
        return !deadline.isKnown() && (kind == Kind.FORCED_STOP || kind == Kind.VULNERABILITY);
    }

    /** The same after these. */
    public Migration after(List<String> others) {
        return copy(others, cost, evidence, incidents);
    }

    /** The same with incidents of its kind, and what tells of them. */
    public Migration remembering(List<String> itsIncidents, List<Evidence> itsEvidence) {
        return copy(after, cost, itsEvidence, itsIncidents);
    }

    /** The same at another cost. */
    public Migration at(Cost itsCost) {
        return copy(after, itsCost, evidence, incidents);
    }

    private Migration copy(List<String> others, Cost itsCost, List<Evidence> itsEvidence, List<String> itsIncidents) {
        return new Migration(
                id,
                title,
                trigger,
                deadline,
                target,
                longTerm,
                places,
                breaks,
                advisories,
                tasks,
                others,
                kind,
                itsCost,
                itsEvidence,
                itsIncidents);
    }

    /** What sort of reason there is to act; the earlier, the graver. How long before its deadline one is told of it depends on it. */
    public enum Kind {
        /** Something that works stops, or is moved on by its vendor, on the day; or it has stopped already. */
        FORCED_STOP,
        /** A known vulnerability. */
        VULNERABILITY,
        /** Nobody mends it from the day on. */
        END_OF_SUPPORT,
        /** A vendor advises against it and names no day on which it stops. */
        DEPRECATION,
        /** A version that was set by hand and that its parent or BOM has moved past. */
        ORPHAN_PIN;

        /** The name in report.json. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What the smallest target asks for.
     *
     * @param edits lines to edit for the step itself
     * @param lines lines of the project that break with it, by what-if; 0 unless measured
     * @param files how many files these are in
     * @param measured whether the what-if was run: if not, nothing is known of what breaks
     */
    public record Cost(int edits, int lines, int files, boolean measured) {
        /** With nothing measured. */
        public static Cost edits(int edits) {
            return new Cost(edits, 0, 0, false);
        }

        /** In words, such as {@code 1 line to edit, 127 lines in 22 files break}; what was not measured is not told of. */
        public String text() {
            String toEdit = count(edits, "line") + " to edit";
            if (!measured) {
                return toEdit;
            }
            String broken = count(lines, "line") + " in " + count(files, "file") + (lines == 1 ? " breaks" : " break");
            return toEdit + ", " + (lines == 0 ? "nothing breaks" : broken);
        }

        private static String count(int count, String what) {
            return count + " " + what + (count == 1 ? "" : "s");
        }
    }
}
