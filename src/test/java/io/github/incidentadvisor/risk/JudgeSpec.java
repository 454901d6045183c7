package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.evidence.kubernetes.BundledKubernetesApis;
import io.github.incidentadvisor.evidence.lifecycle.BundledLifecycles;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.manifest.Repository;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Report.Mode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How findings become advisories. */
class JudgeSpec {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    @Test
    void severalVersionsOfTheSameInOneFileHaveIdsOfTheirOwn() {
        List<Advisory> both = judged(Repository.of(
                "compose.yaml", "services:\n  a: {image: \"postgres:12\"}\n  b: {image: \"postgres:13\"}\n"));

        assertThat(both).hasSize(2).extracting(Advisory::id).doesNotHaveDuplicates();
    }

    @Test
    void oneThatIsAloneKeepsItsIdFromVersionToVersion() {
        assertThat(judged(Repository.of("compose.yaml", "services:\n  a: {image: \"postgres:12\"}\n")))
                .singleElement()
                .extracting(Advisory::id)
                .isEqualTo(judged(Repository.of("compose.yaml", "# moved\nservices:\n  a: {image: \"postgres:13\"}\n"))
                        .get(0)
                        .id());
    }

    private static List<Advisory> judged(Repository repository) {
        Inventory inventory = repository.inventory();
        Situation situation = new Situation(Mode.STATE, inventory, List.of(), TODAY);
        return new Judge(Urgency.DEFAULT, Backgrounds.of(Coverage.NOTHING))
                .judge(
                        situation,
                        new EndOfLife(
                                        new BundledLifecycles(TODAY),
                                        Urgency.DEFAULT,
                                        Set.of(),
                                        new BundledKubernetesApis())
                                .apply(situation));
    }
}
