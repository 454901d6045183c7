package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.model.Risk.Level;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsSpec {
    private static final Looked WHOLE = Looked.at(new Coverage(40, 7, 0), Role.DIRECT, 0);

    @ParameterizedTest
    @CsvSource({
        "1.4.2, 1.4.3, LOW",
        "1.4.2, 1.5.0, LOW",
        "1.4.2, 2.0.0, MODERATE",
        "0.9.1, 0.9.2, LOW",
        "0.9.1, 0.10.0, MODERATE",
        "4.12.0, 4.13.0-alpha.14, MODERATE",
        "7.0.0, 7.0.1-M2, MODERATE",
        "7.0.0.Final, 7.0.1.Final, LOW",
        "32.1.3-jre, 32.1.4-jre, LOW",
        "ubuntu, debian, MODERATE"
    })
    void aStepThatWasCheckedInFullIsLowWhenItIsSmall(String from, String to, Level level) {
        assertThat(Levels.ofStep(new Version(from), new Version(to), WHOLE, false))
                .isEqualTo(level);
    }

    @Test
    void whatWasNotCheckedOrOnlyInPartIsNeverLow() {
        Version from = new Version("1.4.2");
        Version to = new Version("1.4.3");

        assertThat(Levels.ofStep(from, to, Looked.at(Coverage.NOTHING, Role.DIRECT, 0), false))
                .isEqualTo(Level.MODERATE);
        assertThat(Levels.ofStep(from, to, Looked.at(new Coverage(40, 7, 1), Role.DIRECT, 0), false))
                .isEqualTo(Level.MODERATE);
        assertThat(Levels.ofStep(from, to, Looked.at(new Coverage(40, 7, 0), Role.PLUGIN, 0), false))
                .isEqualTo(Level.MODERATE);
    }

    @Test
    void aStepBackAndAReleaseOfTheseDaysAreNeverLow() {
        assertThat(Levels.ofStep(new Version("4.0.1"), new Version("4.0.0"), WHOLE, true))
                .isEqualTo(Level.MODERATE);
    }

    @Test
    void whatBreaksOrPressesIsHighAndADistantDayModerate() {
        assertThat(Levels.of(Verdict.BROKEN, List.of())).isEqualTo(Level.HIGH);
        assertThat(Levels.of(Verdict.ACTION, List.of())).isEqualTo(Level.HIGH);
        assertThat(Levels.of(Verdict.PLAN, List.of())).isEqualTo(Level.MODERATE);
        assertThat(Levels.of(Verdict.NONE, List.of())).isEqualTo(Level.NONE);
    }
}
