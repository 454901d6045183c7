package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.Privacy;
import io.github.incidentadvisor.evidence.ReleaseNotes;
import io.github.incidentadvisor.evidence.notes.Homes.Home;
import io.github.incidentadvisor.github.Allowance;
import io.github.incidentadvisor.github.CodeHost;
import io.github.incidentadvisor.model.Gap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Release notes from where they are published, the nearest place first. Safe for many threads. */
public final class PublishedNotes implements ReleaseNotes {
    /** What one component may cost. */
    public static final int REQUESTS = 3;

    private static final int MOST_HOMES = 2;

    private final Optional<NearNotes> near;
    private final List<Source> sources;
    private final Privacy privacy;

    /**
     * A code host, and who knows what is where on it.
     *
     * @param most questions that one component may cost there
     */
    public record Source(CodeHost host, Homes homes, int most) {}

    /**
     * Notes.
     *
     * @param near what is at hand; empty to look at code hosts only
     * @param sources the cheapest first
     * @param privacy what is looked for near only
     */
    public PublishedNotes(Optional<NearNotes> near, List<Source> sources, Privacy privacy) {
        this.near = near;
        this.sources = List.copyOf(sources);
        this.privacy = privacy;
    }

    @Override
    public Notes between(Step step) {
        Set<String> lookedAt = new LinkedHashSet<>();
        List<Gap> gaps = new ArrayList<>();
        List<Health> health = new ArrayList<>();
        Collected close = new Collected(new Range(step.from(), step.to()));
        List<String> nearby = new ArrayList<>();
        near.ifPresent(notes -> notes.read(step, close, nearby));
        lookedAt.addAll(nearby);
        if (close.hasTarget()) {
            return found(step, close, lookedAt, health, gaps);
        }
        if (privacy.covers(step.component())) {
            lookedAt.add("no outside host: its group is private");
            return close.isEmpty()
                    ? Notes.none(step, List.copyOf(lookedAt), health, gaps)
                    : found(step, close, lookedAt, health, gaps);
        }
        for (Source source : sources) {
            Homes.Known known = source.homes().of(step);
            lookedAt.addAll(known.lookedAt());
            known.health().stream().filter(one -> !health.contains(one)).forEach(health::add);
            CodeHost host = new Allowance(source.host(), source.most());
            for (Home home : known.homes().stream().limit(MOST_HOMES).toList()) {
                HostedNotes hosted = new HostedNotes(host, home, step, source.most() > REQUESTS);
                hosted.read();
                lookedAt.addAll(hosted.lookedAt());
                gaps.addAll(hosted.gaps());
                health.addAll(hosted.health());
                if (!hosted.collected().isEmpty()) {
                    return found(step, hosted.collected(), lookedAt, health, gaps);
                }
            }
        }
        return close.isEmpty()
                ? Notes.none(step, List.copyOf(lookedAt), health, gaps)
                : found(step, close, lookedAt, health, gaps);
    }

    private static Notes found(
            Step step, Collected collected, Set<String> lookedAt, List<Health> health, List<Gap> gaps) {
        return new Notes(
                step, collected.sections(), collected.source(), collected.url(), List.copyOf(lookedAt), health, gaps);
    }
}
