package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KustomizeReaderSpec {
    @Test
    void imagesRemoteBasesChartsAndPatchesAreRead() {
        assertThat(Repository.of("prod/kustomization.yaml", """
                resources:
                  - ../base
                  - https://github.com/acme/base//deploy?ref=v1.2.3
                  - github.com/acme/other?ref=main
                  - https://github.com/cert/manager/releases/download/v1.14.0/all.yaml
                  - https://raw.githubusercontent.com/acme/raw/v0.9/install.yaml
                images:
                  - name: web
                    newName: registry.example/web
                    newTag: "2.0"
                  - name: db
                    digest: sha256:%s
                  - name: other
                    newName: registry.example/other
                helmCharts:
                  - name: minio
                    repo: https://charts.example
                    version: 5.0.1
                patches:
                  - patch: |-
                      apiVersion: apps/v1
                      kind: Deployment
                      spec:
                        template:
                          spec:
                            containers:
                              - image: nginx:1.25
                  - target: {kind: Deployment}
                    patch: |
                      - op: replace
                        path: /spec/template/spec/containers/0/image
                        value: redis:7.2
                  - path: file.yaml
                """.formatted("c".repeat(64)))
                        .references())
                .containsExactly(
                        "kustomize-base prod/kustomization.yaml:3 github.com/acme/base v1.2.3 resolved",
                        "kustomize-base prod/kustomization.yaml:4 github.com/acme/other main floating",
                        "kustomize-base prod/kustomization.yaml:5 github.com/cert/manager v1.14.0 resolved",
                        "kustomize-base prod/kustomization.yaml:6 github.com/acme/raw v0.9 resolved",
                        "docker-image prod/kustomization.yaml:10 registry.example/web 2.0 resolved",
                        "docker-image prod/kustomization.yaml:12 db sha256:" + "c".repeat(64)
                                + " resolved pinned sha256:" + "c".repeat(64),
                        "docker-image prod/kustomization.yaml:14 registry.example/other - unresolved",
                        "helm-chart prod/kustomization.yaml:18 minio 5.0.1 resolved beside"
                                + " {repository=https://charts.example}",
                        "docker-image prod/kustomization.yaml:27 nginx 1.25 resolved",
                        "docker-image prod/kustomization.yaml:32 redis 7.2 resolved");
    }

    @Test
    void aJsonPatchInAFileOfItsOwnIsRead() {
        assertThat(Repository.of("add.yaml", """
                - op: add
                  path: /spec/template/spec/containers/-
                  value:
                    name: proxy
                    image: gcr.io/proxy:2.8.0
                - op: test
                  path: /image
                  value: not:1
                """).places()).containsExactly("add.yaml:5 gcr.io/proxy 2.8.0");
    }
}
