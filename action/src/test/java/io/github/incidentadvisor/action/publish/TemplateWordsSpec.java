package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.draft.Briefing;
import io.github.incidentadvisor.draft.Dossier;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.draft.TemplateDrafter;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.verify.Verified;
import io.github.incidentadvisor.verify.Verifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the template says of the reports whose comments are looked at holds to the checks that a model's words are held to. */
class TemplateWordsSpec {
    @TestFactory
    Stream<DynamicTest> nothingOfItIsDropped() {
        return Cases.all().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> check(one.getValue())));
    }

    private static void check(Report report) {
        Dossier dossier = Briefing.dossier(report);
        report.advisories().forEach(advisory -> {
            Draft draft = new Draft(new TemplateDrafter()
                    .draft(advisory).sentences().stream()
                            .map(sentence -> new Draft.Sentence(
                                    sentence.text(),
                                    sentence.cites().stream()
                                            .map(report::numberOf)
                                            .toList()))
                            .toList());
            Verified verified = Verifier.verify(draft, dossier);
            assertThat(verified.dropped()).isEmpty();
            assertThat(verified.said()).hasSameSizeAs(draft.sentences());
        });
    }
}
