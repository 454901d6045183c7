package io.github.incidentadvisor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Suppression;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SettingsFileSpec {
    @Test
    void valuesAndListsAreRead() {
        SettingsFile file = SettingsFile.parse("""
                failOn: broken
                formats: [json, html]
                requestBudget: 20
                """);

        assertThat(file.values())
                .containsEntry(Setting.FAIL_ON, "broken")
                .containsEntry(Setting.FORMATS, "json,html")
                .containsEntry(Setting.REQUEST_BUDGET, "20");
        assertThat(file.gaps()).isEmpty();
    }

    @Test
    void aSuppressionNeedsAReasonAndADay() {
        SettingsFile file = SettingsFile.parse("""
                suppressions:
                  - id: eol-3f9a1c
                    reason: paid support until the move in May
                    until: 2027-05-31
                  - rule: orphan-pin
                    until: 2027-05-31
                  - id: eol-000000
                    reason: because
                    until: soon
                """);

        assertThat(file.suppressions())
                .containsExactly(new Suppression(
                        "eol-3f9a1c",
                        "paid support until the move in May",
                        LocalDate.of(2027, 5, 31),
                        new Place(".incident-advisor.yml", 2)));
        assertThat(file.gaps())
                .extracting(Gap::place)
                .containsExactly(new Place(".incident-advisor.yml", 5), new Place(".incident-advisor.yml", 7));
    }

    @Test
    void aMistypedNameCostsOnlyItsLineAndTheRightOneIsNamed() {
        SettingsFile file = SettingsFile.parse("fail-on: any\nmaxFindings: 5\n");

        assertThat(file.values()).containsOnlyKeys(Setting.MAX_FINDINGS);
        assertThat(file.gaps())
                .containsExactly(new Gap(
                        ".incident-advisor.yml",
                        "'fail-on' is no setting; write 'failOn'",
                        new Place(".incident-advisor.yml", 1)));
    }

    @Test
    void aSecretIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> SettingsFile.parse("failOn: any\ngithubToken: ghp_abc\n"))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining(".incident-advisor.yml:2")
                .hasMessageContaining("settings.xml")
                .hasMessageNotContaining("ghp_abc");
    }

    @Test
    void whatIsNoYamlIsSaidWithItsLineAndNotUsed() {
        SettingsFile file = SettingsFile.parse("failOn: any\n  formats: [json\n");

        assertThat(file.values()).isEmpty();
        assertThat(file.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.place().line()).isGreaterThanOrEqualTo(2));
    }

    @Test
    void aBombOfAliasesIsAGap() {
        StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c <= 'j'; c++) {
            char before = (char) (c - 1);
            bomb.append(c).append(": &").append(c).append(" [").append(("*" + before + ",").repeat(8));
            bomb.append("*").append(before).append("]\n");
        }

        assertThat(SettingsFile.parse(bomb.toString()).values()).isEmpty();
    }

    @Test
    void theBaseCommitsPomIsReadForOurPluginOnly() {
        byte[] pom = """
                <project><build><plugins>
                  <plugin><artifactId>other</artifactId><configuration><model>theirs</model></configuration></plugin>
                  <plugin>
                    <configuration><model>ours</model><failOn>any</failOn></configuration>
                    <artifactId>incident-advisor-maven-plugin</artifactId>
                  </plugin>
                </plugins></build></project>
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(PomConfiguration.of(pom))
                .containsOnly(java.util.Map.entry(Setting.MODEL, "ours"), java.util.Map.entry(Setting.FAIL_ON, "any"));
    }
}
