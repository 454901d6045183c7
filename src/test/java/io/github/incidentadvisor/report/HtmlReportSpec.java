package io.github.incidentadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlReportSpec {
    @Test
    void thePageAsksForNothingFromOutsideAndRunsNothing() {
        String page = html(Reports.broken(3, 3, "words"));

        assertThat(page)
                .contains("default-src 'none'", "prefers-color-scheme: dark")
                .doesNotContain("<script", "<img", "<link", "src=", "@import", "url(", "onload");
    }

    @Test
    void otherPeoplesTextIsTextAndNothingElse() {
        String page = html(Reports.broken(3, 3, Reports.HOSTILE + "\" onmouseover=\"x' y='"));

        assertThat(page)
                .doesNotContain("<script", "<img", "\" onmouseover", "\u202E")
                .contains("&lt;script&gt;");
        assertThat(count(page, "<details")).isEqualTo(count(page, "</details>"));
    }

    @Test
    void eachFindingAndEachPieceOfEvidenceCanBePointedAt() {
        String page = html(Reports.broken(2, 2, "words"));

        assertThat(page).contains("id=\"api-001001\"", "id=\"E1\"", "href=\"#E1\"", "in 37 days");
    }

    @Test
    void aQuietReportIsAPageToo() {
        assertThat(html(Reports.quiet())).contains("<h1>Nothing to do.</h1>").doesNotContain("<svg");
    }

    private static String html(io.github.incidentadvisor.model.Report report) {
        return new String(HtmlReport.write(report), StandardCharsets.UTF_8);
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
