package io.github.incidentadvisor.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Risk;
import io.github.incidentadvisor.model.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model gets to know of a report: the most urgent first, no more than fits, with what was left out counted.
 *
 * @param dossier all of the report's evidence, which answers are held against
 * @param leftOut entries that did not fit
 * @param advisories ids of those that are to be worded
 */
public record Briefing(Dossier dossier, Prompt prompt, int leftOut, Set<String> advisories) {
    /** What a dossier may cost. */
    public static final int TOKENS = 8_000;

    public Briefing {
        advisories = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(advisories));
    }

    /**
     * The briefing for a report.
     *
     * @param tokens what it may cost at most
     */
    public static Briefing of(Report report, int tokens) {
        Dossier dossier = dossier(report);
        int left = Material.characters(tokens);
        ObjectNode root = Material.node();
        root.put("today", report.asOf().toString())
                .put("verdict", report.verdict().word())
                .put("headline", Redaction.of(report.headline()));
        ArrayNode advisories = root.putArray("advisories");
        ArrayNode evidence = root.putArray("evidence");
        Set<String> shown = new LinkedHashSet<>();
        Set<String> worded = new LinkedHashSet<>();
        int leftOut = 0;
        for (Advisory advisory : report.advisories()) {
            ObjectNode about = about(advisory);
            int size = about.toString().length();
            List<ObjectNode> entries = new ArrayList<>();
            for (String number : numbers(report, advisory)) {
                if (!shown.contains(number)) {
                    ObjectNode entry = Material.of(dossier.entry(number).orElseThrow());
                    if (size + entry.toString().length() > left) {
                        leftOut++;
                        continue;
                    }
                    size += entry.toString().length();
                    entries.add(entry);
                    shown.add(number);
                }
                ((ArrayNode) about.get("evidence")).add(number);
            }
            if (size <= left && !about.get("evidence").isEmpty()) {
                advisories.add(about);
                worded.add(advisory.id());
                entries.forEach(evidence::add);
                left -= size;
            }
        }
        root.put("entriesLeftOut", leftOut);
        return new Briefing(dossier, Material.prompt(Errand.WORDING, root), leftOut, worded);
    }

    /** All of a report's evidence, with the sentences that code wrote from it. */
    public static Dossier dossier(Report report) {
        Map<Evidence, List<String>> concluded = new LinkedHashMap<>();
        List<Task> tasks = new ArrayList<>();
        for (Advisory advisory : report.advisories()) {
            tasks.addAll(advisory.tasks());
            for (Finding finding : advisory.findings()) {
                finding.evidence().forEach(one -> add(concluded, one, concluded(finding)));
            }
            for (Risk.Reason reason : advisory.risk().reasons()) {
                for (Evidence one : reason.evidence()) {
                    add(concluded, one, reason.text());
                    if (advisory.moved() && one.kind().equals("change")) {
                        add(concluded, one, TemplateDrafter.step(advisory));
                    }
                }
            }
        }
        List<Entry> entries = report.evidence().stream()
                .map(one -> new Entry(report.numberOf(one), one, concluded.getOrDefault(one, List.of())))
                .toList();
        return new Dossier(report.asOf(), report.verdict(), entries, tasks, true);
    }

    /** With its line, where the text leaves that to the table that it stands in. */
    private static String concluded(Finding finding) {
        boolean line =
                FindingWords.LINES.contains(finding.kind()) && finding.place().isKnown();
        boolean note =
                finding.kind() == Finding.Kind.RELEASE_NOTE && finding.place().isKnown();
        return line
                ? finding.place() + " " + finding.text()
                : note ? finding.text() + " It is used at " + finding.place() + "." : finding.text();
    }

    private static void add(Map<Evidence, List<String>> concluded, Evidence one, String text) {
        List<String> texts = concluded.computeIfAbsent(one, e -> new ArrayList<>());
        if (!texts.contains(text)) {
            texts.add(text);
        }
    }

    private static Set<String> numbers(Report report, Advisory advisory) {
        Set<String> numbers = new LinkedHashSet<>();
        advisory.findings().forEach(finding -> finding.evidence().forEach(one -> numbers.add(report.numberOf(one))));
        advisory.risk().reasons().forEach(reason -> reason.evidence()
                .forEach(one -> numbers.add(report.numberOf(one))));
        report.incidents().stream()
                .filter(incident -> incident.advisory().equals(advisory.id()))
                .forEach(incident -> numbers.add(report.numberOf(incident.evidence())));
        return numbers;
    }

    private static ObjectNode about(Advisory advisory) {
        ObjectNode about = Material.node();
        about.put("id", advisory.id())
                .put("about", Redaction.of(advisory.component().name()))
                .put("from", advisory.from().brief())
                .put("to", advisory.to().brief())
                .put("verdict", advisory.verdict().word())
                .put("recommendation", Redaction.of(advisory.recommendation().text()));
        ArrayNode tasks = about.putArray("tasks");
        advisory.tasks().stream().limit(10).forEach(task -> tasks.add(Material.of(task)));
        about.putArray("evidence");
        return about;
    }
}
