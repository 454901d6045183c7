package io.github.incidentadvisor;

import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.index.Generations;
import io.github.incidentadvisor.incidents.recall.IncidentMemory;
import io.github.incidentadvisor.incidents.recall.Recall;
import io.github.incidentadvisor.incidents.recall.Recall.Shown;
import io.github.incidentadvisor.incidents.recall.Redaction;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report.IncidentsSearched;
import io.github.incidentadvisor.model.Report.PastIncident;
import io.github.incidentadvisor.risk.PastIncidents;
import io.github.incidentadvisor.risk.PastIncidents.Subject;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks memory what happened before with what a run is about, and keeps what it says for the report. */
final class Remembering {
    private final Recall recall;
    private final Map<Step, Subject> asked;

    /** Nothing was asked. */
    static final Remembering NOTHING = new Remembering(Recall.NOTHING, Map.of());

    private Remembering(Recall recall, Map<Step, Subject> asked) {
        this.recall = recall;
        this.asked = asked;
    }

    /** @param asked each step that is taken or due, and what it is a step of */
    static Remembering of(
            IncidentSources sources, Surroundings surroundings, Settings settings, Map<Step, Subject> asked) {
        if (asked.isEmpty()) {
            return NOTHING;
        }
        IncidentMemory memory = new IncidentMemory(
                sources.all(),
                new Generations(sources.cache(), surroundings.clock()),
                new Redaction(settings.list(Setting.REDACT)),
                settings.flag(Setting.QUOTE_PRIVATE_INCIDENTS));
        Recall recall = memory.recall(List.copyOf(asked.keySet()));
        List<Gap> gaps = new ArrayList<>(sources.gaps());
        gaps.addAll(recall.gaps());
        return new Remembering(new Recall(recall.shown(), recall.searched(), gaps), asked);
    }

    PastIncidents rule() {
        return new PastIncidents(recall, asked);
    }

    List<Gap> gaps() {
        return recall.gaps();
    }

    IncidentsSearched searched() {
        return recall.searched();
    }

    /** For the report: what is shown, with the advisory that it belongs to, less what was suppressed. */
    List<PastIncident> incidents(List<Advisory> advisories) {
        return recall.shown().stream()
                .flatMap(shown -> incident(shown, advisories).stream())
                .toList();
    }

    private Optional<PastIncident> incident(Shown shown, List<Advisory> advisories) {
        Subject subject = asked.get(shown.step());
        return advisories.stream()
                .filter(advisory -> advisory.component().equals(subject.about().component())
                        && advisory.findings().stream()
                                .anyMatch(finding -> finding.evidence().contains(PastIncidents.evidence(shown))))
                .findFirst()
                .map(advisory -> new PastIncident(
                        shown.id(),
                        shown.title(),
                        shown.url(),
                        shown.date(),
                        Math.round(shown.score() * 10) / 10.0,
                        advisory.id(),
                        shown.why(),
                        shown.incidentQuote(),
                        shown.changeQuote(),
                        PastIncidents.evidence(shown)));
    }
}
