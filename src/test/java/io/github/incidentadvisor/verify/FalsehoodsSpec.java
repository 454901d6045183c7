package io.github.incidentadvisor.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.draft.Dossier;
import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One sort of falsehood at a time, each beside the truth that it is nearest to. */
class FalsehoodsSpec {
    private static final Dossier DOSSIER = new Dossier(
            LocalDate.of(2026, 11, 24),
            Verdict.ACTION,
            List.of(
                    entry("E1", "change", "infra/east.tf:9", "", "cluster blue-east: kubernetes 1.31 → 1.32"),
                    entry("E2", "manifest", "infra/west.tf:7", "", "cluster green-west: kubernetes 1.32"),
                    entry("E3", "change", "pom.xml:14", "", "broker-client 3.1.0 → 4.0.2"),
                    entry(
                            "E4",
                            "incident",
                            "incidents/INC-7.md",
                            "2026-02-03",
                            "INC-7: after broker-client went from 2.9.4 to 3.1.0, one of the three consumers lagged for 40 minutes. "
                                    + "The likely cause was a smaller fetch size. The stream team restarted it."),
                    entry(
                            "E5",
                            "incident",
                            "incidents/INC-9.md",
                            "2026-05-06",
                            "INC-9: after the gateway was deployed, logins failed for 12 minutes. The cause is not known. "
                                    + "Reverted by the portal team."),
                    entry(
                            "E6",
                            "vulnerability",
                            "advisories",
                            "2026-03-01",
                            "CVE-2026-1111: parser-core 2.0.0 to 2.4.1 may use 8 megabytes for each header; fixed in 2.4.2"),
                    entry(
                            "E7",
                            "retirement",
                            "notices",
                            "2026-01-10",
                            "the host files.example is shut down on 2026-12-01"),
                    entry(
                            "E8",
                            "retirement",
                            "notices",
                            "2026-09-10",
                            "the shutdown of the host files.example was put off to 2027-03-31"),
                    entry("E9", "count", "pom.xml", "", "14 versions change; 13 were checked, 1 was not"),
                    entry(
                            "E10",
                            "release-note",
                            "broker-client 4.0 notes",
                            "2026-06-01",
                            "The default of fetch.mode changes from eager to lazy. Clients may reconnect once.")),
            List.of(
                    new Task("t-1", "move parser-core to 2.4.2", new Place("pom.xml", 40)),
                    new Task("t-2", "replace fetch.mode with fetch.strategy", new Place("app.yml", 8))),
            true);

    @Test
    void aNameStandsWithWhatIsToldOfIt() {
        said("In infra/east.tf:9 the cluster blue-east goes from Kubernetes 1.31 to 1.32.", "E1");
        dropped("In infra/east.tf:9 the cluster green-west goes from Kubernetes 1.31 to 1.32.", "E1", "E2");
    }

    @Test
    void whatHappenedAfterOneStepDidNotHappenAfterAnother() {
        said("After broker-client went from 2.9.4 to 3.1.0, one of the three consumers lagged for 40 minutes.", "E4");
        dropped(
                "After broker-client went from 3.1.0 to 4.0.2, one of the three consumers lagged for 40 minutes.",
                "E3",
                "E4");
    }

    @Test
    void oneOfThreeIsNotAll() {
        dropped("After broker-client went from 2.9.4 to 3.1.0, the consumers lagged for 40 minutes.", "E4");
    }

    @Test
    void theCauseOfOneIncidentIsNotThatOfAnother() {
        dropped(
                "After the gateway was deployed, logins failed for 12 minutes, and the likely cause was a smaller fetch size.",
                "E4",
                "E5");
    }

    @Test
    void nobodyElseDidIt() {
        said("In INC-9 the portal team reverted the deployment of the gateway.", "E5");
        dropped("In INC-9 the stream team reverted the deployment of the gateway.", "E4", "E5");
    }

    @Test
    void itDidNotHappenElsewhereAsWell() {
        dropped("In INC-9 logins failed for 12 minutes in the shop as well.", "E5");
    }

    @Test
    void theReleaseWithTheFixIsNotTheLastOneWithTheFlaw() {
        said("CVE-2026-1111 in parser-core is fixed in 2.4.2.", "E6");
        dropped("CVE-2026-1111 in parser-core is fixed in 2.4.1.", "E6");
    }

    @Test
    void aNumberCountsWhatItCounts() {
        said("By CVE-2026-1111 parser-core may use 8 megabytes for each header.", "E6");
        dropped("By CVE-2026-1111 parser-core may use 8 gigabytes for each header.", "E6");
    }

    @Test
    void aSiblingIsNotCited() {
        dropped("CVE-2026-1111 in parser-base is fixed in 2.4.2.", "E6");
    }

    @Test
    void aDayThatANewerNoticeMovesIsOvertaken() {
        said("The shutdown of the host files.example was put off to 31 March 2027.", "E8");
        dropped("The host files.example is shut down on 1 December 2026.", "E7");
    }

    @Test
    void thirteenOfFourteenAreNotAllFourteen() {
        said("14 versions change, of which 13 were checked.", "E9");
        dropped("All 14 versions were checked.", "E9");
    }

    @Test
    void fromAndToKeepTheirPlaces() {
        said("With broker-client 4.0 the default of fetch.mode changes from eager to lazy.", "E10");
        dropped("With broker-client 4.0 the default of fetch.mode changes from lazy to eager.", "E10");
    }

    @Test
    void aDoubtStaysOne() {
        said("Clients of broker-client 4.0 may reconnect once.", "E10");
        dropped("Clients of broker-client 4.0 reconnect once.", "E10");
    }

    @Test
    void aTaskMayBeWordedAnywhereInASentenceAndNothingElseMay() {
        said("CVE-2026-1111 affects parser-core 2.0.0 to 2.4.1, so move parser-core to 2.4.2 at pom.xml:40.", "E6");
        said("Start by replacing fetch.mode with fetch.strategy at app.yml:8.", "E10");
        dropped("CVE-2026-1111 affects parser-core 2.0.0 to 2.4.1, so remove parser-core at pom.xml:40.", "E6");
    }

    @Test
    void timeGoesForward() {
        said("The shutdown of the host files.example was put off to 31 March 2027, 127 days from today.", "E8");
        dropped("The shutdown of the host files.example was put off to 31 March 2027, 127 days ago.", "E8");
    }

    private static void said(String sentence, String... cites) {
        assertThat(objection(sentence, cites)).as(sentence).isEmpty();
    }

    private static void dropped(String sentence, String... cites) {
        assertThat(objection(sentence, cites)).as(sentence).isPresent();
    }

    private static Optional<String> objection(String sentence, String... cites) {
        Draft draft = new Draft(List.of(new Draft.Sentence(sentence, List.of(cites))));
        return Verifier.verify(draft, DOSSIER).dropped().stream()
                .map(Verified.Dropped::why)
                .findFirst();
    }

    private static Entry entry(String number, String kind, String source, String asOf, String quote) {
        return new Entry(number, new Evidence(kind, Grade.STATED, source, "", asOf, quote), List.of());
    }
}
