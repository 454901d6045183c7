package io.github.incidentadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorthSpec {
    @Test
    void aChangeThatBreaksSomethingIs() {
        assertThat(Worth.saying(Reports.broken(1, 1, "words"))).isTrue();
    }

    @Test
    void aQuietChangeIsNot() {
        assertThat(Worth.saying(Reports.quiet())).isFalse();
    }

    @Test
    void whatIsDueElsewhereAloneIsNot() {
        var report = Reports.broken(2, 1, "words");
        var elsewhere = report.advisories().stream()
                .filter(advisory -> !advisory.inChange())
                .toList();

        assertThat(elsewhere).isNotEmpty();
        assertThat(Worth.saying(with(report, elsewhere, Report.Mode.CHANGE))).isFalse();
    }

    @Test
    void aReportThatComparedNothingIsNot() {
        var report = Reports.broken(1, 1, "words");

        assertThat(Worth.saying(with(report, report.advisories(), Report.Mode.STATE)))
                .isFalse();
    }

    private static Report with(Report report, List<Advisory> advisories, Report.Mode mode) {
        return new Report(
                report.tool(),
                report.asOf(),
                mode,
                report.base(),
                report.head(),
                report.verdict(),
                report.headline(),
                advisories,
                report.candidates(),
                report.migrations(),
                report.incidents(),
                report.incidentsSearched(),
                report.notes(),
                report.suppressed(),
                report.unusedSuppressions(),
                report.evidence(),
                report.notChecked(),
                report.usage());
    }
}
