package io.github.incidentadvisor;

import io.github.incidentadvisor.draft.Headline;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Report.Candidate;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Report.Revision;
import io.github.incidentadvisor.model.VendorNotes;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Puts a report together: bounds it, numbers the evidence, says the headline. */
final class Assembly {
    private final Comparison comparison;
    private final LocalDate today;
    private final List<Candidate> candidates;
    private final Suppressing suppressing;
    private final Set<Gap> gaps;
    private final List<Migration> migrations;
    private final List<Advisory> all;
    private final List<Advisory> advisories;
    private Remembering past = Remembering.NOTHING;

    Assembly(
            Comparison comparison,
            LocalDate today,
            List<Advisory> all,
            List<Migration> migrations,
            List<Candidate> candidates,
            List<Gap> gaps,
            Suppressing suppressing,
            Settings settings) {
        this.comparison = comparison;
        this.today = today;
        this.candidates = candidates;
        this.migrations = List.copyOf(migrations);
        this.suppressing = suppressing;
        this.gaps = new TreeSet<>(gaps);
        this.all = List.copyOf(all);
        this.advisories = bounded(all, settings.number(Setting.MAX_FINDINGS));
        int cut = findings(all) - findings(advisories);
        if (cut > 0) {
            this.gaps.add(Gap.of(cut + " more findings", "left out; raise maxFindings to see them"));
        }
    }

    /**
     * The same with so many findings in all. Each keeps its first one, beyond the bound too: a verdict that shows no reason would
     * ask to be believed.
     */
    static List<Advisory> bounded(List<Advisory> all, int most) {
        List<Advisory> bounded = new ArrayList<>();
        int left = most;
        for (Advisory advisory : all) {
            int size = advisory.findings().size();
            int kept = Math.min(size, Math.max(1, left));
            left -= kept;
            bounded.add(
                    kept == size ? advisory : advisory.with(advisory.findings().subList(0, kept)));
        }
        return List.copyOf(bounded);
    }

    private static int findings(List<Advisory> advisories) {
        return advisories.stream().mapToInt(one -> one.findings().size()).sum();
    }

    /** With what memory says. */
    Assembly remembering(Remembering memory) {
        this.past = memory;
        return this;
    }

    /** @param notes what was read of release notes */
    Report report(io.github.incidentadvisor.model.Usage usage, List<VendorNotes> notes) {
        Verdict verdict = advisories.stream()
                .filter(Advisory::inChange)
                .map(Advisory::verdict)
                .reduce(Verdict.NONE, Verdict::or);
        Revision head = comparison.head().revision();
        List<Report.PastIncident> incidents = past.incidents(advisories);
        Revision base = comparison.mode() == Mode.WHAT_IF ? head : comparison.baseRevision();
        return new Report(
                tool(),
                today,
                comparison.mode(),
                base,
                head,
                verdict,
                Headline.of(comparison.mode(), verdict, all, incidents, gaps, today),
                advisories,
                candidates,
                migrations,
                incidents,
                past.searched(),
                notes,
                suppressing.suppressed(),
                suppressing.unused(),
                register(notes),
                List.copyOf(gaps),
                usage);
    }

    /** Who says so. */
    static Report.Tool tool() {
        String version = Advisor.class.getPackage().getImplementationVersion();
        return new Report.Tool("incident-advisor", version == null ? "development" : version);
    }

    private List<Evidence> register(List<VendorNotes> notes) {
        Set<Evidence> evidence = new LinkedHashSet<>();
        for (Advisory advisory : advisories) {
            advisory.findings().forEach(finding -> evidence.addAll(finding.evidence()));
            advisory.risk().reasons().forEach(reason -> evidence.addAll(reason.evidence()));
            advisory.prose().sentences().forEach(sentence -> evidence.addAll(sentence.cites()));
        }
        migrations.forEach(migration -> evidence.addAll(migration.evidence()));
        notes.forEach(one -> one.shown().forEach(entry -> evidence.add(entry.evidence())));
        return List.copyOf(evidence);
    }
}
