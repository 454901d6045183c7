package io.github.incidentadvisor.incidents.recall;

import io.github.incidentadvisor.incidents.Fact;
import io.github.incidentadvisor.incidents.Fact.Kind;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.IncidentSource;
import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.index.Generations;
import io.github.incidentadvisor.incidents.index.Memory;
import io.github.incidentadvisor.incidents.match.Likeness;
import io.github.incidentadvisor.incidents.match.Search;
import io.github.incidentadvisor.incidents.recall.Recall.Shown;
import io.github.incidentadvisor.incidents.text.Token;
import io.github.incidentadvisor.incidents.text.Tokens;
import io.github.incidentadvisor.model.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened before: asked with changes, it answers with incidents that may repeat, or says nothing. */
public final class IncidentMemory {
    private static final int LONGEST_QUOTE = 300;

    private final List<IncidentSource> sources;
    private final Generations generations;
    private final Redaction redaction;
    private final boolean quotesClosed;

    /** @param quotesClosed whether words of private sources may be shown */
    public IncidentMemory(
            List<IncidentSource> sources, Generations generations, Redaction redaction, boolean quotesClosed) {
        this.sources = List.copyOf(sources);
        this.generations = generations;
        this.redaction = redaction;
        this.quotesClosed = quotesClosed;
    }

    /** What it says of these changes; trouble is a gap and never an exception. */
    public Recall recall(List<Step> steps) {
        List<Gap> gaps = new ArrayList<>();
        List<IncidentSource.Entry> entries = new ArrayList<>();
        for (IncidentSource source : sources) {
            IncidentSource.Listing listing = source.list();
            entries.addAll(listing.entries());
            gaps.addAll(listing.gaps());
        }
        if (entries.isEmpty()) {
            return new Recall(List.of(), Recall.NOTHING.searched(), gaps);
        }
        try (Memory memory = generations.of(entries)) {
            gaps.addAll(memory.gaps());
            if (memory.duplicates() > 0) {
                gaps.add(Gap.of(
                        memory.duplicates() + " of the incidents",
                        "told by two sources; the first one named in the settings counts"));
            }
            return new Recall(shown(steps, new Search(memory)), memory.searched(), gaps);
        } catch (RuntimeException e) {
            gaps.add(Gap.of("past incidents", "the index cannot be made or read: " + e.getMessage()));
            return new Recall(List.of(), Recall.NOTHING.searched(), gaps);
        }
    }

    private List<Shown> shown(List<Step> steps, Search search) {
        Map<String, Shown> best = new LinkedHashMap<>();
        for (Step step : steps) {
            for (Likeness like : search.shown(step)) {
                Shown shown = shown(step, like);
                best.merge(
                        like.incident().source() + "\n" + like.incident().id(),
                        shown,
                        (a, b) -> b.score() > a.score() ? b : a);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble((Shown shown) -> -shown.score())
                        .thenComparing(Shown::date, Comparator.reverseOrder())
                        .thenComparing(Shown::id))
                .toList();
    }

    private Shown shown(Step step, Likeness like) {
        Incident incident = like.incident();
        boolean quoted = !incident.closed() || quotesClosed;
        return new Shown(
                step,
                redaction.of(incident.id()),
                redaction.of(title(incident), incident.url()),
                incident.url(),
                incident.date(),
                incident.sort() != Incident.Sort.REPORT,
                incident.first(Kind.DURATION)
                        .map(fact -> Long.parseLong(fact.value()))
                        .orElse(0L),
                like.score(),
                like.why(),
                quoted ? brief(redaction.of(like.incidentQuote(), incident.url())) : "",
                brief(like.changeQuote()),
                quoted ? redaction.of(openAction(step, incident), incident.url()) : "");
    }

    /** Without the id that many titles begin with. */
    private static String title(Incident incident) {
        String title = incident.title();
        boolean begins =
                title.regionMatches(true, 0, incident.id(), 0, incident.id().length());
        String rest = begins ? title.substring(incident.id().length()).replaceFirst("^[\\s:.–—-]+", "") : title;
        return rest.isEmpty() ? title : rest;
    }

    private static String brief(String quote) {
        String line = quote.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE - 1) + "…";
    }

    /** Of what is still to do, that which speaks most of the change; else the first. */
    private static String openAction(Step step, Incident incident) {
        Set<String> words = stems(step.name() + " " + step.words());
        return incident.all(Kind.OPEN_ACTION)
                .max(Comparator.comparingLong((Fact fact) -> stems(fact.value()).stream()
                                .filter(words::contains)
                                .count())
                        .thenComparing(fact -> -fact.span().start()))
                .map(Fact::value)
                .orElse("");
    }

    private static Set<String> stems(String text) {
        return Tokens.of(text).stream()
                .filter(token -> token.term().length() > 3)
                .map(Token::stem)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
