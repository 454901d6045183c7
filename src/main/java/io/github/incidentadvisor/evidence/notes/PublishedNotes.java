package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.ReleaseNotes;
import io.github.incidentadvisor.evidence.notes.Homes.Home;
import io.github.incidentadvisor.github.CodeHost;
import io.github.incidentadvisor.model.Gap;
import java.util.ArrayList;
import java.util.List;

/** Release notes from where they are published, the nearest place first. Safe for many threads. */
public final class PublishedNotes implements ReleaseNotes {
    private static final int MOST_HOMES = 2;

    private final CodeHost host;
    private final Homes homes;

    /** @param homes who knows where a component's sources are */
    public PublishedNotes(CodeHost host, Homes homes) {
        this.host = host;
        this.homes = homes;
    }

    @Override
    public Notes between(Step step) {
        List<String> lookedAt = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        List<Health> health = new ArrayList<>();
        Homes.Known known = homes.of(step);
        lookedAt.addAll(known.lookedAt());
        health.addAll(known.health());
        for (Home home : known.homes().stream().limit(MOST_HOMES).toList()) {
            HostedNotes hosted = new HostedNotes(host, home.repository(), step, home.tag());
            hosted.read();
            lookedAt.addAll(hosted.lookedAt());
            gaps.addAll(hosted.gaps());
            health.addAll(hosted.health());
            if (!hosted.collected().isEmpty()) {
                Collected found = hosted.collected();
                return new Notes(step, found.sections(), found.source(), found.url(), lookedAt, health, gaps);
            }
        }
        return Notes.none(step, lookedAt, health, gaps);
    }
}
