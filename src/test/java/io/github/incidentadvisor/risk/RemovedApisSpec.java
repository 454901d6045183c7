package io.github.incidentadvisor.risk;

import static io.github.incidentadvisor.risk.Manifests.eks;
import static io.github.incidentadvisor.risk.Manifests.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.risk.Rule.Found;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemovedApisSpec {
    private static final String INGRESS = object("extensions/v1beta1", "Ingress", "web");

    @Test
    void whatTheClusterOfTheRepositoryDoesNotServeDoesNotWork() {
        List<Found> found = Manifests.of("k8s/web.yaml", INGRESS)
                .with("infra/eks.tf", eks("1.33"))
                .found();

        assertThat(Manifests.sentences(found))
                .containsExactly(
                        "breaks-runtime k8s/web.yaml:1 amazon-eks 1.33 (infra/eks.tf:3) does not serve Ingress of"
                                + " extensions/v1beta1: Kubernetes dropped it in 1.22.");
        Finding finding = found.get(0).finding();
        assertThat(finding.id()).startsWith("k8s-");
        assertThat(finding.grade()).isEqualTo(Grade.MEASURED);
        assertThat(finding.fix())
                .isEqualTo(
                        "move Ingress to networking.k8s.io/v1 (since Kubernetes 1.19); backends name service.name and service.port,"
                                + " spec.backend becomes spec.defaultBackend, each path needs a pathType");
        assertThat(finding.evidence())
                .extracting(e -> e.source() + " says " + e.quote())
                .contains(
                        "k8s/web.yaml:1 says apiVersion: extensions/v1beta1, kind: Ingress, name: web",
                        "infra/eks.tf:3 says amazon-eks 1.33");
        assertThat(finding.evidence())
                .extracting(io.github.incidentadvisor.model.Evidence::url)
                .anyMatch(url -> url.endsWith("zz_generated.prerelease-lifecycle.go"))
                .anyMatch(url -> url.endsWith("/deprecation-guide/#ingress-v122"));
    }

    @Test
    void theFirstReleaseWithoutItIsTheNearMiss() {
        assertThat(Manifests.of("a.yaml", INGRESS).saidOn("1.22")).allMatch(said -> said.startsWith("breaks-runtime"));
        assertThat(Manifests.of("a.yaml", INGRESS).saidOn("v1.21.14"))
                .containsExactly(
                        "caution a.yaml:1 Ingress of extensions/v1beta1 stops working with Kubernetes 1.22 (deprecated"
                                + " since 1.14); Kubernetes 1.21 (kubernetesVersion) still serves it.");
        assertThat(Manifests.of("a.yaml", object("networking.k8s.io/v1", "Ingress", "web"))
                        .saidOn("1.33"))
                .isEmpty();
    }

    @Test
    void whatIsNotYetDeprecatedOnTheClusterIsOnlyWorthKnowing() {
        assertThat(Manifests.of("a.yaml", object("certificates.k8s.io/v1beta1", "ClusterTrustBundle", "x"))
                        .saidOn("1.36"))
                .hasSize(1)
                .allMatch(said -> said.startsWith("info"));
    }

    @Test
    void withoutAClusterEachRemovalIsToldAndNothingIsClaimed() {
        assertThat(Manifests.of("a.yaml", INGRESS).said())
                .containsExactly("info a.yaml:1 Kubernetes serves Ingress of extensions/v1beta1 no more from 1.22 on"
                        + " (deprecated since 1.14). Which release your clusters run is not known;"
                        + " kubernetesVersion can say.");
    }

    @Test
    void theRepositorysOwnClusterCountsBeforeTheConfiguredOne() {
        Manifests manifests = Manifests.of("a.yaml", INGRESS).with("eks.tf", eks("1.21"));

        assertThat(manifests.saidOn("1.33")).allMatch(said -> said.startsWith("caution"));
    }

    @Test
    void clustersAreFoundInEveryFormat() {
        assertThat(clusterOf("c.tf", eks("1.31"))).contains("amazon-eks 1.31 (c.tf:3)");
        assertThat(clusterOf("c.yaml", """
                        AWSTemplateFormatVersion: "2010-09-09"
                        Resources:
                          Cluster:
                            Type: AWS::EKS::Cluster
                            Properties:
                              Version: "1.31"
                        """)).contains("amazon-eks 1.31 (c.yaml:6)");
        assertThat(clusterOf("c.yaml", """
                        apiVersion: eksctl.io/v1alpha5
                        kind: ClusterConfig
                        metadata:
                          name: c
                          version: "1.31"
                        """)).contains("amazon-eks 1.31 (c.yaml:5)");
        assertThat(clusterOf("kind.yaml", """
                        kind: Cluster
                        apiVersion: kind.x-k8s.io/v1alpha4
                        nodes:
                          - role: control-plane
                            image: kindest/node:v1.31.2@sha256:%s
                        """.formatted("a".repeat(64)))).contains("kind 1.31 (kind.yaml:5)");
        assertThat(clusterOf("c.tf", """
                        resource "google_container_cluster" "c" {
                          min_master_version = "1.31.4-gke.100"
                        }
                        """)).contains("google-kubernetes-engine 1.31 (c.tf:2)");
        assertThat(clusterOf("Pulumi.yaml", """
                        name: c
                        runtime: yaml
                        resources:
                          cluster:
                            type: aws:eks:Cluster
                            properties:
                              version: "1.31"
                        """)).contains("amazon-eks 1.31 (Pulumi.yaml:7)");
    }

    @Test
    void nodesDoNotDecideWhatIsServed() {
        assertThat(Manifests.of("a.yaml", INGRESS).with("c.tf", """
                                resource "aws_eks_node_group" "n" {
                                  version = "1.33"
                                }
                                """).said())
                .hasSize(1)
                .allMatch(said -> said.startsWith("info"));
    }

    @Test
    void aVersionThatNobodyKnowsIsNoCluster() {
        assertThat(Manifests.of("a.yaml", INGRESS)
                        .with("c.tf", "variable \"v\" {}\nresource \"aws_eks_cluster\" \"c\" { version = var.v }\n")
                        .said())
                .hasSize(1)
                .allMatch(said -> said.startsWith("info"));
    }

    @Test
    void severalClustersAreEachNamed() {
        assertThat(Manifests.of("a.yaml", INGRESS)
                        .with("old/eks.tf", eks("1.21"))
                        .with("new/eks.tf", eks("1.33"))
                        .said())
                .containsExactly(
                        "breaks-runtime a.yaml:1 amazon-eks 1.33 (new/eks.tf:3) does not serve Ingress of"
                                + " extensions/v1beta1: Kubernetes dropped it in 1.22; amazon-eks 1.21 (old/eks.tf:3) still does.");
    }

    @Test
    void theClusterBesideAManifestIsItsCluster() {
        assertThat(Manifests.of("old/k8s/a.yaml", INGRESS)
                        .with("old/eks.tf", eks("1.21"))
                        .with("new/eks.tf", eks("1.33"))
                        .said())
                .hasSize(1)
                .allMatch(said -> said.startsWith("caution") && !said.contains("1.33"));
    }

    @Test
    void objectsOfAListAreJudgedAndWhatWasAppliedLastIsNot() {
        assertThat(Manifests.of("list.yaml", """
                        apiVersion: v1
                        kind: List
                        items:
                          - apiVersion: apps/v1
                            kind: Deployment
                            metadata:
                              name: a
                              annotations:
                                kubectl.kubernetes.io/last-applied-configuration: |
                                  {"apiVersion":"extensions/v1beta1","kind":"Deployment"}
                          - apiVersion: batch/v1beta1
                            kind: CronJob
                            metadata: {name: b}
                        """).saidOn("1.25"))
                .hasSize(1)
                .allMatch(said -> said.contains("list.yaml:11 "));
    }

    @Test
    void idsStayWhenLinesMoveAndDifferForNamesakes() {
        String nameless = "apiVersion: batch/v1beta1\nkind: CronJob\n---\n";
        List<String> ids = ids(Manifests.of("a.yaml", nameless + nameless));

        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
        assertThat(ids(Manifests.of("a.yaml", "# moved\n" + nameless + nameless)))
                .isEqualTo(ids);
    }

    private static List<String> ids(Manifests manifests) {
        return manifests.foundOn("1.33").stream()
                .map(found -> found.finding().id())
                .toList();
    }

    @Test
    void hostileTextsAreNoFacts() {
        assertThat(Manifests.of("a.yaml", "apiVersion: [extensions/v1beta1]\nkind: {a: Ingress}\n")
                        .with("b.yaml", "apiVersion: 'extensions/v1beta1\u0000'\nkind: Ingress\n")
                        .with("c.yaml", "apiVersion: extensions/v1beta1/v1\nkind: Ingress\n")
                        .with("d.yaml", "apiVersion: /\nkind: /\n")
                        .with("e.yaml", "apiVersion: &a extensions/v1beta1\nkind: *a\n")
                        .saidOn("1.33"))
                .isEmpty();
    }

    @Test
    void aClusterOfAnAbsurdVersionIsNoCluster() {
        assertThat(Manifests.of("a.yaml", INGRESS)
                        .with("eks.tf", eks("99999999999999999999.1"))
                        .with("b/eks.tf", eks("latest"))
                        .said())
                .hasSize(1)
                .allMatch(said -> said.startsWith("info"));
    }

    @Test
    void whatIsSomebodysOwnIsNotJudged() {
        assertThat(Manifests.of("a.yaml", object("acme.example/v1beta1", "Ingress", "a"))
                        .with("b.yaml", object("extensions/v1beta1", "Widget", "b"))
                        .with("c.yaml", object("extensions/v1", "Ingress", "c"))
                        .saidOn("1.33"))
                .isEmpty();
    }

    @Test
    void releasesOfAddOnsAreNotHeldAgainstACluster() {
        assertThat(Manifests.of("a.yaml", object("cert-manager.io/v1alpha2", "Issuer", "a"))
                        .saidOn("1.33"))
                .containsExactly(
                        "info a.yaml:1 cert-manager serves Issuer of cert-manager.io/v1alpha2 no more from 1.6 on"
                                + " (deprecated since 1.4). Only lists of other tools say so.");
    }

    @Test
    void whatOnlyOtherToolsSayBreaksNothing() {
        List<Found> found = Manifests.of("a.yaml", object("rbac.authorization.k8s.io/v1alpha1", "Role", "a"))
                .foundOn("1.33");

        assertThat(Manifests.sentences(found))
                .hasSize(1)
                .allMatch(said -> said.startsWith("caution") && said.endsWith("Only lists of other tools say so."));
        assertThat(found.get(0).finding().grade()).isEqualTo(Grade.STATED);
    }

    @Test
    void whatTheGuideSaysTooIsCertain() {
        assertThat(Manifests.of("a.yaml", object("autoscaling/v2beta2", "HorizontalPodAutoscaler", "a"))
                        .saidOn("1.26"))
                .allMatch(said -> said.startsWith("breaks-runtime"));
    }

    @Test
    void sourcesThatContradictAreShown() {
        Finding finding = Manifests.of("a.yaml", object("flowcontrol.apiserver.k8s.io/v1beta1", "FlowSchema", "a"))
                .foundOn("1.26")
                .get(0)
                .finding();

        assertThat(finding.evidence())
                .anyMatch(e -> e.quote().contains("removedIn: kubernetes 1.26, pluto 1.29, kubent 1.26"));
        assertThat(finding.fix())
                .startsWith("move FlowSchema to flowcontrol.apiserver.k8s.io/v1beta3 (since Kubernetes 1.26)");
    }

    @Test
    void theReplacementIsOneThatTheClusterServes() {
        assertThat(fixOn("1.29"))
                .startsWith("move FlowSchema to flowcontrol.apiserver.k8s.io/v1 (since Kubernetes 1.29)");
        assertThat(fixOn("1.33"))
                .startsWith("move FlowSchema to flowcontrol.apiserver.k8s.io/v1 (since Kubernetes 1.29)");
        assertThat(Manifests.of("a.yaml", object("extensions/v1beta1", "PodSecurityPolicy", "a"))
                        .foundOn("1.30")
                        .get(0)
                        .finding()
                        .fix())
                .startsWith("there is no replacement of its kind");
        assertThat(Manifests.of("a.yaml", INGRESS)
                        .foundOn("1.18")
                        .get(0)
                        .finding()
                        .fix())
                .startsWith("move Ingress to networking.k8s.io/v1, which Kubernetes 1.19 is the first to serve");
    }

    private static String fixOn(String release) {
        return Manifests.of("a.yaml", object("flowcontrol.apiserver.k8s.io/v1beta2", "FlowSchema", "a"))
                .foundOn(release)
                .get(0)
                .finding()
                .fix();
    }

    private static List<String> clusterOf(String path, String text) {
        List<String> said = Manifests.of("web.yaml", INGRESS).with(path, text).said();
        assertThat(said).hasSize(1);
        return List.of(said.get(0).replaceFirst("^breaks-runtime web.yaml:1 (.*?) does not serve .*$", "$1"));
    }
}
