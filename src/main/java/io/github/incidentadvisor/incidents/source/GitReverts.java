package io.github.incidentadvisor.incidents.source;

import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.incidents.Fact;
import io.github.incidentadvisor.incidents.Fact.Kind;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.IncidentSource;
import io.github.incidentadvisor.incidents.text.Span;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.StableId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Versions that were taken back: a manifest's version went up and later down to where it was, in the branch's own history. What
 * the message says of the why is the incident's text; who did it is not kept.
 */
public final class GitReverts implements IncidentSource {
    private static final String NAME = "git history";
    private static final Pattern TRAILER = Pattern.compile(
            "(?im)^(?:signed-off-by|co-authored-by|reviewed-by|acked-by|change-id|tested-by|cc|git-svn-id):.*$"
                    + "|^\\(cherry picked from.*$");

    private final GitRepository repository;
    private final String from;
    private final Path cache;

    /**
     * @param from the commit to walk back from, by its hash
     * @param cache a folder where what was walked is kept
     */
    public GitReverts(GitRepository repository, String from, Path cache) {
        this.repository = repository;
        this.from = from;
        this.cache = cache;
    }

    @Override
    public Listing list() {
        Path kept = cache.resolve(
                StableId.of("history", repository.root().toString()).replaceFirst("-", "-of-") + ".json");
        VersionHistory history = VersionHistory.of(repository, from, kept);
        List<Entry> entries = new ArrayList<>();
        TakenBack.in(history.bumps()).forEach(revert -> entries.add(new RevertEntry(revert)));
        List<Gap> gaps = history.whole()
                ? List.of()
                : List.of(Gap.of(
                        "versions taken back long ago",
                        repository.isShallow()
                                ? "this clone is shallow"
                                : "the history was walked for " + VersionHistory.MOST_COMMITS + " commits only"));
        return new Listing(entries, gaps);
    }

    private record RevertEntry(TakenBack revert) implements Entry {
        @Override
        public String key() {
            return "revert 1 " + revert.lowered().id() + " " + revert.move().name();
        }

        @Override
        public Harvest read() {
            return Harvest.of(incident(revert));
        }
    }

    private static Incident incident(TakenBack revert) {
        VersionMove move = revert.move();
        String title = move.name() + " " + move.to() + " was taken back to " + move.from();
        String day = revert.lowered().day().toString();
        String why = TRAILER.matcher(revert.lowered().message())
                .replaceAll("")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        StringBuilder text = new StringBuilder();
        text.append("# ").append(title).append("\n\n");
        text.append(move.name())
                .append(" was upgraded from ")
                .append(move.from())
                .append(" to ")
                .append(move.to());
        text.append(" in ")
                .append(move.file())
                .append(" on ")
                .append(revert.raised().day());
        text.append(" (")
                .append(revert.raised().brief())
                .append(": ")
                .append(revert.raised().subject())
                .append(").\n");
        text.append("Taken back on ")
                .append(day)
                .append(" (")
                .append(revert.lowered().brief())
                .append("):\n\n");
        int start = text.length();
        text.append(why);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(Kind.TITLE, title, new Span(2, 2 + title.length())));
        facts.add(new Fact(
                Kind.COMPONENT, move.name() + " " + move.from() + " " + move.to(), new Span(2, 2 + title.length())));
        if (!why.isEmpty()) {
            facts.add(new Fact(Kind.CAUSE, "", new Span(start, text.length())));
        }
        return new Incident(
                revert.lowered().brief(), title, "", day, NAME, false, Incident.Sort.REVERT, text.toString(), facts);
    }
}
