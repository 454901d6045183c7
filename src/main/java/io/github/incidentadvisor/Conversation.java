package io.github.incidentadvisor;

import io.github.incidentadvisor.draft.Briefing;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.draft.DraftStore;
import io.github.incidentadvisor.draft.Drafter;
import io.github.incidentadvisor.draft.Examination;
import io.github.incidentadvisor.draft.ModelChoice;
import io.github.incidentadvisor.draft.Models;
import io.github.incidentadvisor.draft.NoDraft;
import io.github.incidentadvisor.draft.Objection;
import io.github.incidentadvisor.draft.Prompt;
import io.github.incidentadvisor.draft.Reply;
import io.github.incidentadvisor.model.Report;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is asked of a model about one report: its words, once more where these will not do, and, if it is wanted, a second
 * reading of what is left. What it said before to the same question is not asked again.
 */
final class Conversation {
    private static final int SHORTER = Briefing.TOKENS / 3;

    private final ModelChoice choice;
    private final Models models;
    private final DraftStore store;
    private final boolean offline;
    private final Progress progress;
    private final Map<String, Integer> usage = new TreeMap<>();
    private Optional<Drafter> drafter = Optional.empty();

    Conversation(ModelChoice choice, Models models, DraftStore store, boolean offline, Progress progress) {
        this.choice = choice;
        this.models = models;
        this.store = store;
        this.offline = offline;
        this.progress = progress;
    }

    /** The report in the model's words, where they hold, and as it is where there are none. */
    Report words(Report report, Briefing briefing, boolean secondReading) {
        try {
            Retelling told = first(report, briefing);
            return (secondReading ? SecondReading.of(told, this::objections) : told).report(usage);
        } catch (NoDraft e) {
            return Retelling.none(report, e, usage);
        }
    }

    private Retelling first(Report report, Briefing briefing) {
        Optional<Reply> before = store.find(choice, briefing.prompt());
        if (before.isPresent()) {
            return Retelling.of(report, briefing, counted(before.get()));
        }
        Briefing asked = briefing;
        Reply reply;
        try {
            reply = ask("for words", briefing.prompt());
        } catch (NoDraft e) {
            if (!e.isTooLong()) {
                throw e;
            }
            asked = Briefing.of(report, SHORTER);
            reply = ask("for words about less", asked.prompt());
        }
        Retelling first = Retelling.of(report, asked, reply);
        if (first.isWhole()) {
            store.keep(choice, briefing.prompt(), reply);
            return first;
        }
        try {
            Reply second = ask("for better words", asked.prompt().repaired(reply, first.objections()));
            Retelling repaired = Retelling.of(report, asked, second);
            boolean better = repaired.worded() >= first.worded();
            store.keep(choice, briefing.prompt(), better ? second : reply);
            return better ? repaired : first;
        } catch (NoDraft e) {
            return first;
        }
    }

    private Map<Draft.Sentence, Objection> objections(Examination examination) {
        Optional<Reply> before = store.find(choice, examination.prompt());
        if (before.isPresent()) {
            return examination.objections(counted(before.get()));
        }
        Reply reply = ask("for a second reading", examination.prompt());
        Map<Draft.Sentence, Objection> objections = examination.objections(reply);
        store.keep(choice, examination.prompt(), reply);
        return objections;
    }

    private Reply ask(String what, Prompt prompt) {
        if (offline && !choice.isOnThisMachine()) {
            throw new NoDraft("offline, and " + choice.baseUrl().getHost() + " is another machine");
        }
        progress.begins("asking " + choice + " " + what);
        if (drafter.isEmpty()) {
            drafter = Optional.of(models.drafter(choice));
        }
        try {
            return counted(drafter.get().reply(prompt));
        } catch (NoDraft e) {
            if (e.calls() > 0) {
                usage.merge("calls", e.calls(), Integer::sum);
            }
            throw e;
        }
    }

    private Reply counted(Reply reply) {
        reply.usage().forEach((name, count) -> usage.merge(name, count, Integer::sum));
        return reply;
    }
}
