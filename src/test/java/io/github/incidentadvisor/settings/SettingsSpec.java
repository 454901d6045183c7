package io.github.incidentadvisor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.settings.Settings.Layer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsSpec {
    @Test
    void theCommandLineBeatsThePomAndThePomBeatsTheFile() {
        Settings settings = Settings.of(List.of(
                new Layer("the command line", Map.of(Setting.FAIL_ON, "any")),
                new Layer("pom.xml", Map.of(Setting.FAIL_ON, "never", Setting.MAX_FINDINGS, "7")),
                new Layer(SettingsFile.PATH, Map.of(Setting.MAX_FINDINGS, "9", Setting.REQUEST_BUDGET, "3"))));

        assertThat(settings.text(Setting.FAIL_ON)).isEqualTo("any");
        assertThat(settings.number(Setting.MAX_FINDINGS)).isEqualTo(7);
        assertThat(settings.number(Setting.REQUEST_BUDGET)).isEqualTo(3);
        assertThat(settings.list(Setting.FORMATS)).containsExactly("console", "json", "markdown");
    }

    @Test
    void aWrongValueNamesItsSourceAndWhatWouldBeRight() {
        Settings settings = Settings.of(List.of(new Layer("pom.xml", Map.of(Setting.TODAY, "tomorrow"))));

        assertThatThrownBy(() -> settings.day(Setting.TODAY))
                .isInstanceOf(AdvisorException.class)
                .hasMessage("today is 'tomorrow' in pom.xml; it must be a day such as 2026-11-24.");
    }

    @Test
    void aReleaseIsTwoNumbersAndWhatFollows() {
        for (String good : List.of("1.33", "v1.29.2", "1.29.4-gke.100", "1.30")) {
            assertThat(release(good).release(Setting.KUBERNETES_VERSION)).contains(good);
        }
        assertThat(release("").release(Setting.KUBERNETES_VERSION)).isEmpty();
        for (String bad : List.of("latest", "1", "1.x", "-1.2", "1.33 or so", "12345.1")) {
            assertThatThrownBy(() -> release(bad).checked())
                    .as(bad)
                    .isInstanceOf(AdvisorException.class)
                    .hasMessageContaining("it must be a release such as 1.33");
        }
    }

    private static Settings release(String text) {
        return Settings.of(List.of(new Layer("pom.xml", Map.of(Setting.KUBERNETES_VERSION, text))));
    }

    @Test
    void anAddressWithAUserNameIsRefused() {
        Settings settings =
                Settings.of(List.of(new Layer("pom.xml", Map.of(Setting.OSV_URL, "https://me:pw@osv.example"))));

        assertThatThrownBy(() -> settings.address(Setting.OSV_URL)).isInstanceOf(AdvisorException.class);
    }
}
