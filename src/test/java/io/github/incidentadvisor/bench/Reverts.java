package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.IncidentSource;
import io.github.incidentadvisor.incidents.source.GitReverts;
import io.github.incidentadvisor.incidents.source.PinComments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Versions that repositories took back, and pins with a reason: {@code CLONES OWNER/NAME…}. */
public final class Reverts {
    private Reverts() {}

    public static void main(String[] arguments) throws IOException {
        Path cache = Files.createTempDirectory("history");
        for (String name : List.of(arguments).subList(1, arguments.length)) {
            Path home = Path.of(arguments[0]).resolve(name.replace('/', '+'));
            try (GitRepository git = GitRepository.open(home).orElseThrow()) {
                String head = git.head().orElseThrow();
                long start = System.nanoTime();
                IncidentSource.Listing reverts = new GitReverts(git, head, cache).list();
                double seconds = (System.nanoTime() - start) / 1e9;
                IncidentSource.Listing pins = new PinComments(git.commit(head).orElseThrow()).list();
                System.out.printf(
                        Locale.ROOT,
                        "%s: %d versions taken back, %.1f s %s%n",
                        name,
                        reverts.entries().size(),
                        seconds,
                        reverts.gaps());
                print(reverts);
                print(pins);
            }
        }
    }

    private static void print(IncidentSource.Listing listing) {
        for (IncidentSource.Entry entry : listing.entries()) {
            for (Incident incident : entry.read().incidents()) {
                System.out.println("  " + incident.id() + " " + incident.date() + " " + incident.title());
                incident.text()
                        .lines()
                        .skip(2)
                        .filter(line -> !line.isBlank())
                        .limit(4)
                        .forEach(line -> System.out.println("      " + line));
            }
        }
    }
}
