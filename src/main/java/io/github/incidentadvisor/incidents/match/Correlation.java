package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Named;
import io.github.incidentadvisor.incidents.names.Projects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Whether an incident may repeat with a change, by points that a person can follow. What counts: how surely it speaks of what
 * changes; whether it says that a version or a setting of it moved; how its versions stand to those of the change, or of what the
 * notes say that it moves; how rare the words are that notes and findings share with it; the same file; the same operation. A
 * name alone is never enough to be shown.
 */
final class Correlation {
    private static final double OPERATION_IN_TITLE = 4;
    private static final double OPERATION = 2;
    private static final double FILE = 2;

    private static final int KEPT = 400;

    private final ToDoubleFunction<String> rarity;
    private final Projects projects = new Projects();
    private final Map<String, Reading> readings = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
            return size() > KEPT;
        }
    };

    /** @param rarity of a word, by its stem: between 0 (in very many of the incidents) and 1 (in one) */
    Correlation(ToDoubleFunction<String> rarity) {
        this.rarity = rarity;
    }

    /** Cut texts of the incidents that many changes of one run ask for. */
    private Reading reading(Incident incident) {
        synchronized (readings) {
            return readings.computeIfAbsent(incident.source() + "\n" + incident.id(), key -> Reading.of(incident));
        }
    }

    /** What speaks for and against; empty when nothing names what changes or what applying it does. */
    Optional<Likeness> judge(Asked asked, Incident incident) {
        Step step = asked.step();
        Named named = asked.named();
        if (!named.aside().isEmpty()) {
            return Optional.empty();
        }
        Reading reading = reading(incident);
        AllEnds ends = asked.ends();
        Shared shared = Shared.of(asked, reading, rarity);
        List<Mentions> mentions = Mentions.of(named, reading, projects);
        Optional<Speaking> speaking = mentions.stream()
                .map(mention -> Speaking.of(ends, mention, named, reading))
                .filter(said -> said.isInRange() || !said.needsMore() && (isNamed(said.bond()) || !shared.isEmpty()))
                .max(Comparator.comparingDouble(Speaking::points));
        List<Reason> reasons = new ArrayList<>();
        speaking.ifPresent(said -> reasons.addAll(said.reasons()));
        Coincidence.of(ends.change(), speaking.isPresent(), shared.stems().size(), reading)
                .ifPresent(reason -> {
                    reasons.removeIf(other -> other.sort() == Reason.Sort.VERSION);
                    reasons.add(reason);
                });
        replacement(mentions, reading).ifPresent(reasons::add);
        operation(step, reading).ifPresent(reasons::add);
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        shared.reason(reading).ifPresent(reasons::add);
        file(step, reading).ifPresent(reasons::add);
        forgive(step, !shared.isEmpty(), reasons);
        reasons.sort(Comparator.comparingDouble((Reason reason) -> -reason.points()));
        return Optional.of(likeness(asked, incident, reading, reasons));
    }

    /** What belongs to the same family or usually moves along is named by chance too often to speak alone. */
    private static boolean isNamed(Bond bond) {
        return bond != Bond.BROUGHT && bond != Bond.FAMILY;
    }

    /** Charts have versions of their own, so what an incident says of the application's is not behind them. */
    private static void forgive(Step step, boolean shared, List<Reason> reasons) {
        if (shared || step.ecosystem().equals("helm")) {
            reasons.removeIf(reason -> reason.sort() == Reason.Sort.VERSION && reason.points() < 0);
        }
    }

    /** The weightiest reasons first; of the incident, the words for the weightiest that is more than a name. */
    private static Likeness likeness(Asked asked, Incident incident, Reading reading, List<Reason> reasons) {
        Reason telling = reasons.stream()
                .filter(reason -> reason.points() > 0 && !reason.isName())
                .findFirst()
                .orElse(reasons.get(0));
        return new Likeness(
                incident,
                reasons.stream().mapToDouble(Reason::points).sum(),
                reasons.stream().allMatch(Reason::isBare),
                reasons.stream().map(Reason::text).toList(),
                telling.span().of(incident.text()),
                asked.quote(reading));
    }

    /** Where a thing gives way to another, an incident that speaks of both is of the same step. */
    private static Optional<Reason> replacement(List<Mentions> mentions, Reading reading) {
        return mentions.stream()
                .filter(mention -> mention.bond() == Bond.REPLACED)
                .filter(mention -> mentions.stream().anyMatch(other -> other.bond() == Bond.OWN))
                .findFirst()
                .map(mention -> new Reason(
                        Reason.Sort.VERSION,
                        "it speaks of what comes and of what goes ("
                                + mention.name().text() + ")",
                        VersionRelation.CROSSED.points(),
                        reading.sentence(mention.places().get(0).sentence())));
    }

    private static Optional<Reason> operation(Step step, Reading reading) {
        return NodeReplacement.follows(step)
                ? NodeReplacement.in(reading)
                        .map(sentence -> new Reason(
                                Reason.Sort.OPERATION,
                                "it replaces nodes, as then",
                                (sentence == reading.title() ? OPERATION_IN_TITLE : OPERATION)
                                        * NodeReplacement.certainty(step),
                                reading.sentence(sentence)))
                : Optional.empty();
    }

    private static Optional<Reason> file(Step step, Reading reading) {
        for (String file : step.files()) {
            String stem = file.replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT);
            for (int i = 0; i < reading.tokens().size(); i++) {
                if (stem.length() > 4 && reading.tokens().get(i).term().equals(stem)) {
                    return Optional.of(new Reason(
                            Reason.Sort.FILE, "same file " + file, FILE, reading.sentence(reading.sentenceOf(i))));
                }
            }
        }
        return Optional.empty();
    }
}
