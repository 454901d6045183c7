package io.github.incidentadvisor;

import io.github.incidentadvisor.evidence.Announcements;
import io.github.incidentadvisor.evidence.ReleaseNotes.Crossed;
import io.github.incidentadvisor.evidence.Vulnerabilities;
import io.github.incidentadvisor.evidence.notes.ChangeNotes;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.VendorNotes;
import io.github.incidentadvisor.risk.KnownVulnerabilities;
import io.github.incidentadvisor.risk.Rule;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.risk.TouchingNotes;
import io.github.incidentadvisor.risk.UpstreamHealth;
import io.github.incidentadvisor.risk.VendorAnnouncements;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What others publish about what the head has.
 *
 * @param rules what to make of it
 * @param read the release notes that were read, held against the project
 * @param shown what a report shows of them
 */
record Said(List<Rule> rules, List<Crossed> read, List<VendorNotes> shown, List<Gap> gaps) {
    /** Vulnerabilities are asked for first, since they cost little and matter most. */
    static Said of(
            Vendors vendors,
            Step step,
            Measurement measurement,
            List<Found> found,
            Stages stages,
            Progress progress,
            LocalDate today) {
        progress.begins("asking for known vulnerabilities");
        Vulnerabilities.Answer vulnerabilities =
                stages.time("vulnerabilities", () -> vendors.vulnerabilities(step.head(), step.changes()));
        Announcements.Answer announcements =
                stages.time("announcements", () -> vendors.announcements(step.head(), today));
        ChangeNotes.Answer notes = notes(vendors, step, measurement, found, stages, progress);
        TouchingNotes touching = new TouchingNotes(notes.read());
        return new Said(
                List.of(
                        touching,
                        new UpstreamHealth(notes.read()),
                        new KnownVulnerabilities(vulnerabilities),
                        new VendorAnnouncements(announcements)),
                notes.read(),
                touching.shown(),
                Stream.of(vulnerabilities.gaps(), announcements.gaps(), notes.gaps())
                        .flatMap(List::stream)
                        .toList());
    }

    private static ChangeNotes.Answer notes(
            Vendors vendors, Step step, Measurement measurement, List<Found> found, Stages stages, Progress progress) {
        if (step.changes().isEmpty()) {
            return new ChangeNotes.Answer(List.of(), List.of());
        }
        progress.begins("reading release notes");
        return stages.time("notes", () -> vendors.notes(step, measurement.artifacts(), found, measurement.known()));
    }
}
