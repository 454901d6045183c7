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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** README.md beside the drafts tells who wrote which, and what the checks made of each set before anybody had looked at it. */
class DraftsSpec {
    private static final Pattern SET = Pattern.compile("fresh-(\\d+)-.*");

    @Test
    void ofOurOwnDraftsNoFalsehoodIsSaidAndAlmostEveryFaithfulSentenceIs() throws Exception {
        List<Drafts.Outcome> outcomes = ofSets(0, 0);

        assertThat(of(outcomes, false)).hasSizeGreaterThanOrEqualTo(180);
        assertThat(of(outcomes, true)).hasSizeGreaterThanOrEqualTo(105);
        assertThat(of(outcomes, false)).noneMatch(Drafts.Outcome::said);
        assertThat(share(of(outcomes, true))).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void ofTheFirstSixSetsOfOthersNoFalsehoodIsSaid() throws Exception {
        List<Drafts.Outcome> outcomes = ofSets(1, 6);

        assertThat(of(outcomes, false)).hasSizeGreaterThanOrEqualTo(216).noneMatch(Drafts.Outcome::said);
        assertThat(share(of(outcomes, true).stream()
                        .filter(one -> !one.file().matches("fresh-[56]-.*"))
                        .toList()))
                .isGreaterThanOrEqualTo(0.95);
        assertThat(share(of(outcomes, true))).isGreaterThanOrEqualTo(0.85);
    }

    /** The checks are no proof: a few falsehoods of the later sets pass them still. No more may. */
    @Test
    void ofTheLaterSetsOfOthersFewFalsehoodsAreSaidAndMostFaithfulSentencesAre() throws Exception {
        List<Drafts.Outcome> outcomes = ofSets(7, 99);

        assertThat(of(outcomes, false)).hasSizeGreaterThanOrEqualTo(700);
        assertThat(of(outcomes, true)).hasSizeGreaterThanOrEqualTo(500);
        assertThat(share(of(outcomes, false))).isLessThanOrEqualTo(0.04);
        assertThat(share(of(outcomes, true))).isGreaterThanOrEqualTo(0.90);
    }

    private static List<Drafts.Outcome> of(List<Drafts.Outcome> outcomes, boolean faithful) {
        return outcomes.stream().filter(one -> one.expectSaid() == faithful).toList();
    }

    /** Of one, how much is said. */
    private static double share(List<Drafts.Outcome> outcomes) {
        return outcomes.stream().filter(Drafts.Outcome::said).count() / (double) outcomes.size();
    }

    /** Ours have no number. */
    private static List<Drafts.Outcome> ofSets(int first, int last) throws IOException, URISyntaxException {
        List<Drafts.Outcome> outcomes = new ArrayList<>();
        Path folder = Path.of(DraftsSpec.class.getResource("drafts").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                Matcher set = SET.matcher(file.getFileName().toString());
                int number = set.matches() ? Integer.parseInt(set.group(1)) : 0;
                if (number >= first && number <= last) {
                    outcomes.addAll(Drafts.run(file, new ObjectMapper().createObjectNode()));
                }
            }
        }
        return outcomes;
    }
}
