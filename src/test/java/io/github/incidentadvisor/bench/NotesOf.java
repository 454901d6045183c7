package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.evidence.Privacy;
import io.github.incidentadvisor.evidence.ReleaseNotes.Notes;
import io.github.incidentadvisor.evidence.ReleaseNotes.Section;
import io.github.incidentadvisor.evidence.ReleaseNotes.Step;
import io.github.incidentadvisor.evidence.notes.NearNotes;
import io.github.incidentadvisor.evidence.notes.PomHomes;
import io.github.incidentadvisor.evidence.notes.PublishedNotes;
import io.github.incidentadvisor.github.ClonedRepositories;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.maven.MavenArtifacts;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the notes of updates are, found from the artifacts' own POMs: {@code CLONES UPDATES.txt} with a line
 * {@code group:artifact:from:to} each; one line of a table each. {@code -Dmost=3} allows each as many questions as GitHub is asked.
 */
public final class NotesOf {
    private NotesOf() {}

    public static void main(String[] arguments) throws IOException {
        List<String> updates = Files.readAllLines(Path.of(arguments[1]));
        MavenArtifacts artifacts = new MavenArtifacts(LocalMaven.at(Path.of("")), new Requests());
        int most = Integer.getInteger("most", Integer.MAX_VALUE);
        int found = 0;
        try (ClonedRepositories host = new ClonedRepositories(Path.of(arguments[0]), Map.of())) {
            PublishedNotes notes = new PublishedNotes(
                    Optional.of(new NearNotes(Optional.empty(), artifacts)),
                    List.of(new PublishedNotes.Source(host, new PomHomes(artifacts, host.host()), most)),
                    Privacy.of(List.of(), List.of()));
            for (String update : updates) {
                String[] parts = update.split(":");
                Notes one = notes.between(
                        new Step(Artifact.of(parts[0], parts[1]), new Version(parts[2]), new Version(parts[3])));
                found += one.sections().isEmpty() ? 0 : 1;
                System.out.println("| " + parts[0] + ":" + parts[1] + " " + parts[2] + " → " + parts[3] + " | "
                        + (one.sections().isEmpty() ? "none" : one.source()) + " | "
                        + (one.sections().isEmpty()
                                ? "looked at " + one.lookedAt()
                                : one.sections().stream().map(Section::version).toList() + ", "
                                        + one.items().size() + " entries")
                        + " |");
            }
        }
        System.out.println(found + " of " + updates.size() + " found");
    }
}
