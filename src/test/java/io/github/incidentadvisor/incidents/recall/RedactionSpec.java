package io.github.incidentadvisor.incidents.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionSpec {
    private final Redaction redaction = new Redaction(List.of("Umbrella Corp", "acme*"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask jane.doe+x@example.co.uk about it",
                "@jane-doe restarted it",
                "see https://acme.slack.com/archives/C1/p2 for more",
                "https://docs.google.com/document/d/abc/edit",
                "ledger.prod.internal was down",
                "host 10.1.2.3 was down",
                "curl -H 'Authorization: Bearer abcdef123456'",
                "token=s3cr3t-value",
                "ghp_0123456789abcdefghijklmnopqrstuvwxyz",
                "AKIAABCDEFGHIJKLMNOP was leaked",
                "jdbc://app:hunter2@db/ledger",
                "Created By: Jane Doe",
                "Owner: the SRE who did it",
                "umbrella corp called",
                "Acmetown was affected"
            })
    void whatIsNobodysBusinessIsTakenOut(String text) {
        assertThat(redaction.of(text))
                .contains("[redacted]")
                .doesNotContainIgnoringCase("jane")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the pool behind `AsyncConfig` kept its default of eight threads",
                "upgraded from 3.1.2 to 3.2.0 on 2024-02-14",
                "use @Qualifier(\"applicationTaskExecutor\")",
                "https://github.com/acme-labs/x/pull/1 says why"
            })
    void whatMattersStays(String text) {
        assertThat(new Redaction(List.of()).of(text)).isEqualTo(text);
    }

    @Test
    void theRestOfTheSentenceStays() {
        assertThat(redaction.of("The upgrade by @jane broke it.")).isEqualTo("The upgrade by [redacted] broke it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wiki.acme.example/x/1",
                "http://grafana.acme.example:3000/d/abc?orgId=1",
                "https://github.com.evil.example/acme/x",
                "ftp://files.acme.example/dump",
                "HTTPS://Jane@Status.Acme.Example/1"
            })
    void linksToOtherHostsThanTheIncidentsOwnAreTakenOut(String link) {
        assertThat(new Redaction(List.of()).of("See " + link + " for more", "https://github.com/acme/x/issues/1"))
                .isEqualTo("See [redacted] for more");
    }

    @Test
    void aLinkToTheHostThatHasTheIncidentStaysAndWithoutOneNoneDoes() {
        String text = "fixed by https://github.com/acme/x/pull/2, see there";

        assertThat(new Redaction(List.of()).of(text, "https://github.com/acme/x/issues/1"))
                .isEqualTo(text);
        assertThat(new Redaction(List.of()).of(text, "")).isEqualTo("fixed by [redacted] see there");
        assertThat(new Redaction(List.of()).of(text, "docs/incidents/1.md")).isEqualTo("fixed by [redacted] see there");
    }
}
