package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelmSpec {
    private static final String CHART = """
            apiVersion: v2
            name: shop
            version: 1.2.3
            appVersion: "4.5.6"
            """;

    @Test
    void aChartsDependenciesAreNamedByTheirVersionsAndItsOwnVersionIsNone() {
        assertThat(Repository.of("shop/Chart.yaml", CHART + """
                dependencies:
                  - name: postgresql
                    version: 12.1.0
                    repository: https://charts.example/pg
                  - name: redis
                    repository: "@stable"
                    version: "~17"
                    condition: redis.enabled
                  - name: inner
                    version: 0.0.0
                  - name: beside
                    version: 1.0.0
                    repository: file://../beside
                """)
                        .with("old/Chart.yaml", "apiVersion: v1\nname: old\nversion: 1.0.0\n")
                        .with("old/requirements.yaml", """
                                dependencies:
                                - name: mysql
                                  version: 1.x
                                  repository: https://charts.example
                                """)
                        .with("old/requirements.lock", """
                                dependencies:
                                - name: mysql
                                  repository: https://charts.example
                                  version: 1.6.9
                                digest: sha256:0
                                """)
                        .references())
                .containsExactly(
                        "helm-chart old/requirements.lock:4 mysql 1.6.9 resolved beside {repository=https://charts.example}",
                        "helm-chart old/requirements.yaml:3 mysql 1.x floating beside {repository=https://charts.example}",
                        "helm-chart shop/Chart.yaml:7 postgresql 12.1.0 resolved beside"
                                + " {repository=https://charts.example/pg}",
                        "helm-chart shop/Chart.yaml:11 redis ~17 floating beside {repository=@stable} conditional");
    }

    @Test
    void imagesInValuesAreFoundInTheFormsThatChartsHave() {
        assertThat(Repository.of("shop/values.yaml", """
                image:
                  registry: quay.io
                  repository: team/shop
                  tag: 1.20
                sidecar:
                  image: "busybox:1.36"
                initImage:
                  repository: alpine
                  tag: "3.10"
                  pullPolicy: Always
                exporter:
                  image: prom/exporter
                  imageTag: v1
                cache:
                  repository: redis
                  tag: "7.2@sha256:%s"
                images:
                  repository: only/a/prefix
                  tag: ""
                git:
                  repository: https://example.org/x.git
                  tag: v2
                image2: not an image
                """.formatted("b".repeat(64)))
                        .references())
                .containsExactly(
                        "docker-image shop/values.yaml:4 quay.io/team/shop 1.2 resolved",
                        "docker-image shop/values.yaml:6 busybox 1.36 resolved",
                        "docker-image shop/values.yaml:9 alpine 3.10 resolved",
                        "docker-image shop/values.yaml:13 prom/exporter v1 resolved",
                        "docker-image shop/values.yaml:16 redis 7.2 resolved pinned sha256:" + "b".repeat(64));
    }

    @Test
    void anOpenTagIsTheAppVersionOnlyWhereATemplateSaysSo() {
        assertThat(Repository.of("shop/Chart.yaml", CHART)
                        .with("shop/values.yaml", """
                                image:
                                  repository: team/shop
                                  tag: ""
                                hook:
                                  image:
                                    repository: team/hook
                                    tag: ""
                                """)
                        .with("shop/templates/web/deployment.yaml", """
                                apiVersion: apps/v1
                                kind: Deployment
                                spec:
                                  image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
                                """)
                        .references())
                .containsExactly(
                        "docker-image shop/Chart.yaml:4 team/shop 4.5.6 resolved",
                        "docker-image shop/values.yaml:2 team/shop 4.5.6 resolved decided shop/Chart.yaml:4",
                        "docker-image shop/values.yaml:6 team/hook - unresolved");
    }

    @Test
    void aTemplateIsReadAsTextAndWhatStandsUnderAConditionIsMarked() {
        Repository repository = Repository.of("shop/Chart.yaml", CHART).with("shop/templates/all.yaml", """
                {{- /* a comment
                  image: not:1 */ -}}
                apiVersion: {{ include "shop.api" . }}
                kind: Deployment
                metadata:
                  name: {{ include "shop.name" . }}
                  labels: {{- include "shop.labels" . | nindent 4 }}
                    more: x
                spec:
                  containers:
                    - name: web
                      image: nginx:1.25
                    {{- if .Values.debug }}
                    - name: debug
                      image: busybox:1.36
                    {{- else }}
                    - image: alpine:3.20
                    {{- end }}
                    - image: {{ .Values.registry }}/not:2
                {{- if .Values.ingress }}
                ---
                apiVersion: networking.k8s.io/v1beta1
                kind: Ingress
                metadata:
                  name: web
                {{- end }}
                """);

        assertThat(repository.references())
                .containsExactly(
                        "docker-image shop/templates/all.yaml:12 nginx 1.25 resolved",
                        "docker-image shop/templates/all.yaml:15 busybox 1.36 resolved conditional",
                        "docker-image shop/templates/all.yaml:17 alpine 3.20 resolved conditional");
        assertThat(repository.objects())
                .containsExactly("shop/templates/all.yaml:22 networking.k8s.io/v1beta1 Ingress web conditional");
        assertThat(repository.unread()).isEmpty();
    }

    @Test
    void bothBranchesOfAnElseMayNameAnImage() {
        assertThat(Repository.of("shop/Chart.yaml", CHART)
                        .with("shop/templates/a.yaml", """
                                apiVersion: v1
                                kind: Pod
                                spec:
                                  containers:
                                    - name: cache
                                      {{- if .Values.public }}
                                      image: redis:alpine
                                      {{- else }}
                                      image: redis:7.2
                                      {{- end }}
                                """)
                        .references())
                .containsExactly(
                        "docker-image shop/templates/a.yaml:7 redis alpine floating conditional",
                        "docker-image shop/templates/a.yaml:9 redis 7.2 resolved conditional");
    }

    @Test
    void branchesThatDoNotFitTogetherAreReadOneByOne() {
        Repository repository = Repository.of("shop/Chart.yaml", CHART).with("shop/templates/a.yaml", """
                {{- if .Values.old }}
                apiVersion: policy/v1beta1
                kind: PodDisruptionBudget
                spec: {a: b}
                {{- else }}
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                  spec:
                  image: redis:7.2
                {{- end }}
                """);

        assertThat(repository.objects())
                .containsExactlyInAnyOrder(
                        "shop/templates/a.yaml:2 policy/v1beta1 PodDisruptionBudget  conditional",
                        "shop/templates/a.yaml:6 policy/v1 PodDisruptionBudget  conditional");
        assertThat(repository.references())
                .containsExactly("docker-image shop/templates/a.yaml:9 redis 7.2 resolved conditional in part");
        assertThat(repository.unread()).isEmpty();
    }

    @Test
    void aTemplateOutsideOfAChartIsNone() {
        assertThat(Repository.of("templates/a.yaml", "image: {{ x }}\n").references())
                .isEmpty();
    }
}
