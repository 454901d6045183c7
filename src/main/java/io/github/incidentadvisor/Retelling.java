package io.github.incidentadvisor;

import io.github.incidentadvisor.draft.Briefing;
import io.github.incidentadvisor.draft.Dossier;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.draft.DraftReader;
import io.github.incidentadvisor.draft.NoDraft;
import io.github.incidentadvisor.draft.Objection;
import io.github.incidentadvisor.draft.Reply;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Usage;
import io.github.incidentadvisor.verify.Verified;
import io.github.incidentadvisor.verify.Verifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model's answer, checked, beside the report that it words. */
final class Retelling {
    /** What gaps in the wording are about. */
    static final String WHAT = "wording by the model";

    /** Findings that words may not leave out. */
    private static final int CORE = 5;

    private static final int TOLD = 12;

    private final Report report;
    private final Briefing briefing;
    private final String invalid;
    private final Map<String, Verified> verified;
    private final List<Gap> notes;

    private Retelling(
            Report report, Briefing briefing, String invalid, Map<String, Verified> verified, List<Gap> notes) {
        this.report = report;
        this.briefing = briefing;
        this.invalid = invalid;
        this.verified = verified;
        this.notes = notes;
    }

    static Retelling of(Report report, Briefing briefing, Reply reply) {
        try {
            Map<String, Verified> verified = new LinkedHashMap<>();
            for (Map.Entry<String, Draft> one :
                    DraftReader.read(reply.text(), briefing.advisories()).entrySet()) {
                verified.put(one.getKey(), Verifier.verify(one.getValue(), briefing.dossier()));
            }
            return new Retelling(report, briefing, "", verified, List.of());
        } catch (NoDraft e) {
            return new Retelling(report, briefing, e.getMessage(), Map.of(), List.of());
        }
    }

    /** The report without words of a model, and why. */
    static Report none(Report report, NoDraft why, Map<String, Integer> usage) {
        return with(
                report,
                report.advisories(),
                List.of(Gap.of(WHAT, why.getMessage() + ". The template's words stand")),
                usage);
    }

    /** Whether it words each advisory that was asked for, with nothing of weight left out. */
    boolean isWhole() {
        return invalid.isEmpty() && worded() == briefing.advisories().size();
    }

    /** How many advisories it words. */
    long worded() {
        return report.advisories().stream().filter(this::holds).count();
    }

    /** What its sentences can rest on. */
    Dossier dossier() {
        return briefing.dossier();
    }

    /** The sentences that are to be said, as far as they are its own and not the template's. */
    List<Draft.Sentence> said() {
        return report.advisories().stream()
                .filter(this::holds)
                .flatMap(advisory -> verified.get(advisory.id()).said().stream())
                .toList();
    }

    /** The same without sentences that somebody objects to; what is dropped already stays so. */
    Retelling without(Map<Draft.Sentence, Objection> objections) {
        Map<String, Verified> less = new LinkedHashMap<>();
        verified.forEach((id, checked) -> {
            List<Verified.Dropped> dropped = new ArrayList<>(checked.dropped());
            checked.said().stream()
                    .filter(objections::containsKey)
                    .forEach(said -> dropped.add(new Verified.Dropped(
                            said.text(), objections.get(said).why())));
            List<Draft.Sentence> kept = checked.said().stream()
                    .filter(said -> !objections.containsKey(said))
                    .toList();
            less.put(id, new Verified(kept, dropped));
        });
        return new Retelling(report, briefing, invalid, less, notes);
    }

    /** The same with something that readers of the report should know of how it came about. */
    Retelling noting(String reason) {
        List<Gap> more = new ArrayList<>(notes);
        more.add(Gap.of(WHAT, reason));
        return new Retelling(report, briefing, invalid, verified, more);
    }

    /** What is wrong with it, for whoever wrote it. */
    List<String> objections() {
        if (!invalid.isEmpty()) {
            return List.of(invalid);
        }
        Set<String> objections = new LinkedHashSet<>();
        for (Advisory advisory : report.advisories()) {
            if (briefing.advisories().contains(advisory.id()) && !holds(advisory)) {
                Verified checked = verified.get(advisory.id());
                if (checked == null) {
                    objections.add(advisory.id() + " is not worded");
                    continue;
                }
                checked.dropped().stream()
                        .limit(3)
                        .forEach(one -> objections.add(advisory.id() + ": a sentence was dropped: " + one.why()));
                core(advisory).stream()
                        .filter(finding -> !isCited(finding, checked))
                        .forEach(finding -> objections.add(advisory.id() + ": nothing is said, with its evidence, of "
                                + finding.evidence().stream()
                                        .map(report::numberOf)
                                        .toList()));
            }
        }
        return objections.stream().limit(TOLD).toList();
    }

    /** The report in these words, where they hold. */
    Report report(Map<String, Integer> usage) {
        List<Gap> gaps = new ArrayList<>(notes);
        if (!invalid.isEmpty()) {
            gaps.add(Gap.of(WHAT, invalid + ". The template's words stand"));
        }
        if (briefing.leftOut() > 0) {
            gaps.add(Gap.of(
                    WHAT,
                    briefing.leftOut() + " pieces of evidence were not shown to the model, whose dossier is bounded"));
        }
        return with(report, report.advisories().stream().map(this::worded).toList(), gaps, usage);
    }

    private Advisory worded(Advisory advisory) {
        Verified checked = verified.get(advisory.id());
        if (checked == null) {
            return advisory;
        }
        boolean holds = holds(advisory);
        List<Prose.Left> left = Stream.concat(
                        checked.dropped().stream().map(one -> left(one.text(), one.why())),
                        holds
                                ? Stream.empty()
                                : checked.said().stream().map(one -> left(one.text(), whyNone(advisory, checked))))
                .toList();
        Prose prose = holds
                ? new Prose(
                        Prose.Author.MODEL,
                        checked.said().stream().map(this::sentence).toList(),
                        left.size(),
                        left)
                : new Prose(Prose.Author.TEMPLATE, advisory.prose().sentences(), left.size(), left);
        return advisory.with(prose);
    }

    private static Prose.Left left(String text, String why) {
        return new Prose.Left(text.substring(0, Math.min(400, text.length())), why);
    }

    /** Why sentences that hold are not said all the same. */
    private String whyNone(Advisory advisory, Verified checked) {
        return core(advisory).stream()
                .filter(finding -> !isCited(finding, checked))
                .map(Finding::id)
                .collect(Collectors.joining(
                        ", ", "what is left of the draft says nothing, with its evidence, of ", "; the template does"));
    }

    private Prose.Sentence sentence(Draft.Sentence said) {
        List<Evidence> cites = said.cites().stream()
                .distinct()
                .map(number -> briefing.dossier().entry(number).orElseThrow().evidence())
                .toList();
        return new Prose.Sentence(said.text(), cites);
    }

    private boolean holds(Advisory advisory) {
        Verified checked = verified.get(advisory.id());
        return checked != null
                && !checked.said().isEmpty()
                && core(advisory).stream().allMatch(finding -> isCited(finding, checked));
    }

    /** What breaks or ends must be said, the first few of it at least. */
    private static List<Finding> core(Advisory advisory) {
        Set<String> texts = new HashSet<>();
        return advisory.findings().stream()
                .filter(finding -> finding.severity().compareTo(Severity.DEADLINE) <= 0)
                .filter(finding -> texts.add(finding.text()))
                .limit(CORE)
                .toList();
    }

    private boolean isCited(Finding finding, Verified checked) {
        return checked.said().stream()
                .flatMap(said -> said.cites().stream())
                .anyMatch(number ->
                        finding.evidence().stream().map(report::numberOf).anyMatch(number::equals));
    }

    static Report with(Report report, List<Advisory> advisories, List<Gap> gaps, Map<String, Integer> model) {
        Set<Gap> all = new TreeSet<>(report.notChecked());
        all.addAll(gaps);
        Usage usage = report.usage();
        return report.with(
                advisories,
                List.copyOf(all),
                new Usage(usage.seconds(), usage.requests(), usage.byHost(), usage.stages(), model));
    }
}
