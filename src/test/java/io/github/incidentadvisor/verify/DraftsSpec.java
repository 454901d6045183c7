package io.github.incidentadvisor.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.bench.Drafts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DraftsSpec {
    @Test
    void falsifiedSentencesAreCaughtAndFaithfulOnesAreSaid() throws IOException, URISyntaxException {
        List<Drafts.Outcome> outcomes = new ArrayList<>();
        List<Drafts.Outcome> settled = new ArrayList<>();
        Path folder = Path.of(DraftsSpec.class.getResource("drafts").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                List<Drafts.Outcome> its = Drafts.run(file, new ObjectMapper().createObjectNode());
                outcomes.addAll(its);
                if (!file.getFileName().toString().matches("fresh-[56]-.*")) {
                    settled.addAll(its);
                }
            }
        }
        List<Drafts.Outcome> falsified =
                outcomes.stream().filter(one -> !one.expectSaid()).toList();
        List<Drafts.Outcome> faithful =
                outcomes.stream().filter(Drafts.Outcome::expectSaid).toList();

        assertThat(falsified).hasSizeGreaterThanOrEqualTo(390);
        assertThat(faithful).hasSizeGreaterThanOrEqualTo(250);
        // README.md beside the drafts says how the checks do on sentences that nobody tuned them for.
        assertThat(falsified.stream().filter(Drafts.Outcome::said)).isEmpty();
        // One in twenty may be lost: the template's sentence stands in its place. Of the two newest sets more still
        // are; README.md
        // beside them tells how many.
        List<Drafts.Outcome> kept =
                settled.stream().filter(Drafts.Outcome::expectSaid).toList();
        assertThat(kept).hasSizeGreaterThanOrEqualTo(200);
        assertThat(kept.stream().filter(one -> !one.said()).count() * 20).isLessThanOrEqualTo(kept.size());
    }
}
