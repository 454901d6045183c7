package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.VendorNotes;
import java.util.List;
import java.util.Optional;

/** Words about release notes that every output uses. */
final class ReadNotes {
    private static final int QUOTE = 400;

    private ReadNotes() {}

    /** {@code lib 1.0 → 2.0: 3 of 148 entries of its release notes touch you}. */
    static String title(VendorNotes notes) {
        return notes.name() + " " + notes.from().brief() + " → " + notes.to().brief() + ": " + notes.touching() + " of "
                + notes.entries() + (notes.entries() == 1 ? " entry" : " entries") + " of its release notes "
                + (notes.touching() == 1 ? "touches" : "touch") + " you";
    }

    /** The first of what is shown. */
    static List<VendorNotes.Entry> first(VendorNotes notes, int most) {
        return notes.shown().stream().limit(Math.max(1, most)).toList();
    }

    /** A quote for people; the evidence holds all of it. */
    static String cut(String quote) {
        return quote.length() <= QUOTE ? quote : quote.substring(0, QUOTE).replaceFirst("\\s+\\S*$", "") + " …";
    }

    /** One line about all of them; empty when none touches the project. */
    static Optional<String> summary(Report report) {
        List<VendorNotes> touching =
                report.notes().stream().filter(one -> one.touching() > 0).toList();
        if (touching.isEmpty()) {
            return Optional.empty();
        }
        VendorNotes first = touching.get(0);
        int more = touching.size() - 1;
        return Optional.of("Vendors say: " + title(first)
                + (more == 0 ? "." : ", and so do notes of " + more + (more == 1 ? " other." : " others.")));
    }
}
