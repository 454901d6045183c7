package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.draft.Briefing;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.draft.TemplateDrafter;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.JsonReport;
import io.github.incidentadvisor.verify.Verified;
import io.github.incidentadvisor.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The template's own words for reports, and what of them the checks would not let pass. */
public final class Template {
    private Template() {}

    public static void main(String[] reports) throws IOException {
        int said = 0;
        int dropped = 0;
        for (String file : reports) {
            System.out.println(file);
            for (Verified one : check(JsonReport.read(Files.readAllBytes(Path.of(file))))) {
                one.said().forEach(sentence -> System.out.println("    " + sentence.text()));
                one.dropped().forEach(left -> System.out.println("  ! " + left.text() + "  [" + left.why() + "]"));
                said += one.said().size();
                dropped += one.dropped().size();
            }
        }
        System.out.println(said + " said, " + dropped + " dropped");
    }

    /** The template's sentences for each advisory, checked against the findings and evidence alone. */
    public static List<Verified> check(Report report) {
        List<Verified> all = new ArrayList<>();
        Report bare = report.with(
                report.advisories().stream()
                        .map(one -> one.with(new Prose(Prose.Author.TEMPLATE, List.of(), 0)))
                        .toList(),
                report.notChecked(),
                report.usage());
        for (Advisory advisory : bare.advisories()) {
            Draft draft = new Draft(new TemplateDrafter()
                    .draft(advisory).sentences().stream()
                            .map(sentence -> new Draft.Sentence(
                                    sentence.text(),
                                    sentence.cites().stream()
                                            .map(bare::numberOf)
                                            .toList()))
                            .toList());
            all.add(Verifier.verify(draft, Briefing.dossier(bare)));
        }
        return all;
    }
}
