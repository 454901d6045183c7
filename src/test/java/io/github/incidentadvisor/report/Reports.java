package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Recommendation;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Risk;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Suppression;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.Usage;
import io.github.incidentadvisor.model.VendorNotes;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports to print. */
final class Reports {
    static final String HOSTILE = "</details><script>alert(1)</script> @octocat #12 ![x](https://evil.example/p.png) "
            + "<img src=x onerror=y> ]]> --> `code` https://evil.example/ www.evil.example \u202E\u0007 | end";

    private Reports() {}

    static Report quiet() {
        return of("Nothing to do.", Verdict.NONE, List.of(), List.of());
    }

    /** A change with {@code findings} broken lines in each of {@code advisories} advisories, all of it saying {@code words}. */
    static Report broken(int advisories, int findings, String words) {
        List<Advisory> all = new ArrayList<>();
        for (int i = 0; i < advisories; i++) {
            all.add(advisory(i, findings, words));
        }
        List<Gap> gaps = List.of(Gap.of(words, words), new Gap("app/pom.xml", words, new Place("app/pom.xml", 3)));
        return of("Fix it, then merge. " + words, Verdict.BROKEN, all, gaps);
    }

    /** A state in which something is due. */
    static Report state(String words) {
        return of(Report.Mode.STATE, "Move on. " + words, Verdict.ACTION, List.of(advisory(0, 1, words)), List.of());
    }

    private static Advisory advisory(int number, int findings, String words) {
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < findings; i++) {
            all.add(finding(number, i, words));
        }
        Evidence declared = Evidence.declaration(new Place("pom.xml", 10 + number), "lib" + number + " = 2.0");
        return new Advisory(
                "adv-00000" + number % 10,
                number % 2 == 0,
                Verdict.BROKEN,
                Artifact.of("org.acme", "lib" + number),
                new Version("1.0"),
                new Version("2.0"),
                Role.DIRECT,
                new Place("pom.xml", 10 + number),
                "",
                61,
                new Risk(Risk.Level.HIGH, List.of(new Risk.Reason(words, List.of(declared)))),
                all,
                new Recommendation(
                        Recommendation.Action.FIX_FIRST, "Fix it. " + words, new Version("2.1"), new Version("3.0")),
                all.stream().map(f -> new Task(f.id(), f.fix(), f.place())).toList(),
                new Prose(Prose.Author.TEMPLATE, List.of(new Prose.Sentence(words, List.of(declared))), 1));
    }

    private static Finding finding(int advisory, int number, String words) {
        Place place = new Place("app/src/main/java/A b.java", 1 + number);
        return new Finding(
                        String.format("api-%03x%03x", advisory, number),
                        number % 2 == 0 ? Kind.BROKEN_REFERENCE : Kind.END_OF_LIFE,
                        number % 2 == 0 ? Severity.BREAKS_BUILD : Severity.DEADLINE,
                        Grade.MEASURED,
                        place,
                        number % 2 == 0 ? new Reference("org.acme.Pool$Inner", "<init>", "(I)V") : Reference.NONE,
                        number % 2 == 0 ? Deadline.NONE : new Deadline(LocalDate.parse("2026-12-31"), "OSS support"),
                        "line " + number + ": " + words,
                        "do " + words,
                        List.of(
                                Evidence.declaration(place, words),
                                new Evidence(
                                        "lifecycle",
                                        Grade.STATED,
                                        "lib " + advisory,
                                        "https://example.com/lib",
                                        "2026-08-22",
                                        words)))
                .with(
                        number % 2 == 1
                                ? Finding.Tests.UNKNOWN
                                : number % 4 == 0 ? Finding.Tests.RUN : Finding.Tests.NONE);
    }

    private static Migration migration(String words) {
        Place image = new Place("Dockerfile", 1);
        Place pom = new Place("pom.xml", 23);
        return new Migration(
                "mig-123456",
                "Java 17 → 21",
                words,
                new Deadline(LocalDate.parse("2027-10-31"), "Security Support"),
                new Version("21"),
                new Version("25"),
                List.of(image, pom),
                List.of(),
                List.of(),
                List.of(
                        new Task("mig-aaaaaa", words + ": move to Java 21", image),
                        new Task("mig-bbbbbb", "java 17: move to Java 21", pom)),
                List.of(),
                Migration.Kind.END_OF_SUPPORT,
                new Migration.Cost(2, 3, 1, true),
                List.of(Evidence.declaration(pom, words)),
                List.of());
    }

    private static VendorNotes notes(String words) {
        Evidence said = new Evidence(
                "release-note", Grade.STATED, "notes of " + words, "https://example.com/notes", "2026-01-02", words);
        return new VendorNotes(
                "pkg:maven/org.acme/lib0",
                words,
                new Version("1.0"),
                new Version("2.0"),
                words,
                "https://example.com/notes",
                List.of(new VendorNotes.Section(new Version("2.0"), "2026-01-02")),
                148,
                3,
                List.of(new VendorNotes.Entry(new Version("2.0"), "removal", List.of(words), said)),
                List.of(words));
    }

    private static Report of(String headline, Verdict verdict, List<Advisory> advisories, List<Gap> gaps) {
        return of(Report.Mode.CHANGE, headline, verdict, advisories, gaps);
    }

    private static Report of(
            Report.Mode mode, String headline, Verdict verdict, List<Advisory> advisories, List<Gap> gaps) {
        Set<Evidence> evidence = new LinkedHashSet<>();
        advisories.forEach(advisory -> {
            advisory.findings().forEach(finding -> evidence.addAll(finding.evidence()));
            advisory.risk().reasons().forEach(reason -> evidence.addAll(reason.evidence()));
            advisory.prose().sentences().forEach(sentence -> evidence.addAll(sentence.cites()));
        });
        boolean quiet = advisories.isEmpty();
        List<Migration> migrations = quiet ? List.of() : List.of(migration(headline));
        migrations.forEach(migration -> evidence.addAll(migration.evidence()));
        List<VendorNotes> notes = quiet ? List.of() : List.of(notes(headline));
        notes.forEach(one -> one.shown().forEach(entry -> evidence.add(entry.evidence())));
        Suppression suppression = new Suppression(
                "end-of-life",
                "frozen until the move",
                LocalDate.parse("2027-01-31"),
                new Place(".incident-advisor.yml", 4));
        return new Report(
                new Report.Tool("incident-advisor", "1.0"),
                LocalDate.parse("2026-11-24"),
                mode,
                new Report.Revision("main", "a".repeat(40), false),
                new Report.Revision("", "b".repeat(40), true),
                verdict,
                headline,
                advisories,
                List.of(
                        new Report.Candidate(new Version("2.0"), 0, 0),
                        new Report.Candidate(new Version("3.0"), 12, 4)),
                migrations,
                List.of(),
                Report.IncidentsSearched.NONE,
                notes,
                quiet ? List.of() : List.of(new Report.Suppressed("eol-123456", headline, suppression, false)),
                quiet ? List.of() : List.of(suppression),
                List.copyOf(evidence),
                gaps,
                new Usage(1.5, 3, Map.of("example.com", 3), Map.of("inventory", 1.25)));
    }
}
