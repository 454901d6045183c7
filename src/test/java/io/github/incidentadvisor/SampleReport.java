package io.github.incidentadvisor;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Prose.Author;
import io.github.incidentadvisor.model.Recommendation;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Risk;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.Usage;
import io.github.incidentadvisor.model.VendorNotes;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A report about one broken line, with a note of somebody else. */
final class SampleReport {
    private SampleReport() {}

    /** A project whose note, of a vendor, says {@code note}. */
    static Report of(String note) {
        Evidence change = new Evidence("change", Grade.MEASURED, "pom.xml:12", "", "", "3.2.0 → 3.5.3");
        Evidence broken = new Evidence(
                "linkage",
                Grade.MEASURED,
                "pom.xml, compiled against spring-boot 3.2.0 → 3.5.3",
                "",
                "",
                "AsyncConfig.java:27 uses TaskExecutorBuilder, which was removed");
        Evidence said =
                new Evidence("release-note", Grade.STATED, "a vendor", "https://example.com/", "2025-05-22", note);
        Place place = new Place("AsyncConfig.java", 27);
        Finding finding = new Finding(
                "api-000001",
                Finding.Kind.BROKEN_REFERENCE,
                Finding.Severity.BREAKS_BUILD,
                Grade.MEASURED,
                place,
                Reference.NONE,
                Deadline.NONE,
                "uses TaskExecutorBuilder, which was removed.",
                "replace TaskExecutorBuilder with ThreadPoolTaskExecutorBuilder",
                List.of(broken));
        Finding caution = new Finding(
                "rel-000001",
                Finding.Kind.RELEASE_NOTE,
                Finding.Severity.CAUTION,
                Grade.STATED,
                place,
                Reference.NONE,
                Deadline.NONE,
                "a note touches this line.",
                "",
                List.of(said));
        Advisory advisory = new Advisory(
                "adv-000001",
                true,
                Verdict.BROKEN,
                Artifact.of("org.springframework.boot", "spring-boot-starter-parent"),
                new Version("3.2.0"),
                new Version("3.5.3"),
                Role.PARENT,
                new Place("pom.xml", 12),
                "",
                0,
                new Risk(Risk.Level.HIGH, List.of(new Risk.Reason("A minor step", List.of(change)))),
                List.of(finding, caution),
                new Recommendation(Recommendation.Action.FIX_FIRST, "Mend it.", Version.NONE, Version.NONE),
                List.of(new Task("api-000001", finding.fix(), place)),
                new Prose(Author.TEMPLATE, List.of(new Prose.Sentence("It breaks.", List.of(broken))), 0));
        return new Report(
                new Report.Tool("incident-advisor", "1"),
                LocalDate.parse("2025-06-20"),
                Report.Mode.CHANGE,
                Report.Revision.NONE,
                Report.Revision.NONE,
                Verdict.BROKEN,
                "Fix 1 line, then merge.",
                List.of(advisory),
                List.of(),
                List.of(),
                List.of(),
                Report.IncidentsSearched.NONE,
                List.of(new VendorNotes(
                        "pkg:maven/org.acme/lib",
                        "lib",
                        new Version("1"),
                        new Version("2"),
                        "CHANGES.md",
                        "",
                        List.of(),
                        1,
                        0,
                        List.of(),
                        List.of())),
                List.of(),
                List.of(),
                List.of(change, broken, said),
                List.of(),
                new Usage(1, 0, Map.of(), Map.of()));
    }
}
