package io.github.incidentadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleReportSpec {
    @Test
    void howeverMuchThereIsTwentyLinesSayIt() {
        assertThat(ConsoleReport.lines(Reports.broken(30, 9, "words"), "target/report.html", "never"))
                .hasSizeLessThanOrEqualTo(ConsoleReport.LINES)
                .anyMatch(line -> line.contains("… and 28 more in the report"));
    }

    @Test
    void theFirstLineIsTheRecommendationAndTheLastWhatAnotherFailOnWouldDo() {
        var lines = ConsoleReport.lines(Reports.broken(1, 1, "words"), "target/report.html", "never");

        assertThat(lines.get(0)).isEqualTo("Fix it, then merge. words");
        assertThat(lines)
                .contains(
                        "  app/src/main/java/A b.java:1: line 0: words",
                        "judged by 2026-11-24, 3 requests to example.com; report: target/report.html",
                        "evidence: mvn incident-advisor:explain -Dincident-advisor.id=api-000000");
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo("failOn=never: does not fail the build; broken or action or any would.");
    }

    @Test
    void whatIsDueElsewhereIsOneLine() {
        var lines = ConsoleReport.lines(Reports.broken(2, 1, "words"), "", "never");

        assertThat(lines).filteredOn(line -> line.contains("do words")).hasSize(1);
        assertThat(lines)
                .contains("  … and 1 task due elsewhere, in the report")
                .anyMatch(line -> line.startsWith("  elsewhere: lib1 1.0 → 2.0"));
    }

    @Test
    void aStateNamesTheCommandThatBeginsItsNearestMigration() {
        String line = "begin Java 17 → 21: mvn incident-advisor:migrate -Dincident-advisor.id=mig-123456";

        assertThat(ConsoleReport.lines(Reports.state("words"), "", "never")).contains(line);
        assertThat(ConsoleReport.lines(Reports.broken(1, 1, "words"), "", "never"))
                .doesNotContain(line);
    }

    @Test
    void controlAndFormatCharactersNeverReachATerminal() {
        assertThat(String.join("", ConsoleReport.lines(Reports.broken(2, 2, Reports.HOSTILE + "\u001b[2J"), "", "any")))
                .doesNotContain("\u001b", "\u202E", "\u0007", "\n");
    }

    @Test
    void failOnLooksAtTheChangeAlone() {
        assertThat(ConsoleReport.fails(Reports.quiet(), "any")).isFalse();
        assertThat(ConsoleReport.fails(Reports.broken(1, 1, "x"), "never")).isFalse();
        assertThat(ConsoleReport.fails(Reports.broken(1, 1, "x"), "broken")).isTrue();
        assertThat(ConsoleReport.fails(Reports.broken(1, 1, "x"), "action")).isTrue();
    }
}
