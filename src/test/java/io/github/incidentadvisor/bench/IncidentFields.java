package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.incidents.Fact;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.IncidentSource.Entry;
import io.github.incidentadvisor.incidents.source.TreeSource;
import java.nio.file.Path;
import java.util.Locale;

/** What is read of each post-mortem in a folder, with the words that say so: {@code FOLDER}. */
public final class IncidentFields {
    private IncidentFields() {}

    public static void main(String[] arguments) {
        for (Entry entry :
                new TreeSource(FolderTree.of(Path.of(arguments[0])), "").list().entries()) {
            for (Incident incident : entry.read().incidents()) {
                System.out.printf(
                        Locale.ROOT, "%n## %s%n  id %s, date %s%n", incident.url(), incident.id(), incident.date());
                for (Fact fact : incident.facts()) {
                    String words = incident.words(fact).replaceAll("\\s+", " ");
                    System.out.printf(
                            Locale.ROOT,
                            "  %-12s %-28s [%d, %d) %s%n",
                            fact.kind().name().toLowerCase(Locale.ROOT),
                            fact.value().length() > 28 ? fact.value().substring(0, 27) + "…" : fact.value(),
                            fact.span().start(),
                            fact.span().end(),
                            words.length() > 90 ? words.substring(0, 89) + "…" : words);
                }
            }
        }
    }
}
