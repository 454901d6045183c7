package io.github.incidentadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.manifest.ManifestInventory;
import io.github.incidentadvisor.model.AdvisorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfSpec {
    @TempDir
    private Path folder;

    @Test
    void aClustersVersionIsWrittenWhereItIsDecided() throws IOException {
        write("eks.tf", """
                variable "release" {
                  default = "1.29" # keep
                }
                resource "aws_eks_cluster" "c" {
                  version = var.release
                }
                """);
        write("other.tf", "resource \"azurerm_kubernetes_cluster\" \"c\" {\n  kubernetes_version = \"1.29\"\n}\n");

        Tree after = over("eks=1.33");

        assertThat(text(after, "eks.tf")).contains("default = \"1.33\" # keep").contains("version = var.release");
        assertThat(text(after, "other.tf")).contains("\"1.29\"");
        assertThat(text(over("aks=1.30"), "other.tf")).contains("\"1.30\"");
    }

    @Test
    void anImagesTagIsWrittenWithoutTheDigestOfAnother() throws IOException {
        write("kind.yaml", """
                kind: Cluster
                apiVersion: kind.x-k8s.io/v1alpha4
                nodes:
                  - role: control-plane
                    image: kindest/node:v1.29.2@sha256:%s
                """.formatted("a".repeat(64)));
        write("Dockerfile", "FROM eclipse-temurin:17-jre AS run\nFROM ghcr.io/acme/base:1.0\n");

        assertThat(text(over("image=kindest/node:v1.33.0"), "kind.yaml")).contains("image: kindest/node:v1.33.0\n");
        assertThat(text(over("image=eclipse-temurin:21-jre"), "Dockerfile"))
                .startsWith("FROM eclipse-temurin:21-jre AS run\n");
        assertThat(text(over("image=docker.io/library/eclipse-temurin:21-jre"), "Dockerfile"))
                .startsWith("FROM eclipse-temurin:21-jre AS run\n");
        assertThat(text(over("image=ghcr.io/acme/base:1.1"), "Dockerfile")).endsWith("FROM ghcr.io/acme/base:1.1\n");
    }

    @Test
    void whatIsNotHereCannotBeUpgraded() throws IOException {
        write("Dockerfile", "FROM eclipse-temurin:17\n");

        assertThatThrownBy(() -> over("eks=1.33"))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("amazon-eks");
    }

    @Test
    void whatIsNoUpgradeIsRefusedInWords() {
        for (String text :
                List.of("eks=", "=1.33", "image=nginx", "image=:1", "image=nginx:", "image=host:5000/nginx", "eks")) {
            assertThatThrownBy(() -> WhatIf.of(List.of(text)))
                    .as(text)
                    .isInstanceOf(AdvisorException.class)
                    .hasMessageContaining("'" + text + "'")
                    .hasMessageContaining("eks=1.33");
        }
    }

    private Tree over(String upgrade) {
        Tree tree = FolderTree.of(folder);
        return WhatIf.of(List.of(upgrade)).over(tree, ManifestInventory.read(tree));
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
    }

    private static String text(Tree tree, String path) {
        return new String(tree.read(tree.find(path).orElseThrow()), StandardCharsets.UTF_8);
    }
}
