package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KubernetesReaderSpec {
    @Test
    void containersOfEverySortAreFoundInEveryWorkload() {
        Repository repository = Repository.of("k8s/app.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec:
                  template:
                    spec:
                      initContainers:
                        - name: wait
                          image: busybox:1.36
                      containers:
                        - name: web
                          image: nginx:1.25
                          env:
                            - {name: image, value: "not:1"}
                      ephemeralContainers:
                        - image: alpine:3.20
                ---
                apiVersion: batch/v1beta1
                kind: CronJob
                metadata:
                  name: nightly
                  annotations:
                    kubectl.kubernetes.io/last-applied-configuration: |
                      {"spec": {"containers": [{"image": "not:2"}]}}
                spec:
                  jobTemplate:
                    spec:
                      template:
                        spec:
                          containers:
                            - image: postgres:16
                """);

        assertThat(repository.places())
                .containsExactly(
                        "k8s/app.yaml:9 busybox 1.36",
                        "k8s/app.yaml:12 nginx 1.25",
                        "k8s/app.yaml:16 alpine 3.20",
                        "k8s/app.yaml:31 postgres 16");
        assertThat(repository.objects())
                .containsExactly(
                        "k8s/app.yaml:1 apps/v1 Deployment shop", "k8s/app.yaml:18 batch/v1beta1 CronJob nightly");
    }

    @Test
    void aListHoldsObjects() {
        Repository repository = Repository.of("list.json", """
                {
                \t"apiVersion": "v1",
                \t"kind": "List",
                \t"items": [
                \t\t{"apiVersion": "extensions/v1beta1", "kind": "Ingress", "metadata": {"name": "web"}},
                \t\t{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [
                \t\t\t{"image": "node:0.10.40"}]}}
                \t]
                }
                """);

        assertThat(repository.objects())
                .containsExactly("list.json:5 extensions/v1beta1 Ingress web", "list.json:6 v1 Pod ");
        assertThat(repository.places()).containsExactly("list.json:7 node 0.10.40");
    }

    @Test
    void textInConfigMapsAndFieldsOfDefinitionsAreNoImages() {
        Repository repository = Repository.of("a.yaml", """
                apiVersion: v1
                kind: ConfigMap
                data:
                  pod.yaml: |
                    containers:
                      - image: not:1
                  image: not:2
                ---
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                spec:
                  versions: [{schema: {properties: {containers: [{image: "not:3"}]}}}]
                """);

        assertThat(repository.places()).isEmpty();
        assertThat(repository.objects()).hasSize(2);
    }

    @Test
    void somebodysOwnKindNamesAnImageByTagOnly() {
        assertThat(Repository.of("a.yaml", """
                apiVersion: monitoring.coreos.com/v1
                kind: Prometheus
                spec:
                  image: quay.io/prometheus/prometheus:v2.54.0
                  thanos: {image: sidecar}
                ---
                apiVersion: tekton.dev/v1
                kind: Task
                spec:
                  steps:
                    - name: build
                      image: golang
                """).places())
                .containsExactly("a.yaml:4 quay.io/prometheus/prometheus v2.54.0", "a.yaml:12 golang floating");
    }

    @Test
    void clustersNameTheirVersion() {
        assertThat(Repository.of("cluster.yaml", """
                apiVersion: eksctl.io/v1alpha5
                kind: ClusterConfig
                metadata:
                  name: prod
                  version: "1.30"
                managedNodeGroups:
                  - name: ng
                    instanceType: m4.large
                ---
                kind: Cluster
                apiVersion: kind.x-k8s.io/v1alpha4
                nodes:
                  - role: control-plane
                    image: kindest/node:v1.29.2
                """).references())
                .containsExactly(
                        "kubernetes-version cluster.yaml:5 ClusterConfig 1.30 resolved",
                        "instance-type cluster.yaml:8 ClusterConfig m4.large resolved",
                        "docker-image cluster.yaml:14 kindest/node v1.29.2 resolved");
    }

    @Test
    void toolsThatLookLikeObjectsAreNone() {
        Repository repository = Repository.of("skaffold.yaml", """
                apiVersion: skaffold/v4beta1
                kind: Config
                build:
                  artifacts:
                    - image: contacts:1
                """);

        assertThat(repository.places()).isEmpty();
        assertThat(repository.objects()).isEmpty();
    }

    @Test
    void whatStandsBeforeABrokenDocumentIsReadAndTheRestByLine() {
        Repository repository = Repository.of("a.yaml", """
                apiVersion: v1
                kind: Pod
                spec: {containers: [{image: "redis:7.2"}]}
                ---
                apiVersion: extensions/v1beta1
                kind: Deployment
                spec:
                    containers:
                    - image: nginx:1.25
                  bad: x
                ---
                apiVersion: v1
                kind: Pod
                spec:
                  containers:
                    - image: alpine:3.20
                """);

        assertThat(repository.references())
                .containsExactly(
                        "docker-image a.yaml:3 redis 7.2 resolved",
                        "docker-image a.yaml:9 nginx 1.25 resolved in part",
                        "docker-image a.yaml:16 alpine 3.20 resolved in part");
        assertThat(repository.objects())
                .containsExactly("a.yaml:5 extensions/v1beta1 Deployment ", "a.yaml:12 v1 Pod ", "a.yaml:1 v1 Pod ");
        assertThat(repository.unread()).singleElement().asString().startsWith("a.yaml:10 read in part:");
    }

    @Test
    void aYamlFileOfAnotherPurposeIsNothing() {
        Repository repository = Repository.of("application.yml", """
                spring: {datasource: {image: "not:1"}}
                containers: [{image: "not:2"}]
                """).with("broken.yml", "a: [\n  image: not:3\n");

        assertThat(repository.places()).isEmpty();
        assertThat(repository.unread()).isEmpty();
    }
}
