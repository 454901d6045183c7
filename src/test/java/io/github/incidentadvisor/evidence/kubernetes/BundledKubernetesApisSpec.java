package io.github.incidentadvisor.evidence.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.SharedData;
import io.github.incidentadvisor.evidence.KubernetesApis.Api;
import io.github.incidentadvisor.evidence.KubernetesApis.Authority;
import io.github.incidentadvisor.evidence.KubernetesApis.Change;
import io.github.incidentadvisor.evidence.KubernetesApis.Replacement;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundledKubernetesApisSpec {
    private static final BundledKubernetesApis APIS = new BundledKubernetesApis();

    @Test
    void eachPairHasTheReleaseThatEndsIt() {
        assertThat(removed("extensions/v1beta1", "Deployment")).isEqualTo("1.16");
        assertThat(removed("extensions/v1beta1", "Ingress")).isEqualTo("1.22");
        assertThat(removed("policy/v1beta1", "PodSecurityPolicy")).isEqualTo("1.25");
        assertThat(removed("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema"))
                .isEqualTo("1.32");
        assertThat(removed("storage.k8s.io/v1beta1", "VolumeAttributesClass")).isEqualTo("1.37");
    }

    @Test
    void whatStaysAndWhatIsSomebodysOwnIsNotKnown() {
        assertThat(APIS.of("apps/v1", "Deployment")).isEmpty();
        assertThat(APIS.of("extensions/v1beta1", "Service")).isEmpty();
        assertThat(APIS.of("extensions/v1beta1", "")).isEmpty();
        assertThat(APIS.of("", "")).isEmpty();
        assertThat(APIS.of("acme.example/v1beta1", "Ingress")).isEmpty();
    }

    @Test
    void eachFactHoldsFromItsReleaseOnAndForNothingElse() {
        assertThat(APIS.all().stream()
                        .filter(api -> api.isOfKubernetes() && api.removed().isKnown()))
                .hasSizeGreaterThan(100)
                .allSatisfy(api -> {
                    KubernetesRelease first = api.removed();
                    assertThat(api.isGoneIn(first)).isTrue();
                    assertThat(api.isGoneIn(new KubernetesRelease(first.major(), first.minor() + 1)))
                            .isTrue();
                    assertThat(api.isGoneIn(new KubernetesRelease(first.major(), first.minor() - 1)))
                            .isFalse();
                    assertThat(APIS.of(api.apiVersion(), api.kind())).contains(api);
                    assertThat(APIS.of(api.apiVersion(), api.kind() + "Thing")).isEmpty();
                    assertThat(APIS.of(api.apiVersion() + "1", api.kind())).isEmpty();
                });
        assertThat(APIS.all().stream().filter(api -> !api.isOfKubernetes()))
                .allMatch(api -> !api.isGoneIn(new KubernetesRelease(1, 99)));
    }

    @Test
    void ninetyNineAreByKubernetesOwnWord() {
        assertThat(APIS.all().stream().filter(api -> api.authority() == Authority.KUBERNETES))
                .hasSize(99)
                .allMatch(api -> api.removed().isKnown())
                .allMatch(api -> api.url().matches("https://github\\.com/kubernetes/[a-z-]+/blob/[0-9a-f]{40}/.+"));
    }

    @Test
    void whatOnlyListsOfOtherToolsHaveIsMarkedUnlessTheGuideAgrees() {
        assertThat(authority("rbac.authorization.k8s.io/v1alpha1", "Role")).isEqualTo(Authority.PEERS);
        assertThat(authority("autoscaling/v2beta1", "HorizontalPodAutoscaler")).isEqualTo(Authority.GUIDE);
        assertThat(authority("extensions/v1beta1", "PodSecurityPolicy")).isEqualTo(Authority.GUIDE);
    }

    @Test
    void theGuideContradictsNoRow() {
        Moves moves = new Moves(BundledKubernetesApis.resource("moves.tsv"));
        assertThat(APIS.all())
                .allSatisfy(api -> moves.removal(api.apiVersion(), api.kind()).ifPresent(removal -> assertThat(removal)
                        .as(api.apiVersion() + " " + api.kind())
                        .isEqualTo(api.removed())));
    }

    @Test
    void noErrorOfOtherToolsIsRepeated() {
        for (String version : List.of("v1alpha2", "v1alpha3", "v1beta1")) {
            for (String kind : List.of("Order", "Challenge")) {
                assertThat(api("acme.cert-manager.io/" + version, kind).replacements())
                        .extracting(Replacement::apiVersion)
                        .containsExactly("acme.cert-manager.io/v1");
            }
        }
        assertThat(APIS.of("flowcontrol.apiserver.k8s.io/v1beta1", "FlowControl"))
                .isEmpty();
        for (String kind : List.of("FlowSchema", "PriorityLevelConfiguration")) {
            assertThat(removed("flowcontrol.apiserver.k8s.io/v1beta1", kind)).isEqualTo("1.26");
        }
        for (String kind : List.of("ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding")) {
            assertThat(removed("admissionregistration.k8s.io/v1alpha1", kind)).isEqualTo("1.32");
        }
        for (String kind : List.of("DeviceClass", "ResourceClaim", "ResourceClaimTemplate", "ResourceSlice")) {
            assertThat(removed("resource.k8s.io/v1beta1", kind)).isEqualTo("1.38");
        }
        assertThat(removed("storage.k8s.io/v1beta1", "VolumeAttributesClass")).isEqualTo("1.37");
    }

    @Test
    void whereSourcesContradictAllOfThemAreShown() {
        assertThat(api("flowcontrol.apiserver.k8s.io/v1beta1", "FlowSchema").conflict())
                .contains("removedIn: kubernetes 1.26, pluto 1.29, kubent 1.26");
        assertThat(api("extensions/v1beta1", "Scale").conflict()).isEmpty();
    }

    @Test
    void aReplacementThatEndsItselfIsFollowed() {
        Api flow = api("flowcontrol.apiserver.k8s.io/v1beta1", "PriorityLevelConfiguration");
        assertThat(on(flow, "1.26")).isEqualTo("flowcontrol.apiserver.k8s.io/v1beta3");
        assertThat(on(flow, "1.29")).isEqualTo("flowcontrol.apiserver.k8s.io/v1");
        assertThat(on(flow, "1.40")).isEqualTo("flowcontrol.apiserver.k8s.io/v1");
        assertThat(on(flow, "")).isEqualTo("flowcontrol.apiserver.k8s.io/v1");
        assertThat(on(api("certmanager.k8s.io/v1alpha1", "Issuer"), "")).isEqualTo("cert-manager.io/v1");
    }

    @Test
    void itIsToldWhetherMoreThanTheNameChanges() {
        assertThat(change("batch/v1beta1", "CronJob")).isEqualTo(Change.NAME_ONLY);
        assertThat(change("networking.k8s.io/v1beta1", "Ingress")).isEqualTo(Change.FIELDS);
        assertThat(change("apps/v1beta1", "ControllerRevision")).isEqualTo(Change.UNKNOWN);
        assertThat(change("networking.k8s.io/v1beta1", "IngressClass")).isEqualTo(Change.NAME_ONLY);
    }

    @Test
    void aReleaseIsReadFromWhatCloudsCallIt() {
        for (String text : List.of("1.29", "v1.29.2", "1.29.4-gke.100", " 1.29 ", "1.29.")) {
            assertThat(KubernetesRelease.of(text)).isEqualTo(new KubernetesRelease(1, 29));
        }
        for (String text : List.of("", "latest", "1", "129", "1.x", "99999.1", "REGULAR", "1.99999999999")) {
            assertThat(KubernetesRelease.of(text)).isEqualTo(KubernetesRelease.NONE);
        }
        assertThat(KubernetesRelease.of("1.9")).isLessThan(KubernetesRelease.of("1.10"));
    }

    @Test
    void theTableIsTheFactsOfTheEvaluationData() throws IOException {
        JsonNode data = new ObjectMapper()
                .readTree(SharedData.at("kubernetes-removed-apis.json").toFile());
        int kubernetes = 0;
        for (JsonNode fact : data.path("apis")) {
            Api api = api(
                    ApiTableMaker.served(fact.path("apiVersion").asText()),
                    fact.path("kind").asText(""));
            assertThat(api.removed().toString())
                    .isEqualTo(fact.path("removedIn").asText(""));
            assertThat(api.deprecated().toString())
                    .isEqualTo(fact.path("deprecatedIn").asText(""));
            assertThat(api.authority() == Authority.KUBERNETES)
                    .isEqualTo(fact.path("authority").asText().equals("kubernetes"));
            kubernetes += api.authority() == Authority.KUBERNETES ? 1 : 0;
            String replacement = fact.path("replacement").path("apiVersion").asText("");
            if (!replacement.isEmpty()) {
                assertThat(api.replacements().get(0).apiVersion()).isEqualTo(replacement);
            }
        }
        assertThat(kubernetes).isEqualTo(99);
        assertThat(APIS.all()).hasSize(data.path("apis").size());
        assertThat(BundledKubernetesApis.resource("apis.tsv"))
                .as("made anew")
                .isEqualTo(ApiTableMaker.table(SharedData.at("kubernetes-removed-apis.json"), "2026-08-22"));
    }

    private static String on(Api api, String release) {
        return api.replacementIn(KubernetesRelease.of(release)).orElseThrow().apiVersion();
    }

    private static Change change(String apiVersion, String kind) {
        return api(apiVersion, kind).replacements().get(0).change();
    }

    private static Authority authority(String apiVersion, String kind) {
        return api(apiVersion, kind).authority();
    }

    private static String removed(String apiVersion, String kind) {
        return api(apiVersion, kind).removed().toString();
    }

    private static Api api(String apiVersion, String kind) {
        return APIS.of(apiVersion, kind)
                .orElseThrow(() -> new AssertionError(apiVersion + " " + kind + " is not known"));
    }
}
