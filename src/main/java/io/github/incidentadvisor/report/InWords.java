package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Report;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a model wrote and the checks let stand, a paragraph for each advisory; the template's words stand in the tables. */
final class InWords {
    private InWords() {}

    static List<String> lines(Report report, Function<List<Evidence>, String> cites) {
        return report.advisories().stream()
                .filter(advisory -> advisory.prose().author() == Prose.Author.MODEL)
                .map(advisory -> paragraph(advisory, cites))
                .toList();
    }

    private static String paragraph(Advisory advisory, Function<List<Evidence>, String> cites) {
        String left = advisory.prose().dropped() == 0
                ? ""
                : " <sub>" + advisory.prose().dropped()
                        + (advisory.prose().dropped() == 1 ? " sentence" : " sentences") + " not said: see explain "
                        + Markdown.text(advisory.id()) + "</sub>";
        return "- **" + Markdown.text(advisory.component().name()) + "** "
                + advisory.prose().sentences().stream()
                        .map(said -> Markdown.text(said.text()) + cites.apply(said.cites()))
                        .collect(Collectors.joining(" "))
                + left;
    }
}
