package io.github.incidentadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Recommendation;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Risk;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of what was found a report holds. */
class AssemblySpec {
    @Test
    void theMostUrgentKeepTheirFindingsAndEachKeepsOne() {
        assertThat(Assembly.bounded(List.of(with(3), with(4), with(2), with(0)), 5))
                .extracting(advisory -> advisory.findings().size())
                .containsExactly(3, 2, 1, 0);
    }

    @Test
    void whatFitsIsLeftAsItIs() {
        List<Advisory> all = List.of(with(3), with(2));

        assertThat(Assembly.bounded(all, 5)).isEqualTo(all);
        assertThat(Assembly.bounded(List.of(with(3)), 0))
                .extracting(advisory -> advisory.findings().size())
                .containsExactly(1);
    }

    private static Advisory with(int findings) {
        Finding finding = new Finding(
                "api-123456",
                Finding.Kind.BROKEN_REFERENCE,
                Finding.Severity.BREAKS_BUILD,
                Grade.MEASURED,
                new Place("A.java", 3),
                Reference.NONE,
                Deadline.NONE,
                "uses B, which was removed",
                "",
                List.of(new Evidence("linkage", Grade.MEASURED, "a jar", "", "", "B was removed")));
        return new Advisory(
                "adv-123456",
                true,
                Verdict.BROKEN,
                Artifact.of("com.acme", "pool"),
                new Version("1.0"),
                new Version("2.0"),
                Role.DIRECT,
                new Place("pom.xml", 9),
                "",
                0,
                new Risk(Risk.Level.HIGH, List.of()),
                Collections.nCopies(findings, finding),
                new Recommendation(Recommendation.Action.FIX_FIRST, "Fix it first.", Version.NONE, Version.NONE),
                List.of(),
                new Prose(Prose.Author.TEMPLATE, List.of(), 0));
    }
}
