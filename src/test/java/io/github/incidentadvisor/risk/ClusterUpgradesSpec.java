package io.github.incidentadvisor.risk;

import static io.github.incidentadvisor.risk.Manifests.eks;
import static io.github.incidentadvisor.risk.Manifests.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.risk.Rule.Found;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterUpgradesSpec {
    /** Gone in 1.22, 1.25, 1.26, 1.29 and 1.32, and one that stays. */
    private static final String OBJECTS = object("extensions/v1beta1", "Ingress", "a")
            + object("batch/v1beta1", "CronJob", "b")
            + object("autoscaling/v2beta2", "HorizontalPodAutoscaler", "c")
            + object("flowcontrol.apiserver.k8s.io/v1beta2", "FlowSchema", "d")
            + object("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema", "e")
            + object("apps/v1", "Deployment", "f");

    @Test
    void exactlyWhatStopsBetweenTheTwoReleasesBelongsToTheUpgrade() {
        List<Found> found = at("1.29").foundSince(at("1.24"));

        assertThat(ofChange(found))
                .containsExactly(
                        "breaks-runtime k.yaml:6 CronJob of batch/v1beta1 stops working: Kubernetes dropped it in 1.25, and"
                                + " amazon-eks goes from 1.24 to 1.29 (eks.tf:3).",
                        "breaks-runtime k.yaml:11 HorizontalPodAutoscaler of autoscaling/v2beta2 stops working: Kubernetes"
                                + " dropped it in 1.26, and amazon-eks goes from 1.24 to 1.29 (eks.tf:3).",
                        "breaks-runtime k.yaml:16 FlowSchema of flowcontrol.apiserver.k8s.io/v1beta2 stops working:"
                                + " Kubernetes dropped it in 1.29, and amazon-eks goes from 1.24 to 1.29 (eks.tf:3).");
    }

    @Test
    void theReleaseItselfCountsAndTheOneBeforeDoesNot() {
        assertThat(ofChange(at("1.25").foundSince(at("1.24")))).hasSize(1);
        assertThat(ofChange(at("1.24").foundSince(at("1.23")))).isEmpty();
        assertThat(ofChange(at("1.26").foundSince(at("1.25")))).hasSize(1);
        assertThat(ofChange(at("1.24").foundSince(at("1.29")))).isEmpty();
        assertThat(ofChange(at("1.29").foundSince(at("1.29")))).isEmpty();
    }

    @Test
    void theyAreOneAdvisoryAndWhatWasBrokenBeforeIsAnother() {
        List<Advisory> advisories = at("1.29").judgedSince(at("1.24"));

        Advisory upgrade = advisories.get(0);
        assertThat(upgrade.component().name()).isEqualTo("amazon-eks");
        assertThat(upgrade.inChange()).isTrue();
        assertThat(upgrade.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(upgrade.findings()).hasSize(3);
        assertThat(advisories.subList(1, advisories.size()))
                .allMatch(advisory -> !advisory.inChange())
                .flatExtracting(Advisory::findings)
                .extracting(Finding::text)
                .anyMatch(text -> text.contains("does not serve Ingress of extensions/v1beta1"));
    }

    @Test
    void aFixThatWorksOnBothReleasesCanLandFirst() {
        Finding cron = at("1.25").foundSince(at("1.24")).stream()
                .map(Found::finding)
                .filter(finding -> finding.text().startsWith("CronJob"))
                .findFirst()
                .orElseThrow();

        assertThat(cron.fix())
                .isEqualTo(
                        "move CronJob to batch/v1, which 1.24 serves too, so that it can land first; nothing else changes");
    }

    @Test
    void whatTheChangeWritesOnAnApiThatIsGoneIsTheChangesOwn() {
        Manifests before =
                Manifests.of("eks.tf", eks("1.29")).with("k.yaml", object("extensions/v1beta1", "Ingress", "old"));
        Manifests after = Manifests.of("eks.tf", eks("1.29"))
                .with("k.yaml", object("extensions/v1beta1", "Ingress", "old"))
                .with("new.yaml", object("batch/v1beta1", "CronJob", "new"));

        List<Advisory> advisories = after.judgedSince(before);

        assertThat(advisories)
                .extracting(advisory -> advisory.inChange() + " "
                        + advisory.component().name() + " " + advisory.verdict() + " " + advisory.declaredAt())
                .containsExactly(
                        "true kubernetes/batch BROKEN new.yaml:1", "false kubernetes/extensions BROKEN k.yaml:1");
    }

    @Test
    void anObjectThatMovesToAnApiThatIsGoneIsNew() {
        assertThat(Manifests.of("eks.tf", eks("1.29"))
                        .with("k.yaml", object("policy/v1beta1", "PodDisruptionBudget", "a"))
                        .foundSince(Manifests.of("eks.tf", eks("1.29"))
                                .with("k.yaml", object("policy/v1", "PodDisruptionBudget", "a"))))
                .hasSize(1)
                .allMatch(Found::ofChange);
    }

    @Test
    void anObjectInAnotherFileOrLineIsTheSame() {
        assertThat(Manifests.of("eks.tf", eks("1.29"))
                        .with("b/k.yaml", "# moved\n" + object("policy/v1beta1", "PodDisruptionBudget", "a"))
                        .foundSince(Manifests.of("eks.tf", eks("1.29"))
                                .with("a/k.yaml", object("policy/v1beta1", "PodDisruptionBudget", "a"))))
                .hasSize(1)
                .noneMatch(Found::ofChange);
    }

    @Test
    void ofTwoWithoutANameTheSecondIsNew() {
        String nameless = "apiVersion: batch/v1beta1\nkind: CronJob\n---\n";
        assertThat(Manifests.of("eks.tf", eks("1.29"))
                        .with("k.yaml", nameless + nameless)
                        .foundSince(Manifests.of("eks.tf", eks("1.29")).with("k.yaml", nameless)))
                .extracting(one -> one.finding().place().line() + " " + one.ofChange())
                .containsExactly("1 false", "4 true");
    }

    @Test
    void aClusterThatIsOnlyRenamedCameFromItsRelease() {
        Manifests renamed = Manifests.of("eks.tf", eks("1.29").replace("\"main\"", "\"prod\""))
                .with("k.yaml", OBJECTS);

        assertThat(ofChange(renamed.foundSince(at("1.28"))))
                .hasSize(1)
                .allMatch(said -> said.contains("goes from 1.28 to 1.29"));
    }

    @Test
    void twoClustersHaveTheirOwnObjects() {
        Manifests before = Manifests.of("a/eks.tf", eks("1.24"))
                .with("a/k.yaml", object("batch/v1beta1", "CronJob", "a"))
                .with("b/eks.tf", eks("1.24"))
                .with("b/k.yaml", object("batch/v1beta1", "CronJob", "b"));
        Manifests after = Manifests.of("a/eks.tf", eks("1.25"))
                .with("a/k.yaml", object("batch/v1beta1", "CronJob", "a"))
                .with("b/eks.tf", eks("1.24"))
                .with("b/k.yaml", object("batch/v1beta1", "CronJob", "b"));

        assertThat(ofChange(after.foundSince(before)))
                .hasSize(1)
                .allMatch(said -> said.startsWith("breaks-runtime a/k.yaml:1 "));
    }

    @Test
    void aHundredObjectsAreOneAdvisoryAndAHandfulOfTasks() {
        Manifests before = Manifests.of("eks.tf", eks("1.24"));
        Manifests after = Manifests.of("eks.tf", eks("1.25"));
        for (int i = 0; i < 100; i++) {
            String object = object("batch/v1beta1", "CronJob", "job" + i);
            before.with("k8s/" + i + ".yaml", object);
            after.with("k8s/" + i + ".yaml", object);
        }

        List<Advisory> advisories = after.judgedSince(before);

        assertThat(advisories).hasSize(1);
        assertThat(advisories.get(0).findings())
                .hasSize(100)
                .extracting(Finding::text)
                .containsOnly(advisories.get(0).findings().get(0).text());
        assertThat(advisories.get(0).findings()).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(advisories.get(0).tasks())
                .extracting(task -> task.place() + " " + task.text())
                .containsExactly(
                        "k8s/0.yaml:1 move CronJob to batch/v1, which 1.24 serves too, so that it can land first;"
                                + " nothing else changes (here and in 99 more files)");
    }

    private static Manifests at(String release) {
        return Manifests.of("eks.tf", eks(release)).with("k.yaml", OBJECTS);
    }

    /** What belongs to the step of the cluster. */
    private static List<String> ofChange(List<Found> found) {
        return Manifests.sentences(found.stream()
                .filter(one -> one.about().component().name().equals("amazon-eks"))
                .toList());
    }
}
