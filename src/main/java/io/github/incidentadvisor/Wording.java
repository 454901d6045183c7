package io.github.incidentadvisor;

import io.github.incidentadvisor.RecordFolder.Turn;
import io.github.incidentadvisor.draft.Briefing;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.draft.DraftStore;
import io.github.incidentadvisor.draft.Examination;
import io.github.incidentadvisor.draft.ModelChoice;
import io.github.incidentadvisor.draft.Models;
import io.github.incidentadvisor.draft.NoDraft;
import io.github.incidentadvisor.draft.Objection;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The stage that words a report: reads one and gives it back in a model's words where these hold, in the template's elsewhere.
 * Verdict, findings and tasks are those of the report that came in. Without a configured model nothing happens, and nothing is
 * fetched.
 */
public final class Wording {
    private static final URI OPENAI = URI.create("https://api.openai.com/v1");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Settings settings;
    private final Models models;
    private final Surrounding surrounding;
    private final LongSupplier ticker;

    /**
     * What a model needs of the outside.
     *
     * @param cache where answers are kept unless the settings name another folder
     * @param folder where the prompt is shown
     * @param environment {@code OPENAI_API_KEY} and {@code OPENAI_BASE_URL} are looked up in it
     * @param serverKey of the server that {@code serverId} names; empty when there is none
     */
    public record Surrounding(
            Path cache,
            Path folder,
            Map<String, String> environment,
            Optional<String> serverKey,
            ProxySelector proxies,
            Progress progress) {}

    public Wording(Settings settings, Models models, Surrounding surrounding) {
        this(settings, models, surrounding, System::nanoTime);
    }

    /** @param ticker nanoseconds, of which only differences count */
    Wording(Settings settings, Models models, Surrounding surrounding, LongSupplier ticker) {
        this.ticker = ticker;
        this.settings = settings;
        this.models = models;
        this.surrounding = surrounding;
    }

    /** The report in words; the same report when no model is asked. */
    public Report worded(Report report) {
        String model = settings.text(Setting.MODEL);
        boolean shown = settings.flag(Setting.SHOW_PROMPT);
        Optional<String> record = settings.optional(Setting.RECORD);
        if (model.isEmpty() && !shown && record.isEmpty() || report.advisories().isEmpty()) {
            return report;
        }
        Briefing briefing = Briefing.of(report, Briefing.TOKENS);
        if (record.isPresent()) {
            return recorded(report, briefing, new RecordFolder(Path.of(record.get()), model));
        }
        try {
            if (shown) {
                return with(report, shown(new RecordFolder(surrounding.folder(), model), briefing));
            }
            return asked(report, briefing, choice(model));
        } catch (NoDraft e) {
            return Retelling.none(report, e, Map.of());
        }
    }

    private String shown(RecordFolder folder, Briefing briefing) {
        Path file = folder.show(Turn.FIRST, briefing.prompt());
        return "showPrompt is set: the request is in " + file.getFileName() + ", and nothing was sent"
                + (secondReading() ? "; the second reading's is made from the answer: record shows it" : "");
    }

    private boolean secondReading() {
        return settings.flag(Setting.SECOND_READING);
    }

    private Report asked(Report report, Briefing briefing, ModelChoice choice) {
        long start = ticker.getAsLong();
        Report worded = words(report, briefing, choice);
        return worded.with(
                worded.advisories(),
                worded.notChecked(),
                worded.usage()
                        .with(
                                "wording",
                                (ticker.getAsLong() - start) / 1e9,
                                choice.baseUrl().getHost(),
                                worded.usage().model().getOrDefault("calls", 0)));
    }

    private Report words(Report report, Briefing briefing, ModelChoice choice) {
        DraftStore store = new DraftStore(settings.optional(Setting.CACHE_DIRECTORY)
                .map(Path::of)
                .orElse(surrounding.cache())
                .resolve("drafts"));
        return new Conversation(choice, models, store, settings.flag(Setting.OFFLINE), surrounding.progress())
                .words(report, briefing, secondReading());
    }

    private Report recorded(Report report, Briefing briefing, RecordFolder folder) {
        try {
            Retelling told = Retelling.of(report, briefing, folder.reply(Turn.FIRST, briefing.prompt()));
            Function<Examination, Map<Draft.Sentence, Objection>> reader =
                    examination -> examination.objections(folder.reply(Turn.SECOND, examination.prompt()));
            return (secondReading() ? SecondReading.of(told, reader) : told).report(Map.of("recorded", 1));
        } catch (NoDraft e) {
            return with(report, e.getMessage());
        }
    }

    private ModelChoice choice(String model) {
        URI base = settings.optional(Setting.MODEL_BASE_URL).isPresent()
                ? settings.address(Setting.MODEL_BASE_URL)
                : Optional.ofNullable(surrounding.environment().get("OPENAI_BASE_URL"))
                        .filter(text -> !text.isBlank())
                        .map(Wording::address)
                        .orElse(OPENAI);
        String key = surrounding
                .serverKey()
                .or(() -> Optional.ofNullable(surrounding.environment().get("OPENAI_API_KEY")))
                .orElse("")
                .strip();
        if (key.isEmpty() && base.equals(OPENAI)) {
            throw new NoDraft("no key: set OPENAI_API_KEY, or serverId to a server of settings.xml");
        }
        ModelChoice choice = new ModelChoice(model, base, key, surrounding.proxies(), PATIENCE);
        if (!key.isEmpty() && !choice.isOnThisMachine() && !"https".equals(base.getScheme())) {
            throw new NoDraft("the key is not sent over plain http to " + base.getHost());
        }
        return choice;
    }

    private static URI address(String text) {
        try {
            URI uri = URI.create(text.strip().replaceFirst("/+$", ""));
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && String.valueOf(uri.getScheme()).matches("https?")) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new NoDraft("OPENAI_BASE_URL is no address such as https://host/v1");
    }

    private static Report with(Report report, String reason) {
        return Retelling.with(report, report.advisories(), List.of(Gap.of(Retelling.WHAT, reason)), Map.of());
    }
}
