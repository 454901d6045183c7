package io.github.incidentadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportSpec {
    @Test
    void aCommentHasAtMostTwentyFiveLinesBeforeTheFirstFold() {
        String comment = MarkdownReport.comment(Reports.broken(30, 9, "words"));

        String open = comment.substring(0, comment.indexOf("<details>"));
        assertThat(open.lines()).hasSizeLessThanOrEqualTo(25);
        assertThat(open.lines().filter(line -> line.matches("\\d\\. `.*"))).hasSize(5);
        assertThat(open).contains("**Not checked:**");
    }

    @Test
    void aCommentFitsWhatGitHubTakesAndIsWholeMarkdown() {
        String comment = MarkdownReport.comment(Reports.broken(60, 9, "long ".repeat(300)));

        assertThat(comment).hasSizeLessThanOrEqualTo(MarkdownReport.COMMENT_LIMIT);
        assertThat(count(comment, "<details>")).isEqualTo(count(comment, "</details>"));
    }

    @Test
    void theMarkerStandsFirstAndTheRecommendationNext() {
        assertThat(MarkdownReport.comment(Reports.quiet()).lines())
                .startsWith("<!-- incident-advisor:v1 -->", "### Nothing to do.");
    }

    @Test
    void nothingOfOtherPeoplesTextActs() {
        String comment = MarkdownReport.comment(Reports.broken(2, 2, Reports.HOSTILE));

        assertThat(comment)
                .doesNotContain("<script", "<img", "@octocat", "![x]", "\u202E", " #12")
                .doesNotContainPattern("[^&#8203;]://evil");
        assertThat(count(comment, "<details>")).isEqualTo(count(comment, "</details>"));
        assertThat(Arrays.stream(comment.split("\n")).filter(line -> line.startsWith("|")))
                .allMatch(line ->
                        line.replace("\\|", "").chars().filter(c -> c == '|').count() == 4);
    }

    @Test
    void aSummaryHoldsEveryFinding() {
        String summary = MarkdownReport.summary(Reports.broken(30, 8, "words"));

        assertThat(count(summary, "<!-- id:api-"))
                .as("a box for each of the change's own")
                .isEqualTo(120);
        assertThat(summary).contains("Due elsewhere, whatever becomes of this change (120)");
    }

    @Test
    void aListThatIsTooLongToReadIsFoldedInASummaryToo() {
        assertThat(open(MarkdownReport.summary(Reports.broken(80, 2, "words"))))
                .contains("| … and 60 more, folded below | | |", "- … and 60 more, folded below")
                .satisfies(lines -> assertThat(lines.stream().filter(line -> line.contains("| **needs a fix** |")))
                        .hasSize(20));
        assertThat(open(MarkdownReport.summary(Reports.broken(1, 160, "words"))))
                .contains("21. … and 60 more, folded below");
    }

    @Test
    void whatIsTooMuchForAnyFoldIsCountedAndTheRestStaysMarkdown() {
        String summary = MarkdownReport.summary(Reports.broken(1, 8_000, "words ".repeat(80)));

        assertThat(summary).hasSizeLessThanOrEqualTo(1_000_000).doesNotContain("Cut to fit");
        assertThat(count(summary, "<details>")).isEqualTo(count(summary, "</details>"));
        assertThat(summary)
                .contains("<summary>More that breaks (3980)</summary>", "<summary>More to do (7980)</summary>")
                .containsPattern("\n- … \\d+ more in report.json, left out here to fit\n");
    }

    private static List<String> open(String markdown) {
        return markdown.substring(0, markdown.indexOf("<details>")).lines().toList();
    }

    @Test
    void aLineThatNoTestRunsSaysSo() {
        assertThat(MarkdownReport.comment(Reports.broken(1, 3, "words")).lines())
                .anyMatch(line -> line.contains("java:1`: line 0: words *measured*"))
                .anyMatch(line -> line.contains("java:3`: line 2: words. No test runs this line. *measured*"));
    }

    @Test
    void whatIsDueElsewhereHasNoBoxAndStandsInAFold() {
        String comment = MarkdownReport.comment(Reports.broken(2, 1, "words"));

        String open = comment.substring(0, comment.indexOf("<details>"));
        assertThat(open).contains("<!-- id:api-000000 -->");
        assertThat(comment)
                .doesNotContain("id:api-001000")
                .contains("<details><summary>Due elsewhere, whatever becomes of this change (1)</summary>\n\n"
                        + "- `app/src/main/java/A b.java:1`: do words\n");
    }

    @Test
    void ofABigChangeSeveralThingsToDoAreSeenAtOnce() {
        String comment = MarkdownReport.comment(Reports.broken(30, 9, "words"));

        assertThat(comment.substring(0, comment.indexOf("<details>")).lines().filter(line -> line.startsWith("- [ ]")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aMigrationNamesItsDeadlineAndEachOfItsPlaces() {
        assertThat(MarkdownReport.comment(Reports.broken(1, 1, "words")))
                .contains("<details><summary>Migrations (1)</summary>")
                .contains("- **Java 17 → 21**, by 2027-10-31 (341 days left): ")
                .contains("  - [ ] `Dockerfile:1`: ")
                .contains("  - [ ] `pom.xml:23`: java 17: move to Java 21 <!-- id:mig-bbbbbb -->");
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
