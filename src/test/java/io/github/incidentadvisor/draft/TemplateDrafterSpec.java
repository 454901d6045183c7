package io.github.incidentadvisor.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Prose.Sentence;
import io.github.incidentadvisor.model.Reference;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateDrafterSpec {
    private static final Place LINE = new Place("src/main/java/com/acme/Jobs.java", 12);
    private static final Place OTHER = new Place("src/main/java/com/acme/Pool.java", 7);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BROKEN_REFERENCE | uses Pool, which acme 2.0 no longer has: will not compile."
                        + " | Jobs.java:12 uses Pool, which acme 2.0 no longer has, so it will not compile.",
                "BROKEN_OVERRIDE | overrides Job.run, which acme 2.0 no longer has: compiles, and is never called."
                        + " | Jobs.java:12 overrides Job.run, which acme 2.0 no longer has; it compiles, and is never called.",
                "DEPRECATED_REFERENCE | uses Pool, which acme 2.0 deprecates for removal."
                        + " | Jobs.java:12 uses Pool, which acme 2.0 deprecates for removal.",
                "VERSION_SKEW | a 1.0 needs of b 2.0 what it has not: A.java:3 calls B.c(), which was removed."
                        + " | a 1.0 needs what b 2.0 does not have: A.java:3 calls B.c(), which was removed.",
                "HYGIENE | 1 image whose tag floats: what it runs changes from day to day: a:latest at Dockerfile:1."
                        + " | The tag of one image floats, so what it runs changes from day to day: a:latest at Dockerfile:1.",
                "HYGIENE | 2 images whose tag floats: what they run changes from day to day: a:latest at Dockerfile:1, b at x.yml:2."
                        + " | The tags of 2 images float, so what they run changes from day to day: a:latest at Dockerfile:1, b at x.yml:2.",
                "PAST_INCIDENT | Seen before (2024-02-14): INC-118, Postings stood still."
                        + " | This was seen before (2024-02-14): INC-118, Postings stood still.",
                "PAST_REVERT | Seen before: 4be91d0, Revert the pool. | This was seen before: 4be91d0, Revert the pool.",
                "END_OF_LIFE | Acme 1.2: OSS support ends on 2026-12-31, in 37 days; Commercial Support until 2027-12-31."
                        + " | OSS support for Acme 1.2 ends on 2026-12-31, in 37 days; Commercial Support lasts until 2027-12-31.",
                "TARGET_NEAR_END | Acme 1.2: OSS support ends on 2026-12-31, in 37 days."
                        + " | OSS support for Acme 1.2 ends on 2026-12-31, in 37 days.",
                "RETIREMENT | Image acme (acme:17): without updates since 2022-07-31."
                        + " | Image acme (acme:17) has been without updates since 2022-07-31.",
                "RETIREMENT | Acme pool (pool:1): deprecated since 2026-09-17; removed from 2027-04-17, in 144 days. Use a queue."
                        + " | Acme pool (pool:1) has been deprecated since 2026-09-17; it will be removed from 2027-04-17, in 144 days."
                        + " / Use a queue.",
                "RETIREMENT | Acme JDK (acme): version 6 of the action removed it."
                        + " | Version 6 of the action removed Acme JDK (acme).",
                "RETIREMENT | Acme queue (q): no day of a shut-down is announced."
                        + " | For Acme queue (q) no day of a shut-down is announced.",
                "RETIREMENT | Acme jobs (j1): creation of jobs blocked since 2026-01-31."
                        + " | For Acme jobs (j1): creation of jobs blocked since 2026-01-31.",
                "BUILD_POLICY | requireUpperBoundDeps will fail in shop (maven-enforcer-plugin 3.5.0, execution versions): a:b is 1.0,"
                        + " but c:d:2.0 asks for 1.1, and 1 more objection."
                        + " | requireUpperBoundDeps will fail in shop (maven-enforcer-plugin 3.5.0, execution versions): a:b is 1.0,"
                        + " but c:d:2.0 asks for 1.1, and 1 more objection.",
                "NEEDS_NEWER_JAVA | acme-runtime java11 has Java 11, and every module compiles for 17 or newer: none of the project's"
                        + " classes runs on it."
                        + " | acme-runtime java11 has Java 11, and every module compiles for 17 or newer, so none of the project's"
                        + " classes runs on it.",
                "ORPHAN_PIN | <acme.version> pins acme to 2.0, behind the 2.4 that com.acme:acme-parent:3.5.3 would give."
                        + " | The property acme.version pins acme to 2.0, behind the 2.4 that acme-parent 3.5.3 would give.",
                "ORPHAN_PIN | A version of its own pins acme to 2.5, ahead of the 2.4 that com.acme:acme-bom:2.4 would give."
                        + " | A version of its own pins acme to 2.5, ahead of the 2.4 that acme-bom 2.4 would give.",
                "REMOVED_API | Kubernetes serves Ingress of acme/v1beta1 no more from 1.22 on (deprecated since 1.19). Which release"
                        + " your clusters run is not known; kubernetesVersion can say."
                        + " | Kubernetes stops serving Ingress of acme/v1beta1 with 1.22 (deprecated since 1.19)."
                        + " / Which release your clusters run is not known; the setting kubernetesVersion can tell it.",
                "REMOVED_API | eks 1.30 (eks.tf:11) does not serve Ingress of acme/v1beta1: Kubernetes dropped it in 1.22."
                        + " | eks 1.30 (eks.tf:11) does not serve Ingress of acme/v1beta1, since Kubernetes dropped it in 1.22.",
                "MOVED_DIGEST | acme 2-jre keeps its tag and gets another content: 2-jre@1a2b → 2-jre@3c4d. A rebuild under the same tag"
                        + " has no notes of its own."
                        + " | acme 2-jre keeps its tag and gets another content, from 2-jre@1a2b to 2-jre@3c4d."
                        + " / A rebuild under the same tag has no notes of its own.",
                "MOVED_DIGEST | acme 2-jre is no longer pinned to a content: what is run may change without a commit."
                        + " | acme 2-jre is no longer pinned to a content, so what is run may change without a commit.",
                "VENDOR_ANNOUNCEMENT | Acme News announced on 2026-10-01: “Acme 1.2 is retired in June”; you have acme 1.2."
                        + " | Acme News announced on 2026-10-01: “Acme 1.2 is retired in June” / You have acme 1.2.",
                "UPSTREAM_HEALTH | acme has had no release on its code host since 2019-01-01."
                        + " | acme has had no release on its code host since 2019-01-01.",
                "VULNERABILITY | this change ends the known vulnerability CVE-2025-1 of acme 1.2."
                        + " | This change ends the known vulnerability CVE-2025-1 of acme 1.2.",
                "RELEASE_NOTE | acme 2.0 says: “The key a is b (#12).” You use a."
                        + " | The notes of acme 2.0 say: “The key a is b.” / You use a (src/main/java/com/acme/Jobs.java:12)."
            })
    void whatWasFoundReadsWithoutTheTableBesideIt(Kind kind, String before, String after) {
        assertThat(FindingWords.of(List.of(finding(kind, before, LINE))))
                .extracting(Sentence::text)
                .containsExactlyElementsOf(
                        Arrays.stream(after.split(" / ")).map(String::strip).toList());
    }

    @Test
    void aLongSentenceEndsAtAWordAndNotWithinBrackets() {
        String words = "A.java:3 calls " + "a very ".repeat(48) + "long ";

        assertThat(said(words + "Pool.evict(String, Duration, Clock), which was removed."))
                .isEqualTo(words.strip() + " …");
        assertThat(said("A.java (" + "x y ".repeat(150) + ") is long."))
                .startsWith("A.java (x y x y ")
                .endsWith(" …");
    }

    private static String said(String text) {
        return FindingWords.of(List.of(finding(Kind.BUILD_POLICY, text, LINE)))
                .get(0)
                .text();
    }

    @Test
    void linesThatDoTheSameAreToldTogetherInThePlural() {
        String text = "asks for bean \"a\"; acme 2.0 registers none. Compiles, then fails at start-up";

        assertThat(FindingWords.of(List.of(
                        finding(Kind.BEHAVIOUR_CHANGE, text, LINE), finding(Kind.BEHAVIOUR_CHANGE, text, OTHER))))
                .extracting(Sentence::text)
                .containsExactly(
                        "Jobs.java:12 and Pool.java:7 ask for bean \"a\"; acme 2.0 registers none.",
                        "They compile, then fail at start-up.");
    }

    private static Finding finding(Kind kind, String text, Place place) {
        Deadline deadline = text.contains("OSS support ends")
                ? new Deadline(LocalDate.of(2026, 12, 31), "OSS support")
                : Deadline.NONE;
        return new Finding(
                "id",
                kind,
                Severity.CAUTION,
                Grade.MEASURED,
                place,
                Reference.NONE,
                deadline,
                text,
                "",
                List.of(new Evidence("linkage", Grade.MEASURED, "pom.xml", "", "", text)));
    }
}
