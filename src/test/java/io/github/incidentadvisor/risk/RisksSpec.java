package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a risk's reason says of the step. */
class RisksSpec {
    @ParameterizedTest
    @CsvSource({
        "1.4.2, 1.4.3, A patch step",
        "1.4.2, 2.0.0, A major step",
        "'~> 0.14', '~> 1.2.4', A step between ranges of versions",
        "'[1,2)', '[1,3)', A step between ranges of versions",
        "ubuntu, debian, A step that follows no number scheme"
    })
    void theStepIsNamedForWhatItIs(String from, String to, String named) {
        assertThat(Risks.of(
                                Verdict.NONE,
                                true,
                                new Version(from),
                                new Version(to),
                                new Place("main.tf", 9),
                                0,
                                List.of(),
                                Looked.at(Coverage.NOTHING, Role.PLATFORM),
                                Optional.empty())
                        .reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.text()).startsWith(named + "; "));
    }
}
