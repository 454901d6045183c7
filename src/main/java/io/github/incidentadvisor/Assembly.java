package io.github.incidentadvisor;

import io.github.incidentadvisor.draft.Headline;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Report.IncidentsSearched;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Report.Revision;
import io.github.incidentadvisor.model.Report.Suppressed;
import io.github.incidentadvisor.model.Risk;
import io.github.incidentadvisor.model.Suppression;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.risk.Urgency;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts a report together: takes out what is suppressed, bounds it, numbers the evidence, says the headline. */
final class Assembly {
    private final Comparison comparison;
    private final LocalDate today;
    private final Sources sources;
    private final Set<Gap> gaps;
    private final List<Suppressed> suppressed = new ArrayList<>();
    private final Set<Suppression> used = new HashSet<>();
    private final List<Advisory> advisories = new ArrayList<>();

    Assembly(Comparison comparison, LocalDate today, List<Advisory> all, List<Gap> gaps, Sources sources) {
        this.comparison = comparison;
        this.today = today;
        this.sources = sources;
        this.gaps = new TreeSet<>(gaps);
        int left = sources.settings().number(Setting.MAX_FINDINGS);
        int cut = 0;
        for (Advisory advisory : all) {
            Advisory open = withoutSuppressed(advisory);
            if (open.findings().isEmpty() && !advisory.findings().isEmpty() && !open.moved()) {
                continue;
            }
            if (open.findings().size() > left) {
                cut += open.findings().size();
                continue;
            }
            left -= open.findings().size();
            advisories.add(open);
        }
        if (cut > 0) {
            this.gaps.add(Gap.of(cut + " more findings", "left out; raise maxFindings to see them"));
        }
    }

    private Advisory withoutSuppressed(Advisory advisory) {
        List<Finding> open = new ArrayList<>();
        for (Finding finding : advisory.findings()) {
            Optional<Suppression> by = covering(sources.suppressions(), finding, advisory);
            by.ifPresent(suppression -> {
                used.add(suppression);
                suppressed.add(new Suppressed(finding.id(), finding.text(), suppression, true));
            });
            if (by.isEmpty()) {
                covering(sources.added(), finding, advisory)
                        .ifPresent(s -> suppressed.add(new Suppressed(finding.id(), finding.text(), s, false)));
                open.add(finding);
            }
        }
        return open.size() == advisory.findings().size() ? advisory : reduced(advisory, open);
    }

    private Optional<Suppression> covering(List<Suppression> suppressions, Finding finding, Advisory advisory) {
        return suppressions.stream()
                .filter(suppression -> suppression.covers(finding, advisory.component(), today))
                .findFirst();
    }

    private Advisory reduced(Advisory advisory, List<Finding> open) {
        Set<String> ids = new HashSet<>();
        Set<String> texts = new HashSet<>();
        open.forEach(finding -> {
            ids.add(finding.id());
            texts.add(finding.text());
        });
        Set<String> gone = new HashSet<>();
        advisory.findings().forEach(finding -> gone.add(finding.text()));
        gone.removeAll(texts);
        Verdict verdict =
                open.stream().map(finding -> Urgency.DEFAULT.of(finding, today)).reduce(Verdict.NONE, Verdict::or);
        List<Task> tasks = advisory.tasks().stream()
                .filter(task -> ids.contains(task.id()))
                .toList();
        List<Risk.Reason> reasons = advisory.risk().reasons().stream()
                .filter(reason -> !gone.contains(reason.text()))
                .toList();
        List<Prose.Sentence> sentences = advisory.prose().sentences().stream()
                .filter(sentence -> !gone.contains(sentence.text()))
                .toList();
        return new Advisory(
                advisory.id(),
                advisory.inChange(),
                verdict,
                advisory.component(),
                advisory.from(),
                advisory.to(),
                advisory.role(),
                advisory.declaredAt(),
                advisory.movedBy(),
                advisory.moves(),
                new Risk(advisory.risk().level(), reasons),
                open,
                advisory.recommendation(),
                tasks,
                new Prose(advisory.prose().author(), sentences, advisory.prose().dropped()));
    }

    Report report(io.github.incidentadvisor.model.Usage usage) {
        Verdict verdict = advisories.stream()
                .filter(Advisory::inChange)
                .map(Advisory::verdict)
                .reduce(Verdict.NONE, Verdict::or);
        List<Suppression> unused = sources.suppressions().stream()
                .filter(suppression -> !used.contains(suppression))
                .toList();
        Revision head = comparison.head().revision();
        Revision base = comparison.mode() == Mode.WHAT_IF ? head : comparison.baseRevision();
        return new Report(
                new Report.Tool(
                        "incident-advisor",
                        Advisor.class.getPackage().getImplementationVersion() == null
                                ? "development"
                                : Advisor.class.getPackage().getImplementationVersion()),
                today,
                comparison.mode(),
                base,
                head,
                verdict,
                Headline.of(comparison.mode(), verdict, advisories, today, !gaps.isEmpty()),
                advisories,
                List.of(),
                List.of(),
                IncidentsSearched.NONE,
                suppressed,
                unused,
                register(),
                List.copyOf(gaps),
                usage);
    }

    private List<Evidence> register() {
        Set<Evidence> evidence = new LinkedHashSet<>();
        for (Advisory advisory : advisories) {
            advisory.findings().forEach(finding -> evidence.addAll(finding.evidence()));
            advisory.risk().reasons().forEach(reason -> evidence.addAll(reason.evidence()));
            advisory.prose().sentences().forEach(sentence -> evidence.addAll(sentence.cites()));
        }
        return List.copyOf(evidence);
    }
}
