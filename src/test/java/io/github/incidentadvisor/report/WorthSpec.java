package io.github.incidentadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(Worth.saying(with(report, elsewhere, io.github.incidentadvisor.model.Report.Mode.CHANGE)))
                .isFalse();
    }

    @Test
    void aReportThatComparedNothingIsNot() {
        var report = Reports.broken(1, 1, "words");

        assertThat(Worth.saying(with(report, report.advisories(), io.github.incidentadvisor.model.Report.Mode.STATE)))
                .isFalse();
    }

    private static io.github.incidentadvisor.model.Report with(
            io.github.incidentadvisor.model.Report report,
            java.util.List<io.github.incidentadvisor.model.Advisory> advisories,
            io.github.incidentadvisor.model.Report.Mode mode) {
        return new io.github.incidentadvisor.model.Report(
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
                report.suppressed(),
                report.unusedSuppressions(),
                report.evidence(),
                report.notChecked(),
                report.usage());
    }
}
