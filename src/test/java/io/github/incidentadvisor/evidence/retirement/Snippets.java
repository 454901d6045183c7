package io.github.incidentadvisor.evidence.retirement;

import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.git.OverlayTree;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.manifest.ManifestInventory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Small manifests that hold one value at one place, read by the readers that users get. */
final class Snippets {
    private final Path empty;

    /** @param empty a folder without files */
    Snippets(Path empty) {
        this.empty = empty;
    }

    Inventory read(String path, String text) {
        return ManifestInventory.read(
                OverlayTree.of(FolderTree.of(empty), Map.of(path, text.getBytes(StandardCharsets.UTF_8)), Set.of()));
    }

    /** @param form what {@code value} stands in: a place of the table of facts, or {@code image}, {@code resource} … */
    Inventory of(String form, String value) {
        String[] words = form.split(" ");
        return switch (words[0]) {
            case "terraform" -> read("main.tf", resource(words[1], words[2], value, words));
            case "value" -> of(form.substring("value ".length()), value);
            case "cloudformation" -> read("template.yaml", cloudFormation(words[1], words[2], value, words));
            case "pulumi" -> read("Pulumi.yaml", pulumi(words[1], words[2], value, words));
            case "module" -> read("main.tf", module(words[1], words[2], value, words));
            case "github-step" -> read(".github/workflows/ci.yml", """
                    jobs:
                      build:
                        runs-on: ubuntu-latest
                        steps:
                          - uses: %s@v3
                            with:
                              java-version-file: .java-version
                              %s: %s
                    """.formatted(words[1], words[2], value));
            case "runner" -> read(".github/workflows/ci.yml", "jobs:\n  build:\n    runs-on: " + value + "\n");
            case "action" ->
                read(
                        ".github/workflows/ci.yml",
                        "jobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: " + value + "\n");
            case "action-runtime" -> read("action.yml", "name: a\nruns:\n  using: " + value + "\n  main: index.js\n");
            case "image" -> read("Dockerfile", "FROM " + value + "\n");
            case "chart" ->
                read(
                        "Chart.yaml",
                        "apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies:\n  - name: " + words[1]
                                + "\n    version: 1.2.3\n    repository: " + value + "\n");
            case "provider" ->
                read(
                        "versions.tf",
                        "terraform {\n  required_providers {\n    x = {\n      source  = \"" + value
                                + "\"\n      version = \"~> 2.0\"\n    }\n  }\n}\n");
            case "resource" ->
                value.contains("::")
                        ? read("template.yaml", "Resources:\n  It:\n    Type: " + value + "\n")
                        : value.contains(":")
                                ? read(
                                        "Pulumi.yaml",
                                        "name: a\nruntime: yaml\nresources:\n  it:\n    type: " + value + "\n")
                                : read("main.tf", "resource \"" + value + "\" \"it\" {}\n");
            case "data" -> read("main.tf", "data \"" + value + "\" \"it\" {}\n");
            default -> throw new IllegalArgumentException(form);
        };
    }

    /** Siblings are words like {@code engine=mysql} after the attribute. */
    private static List<String[]> siblings(String... words) {
        List<String[]> all = new ArrayList<>();
        for (int i = 3; i < words.length; i++) {
            all.add(words[i].split("="));
        }
        return all;
    }

    private static String resource(String type, String path, String value, String... words) {
        StringBuilder text = new StringBuilder("resource \"" + type + "\" \"it\" {\n");
        siblings(words).forEach(one -> text.append(one[0] + " = \"" + one[1] + "\"\n"));
        List<String> names = List.of(path.split("\\."));
        names.subList(0, names.size() - 1).forEach(name -> text.append(name).append(" {\n"));
        text.append(names.get(names.size() - 1) + " = \"" + value + "\"\n");
        return text + "}\n".repeat(names.size());
    }

    private static String module(String component, String argument, String value, String... words) {
        Map<String, String> sources = new HashMap<>(Map.of(
                "aws-lambda", "terraform-aws-modules/lambda/aws",
                "amazon-ec2-instance", "terraform-aws-modules/ec2-instance/aws",
                "elasticache-instance", "terraform-aws-modules/elasticache/aws",
                "rds-instance", "terraform-aws-modules/rds/aws",
                "rds-aurora-instance", "terraform-aws-modules/rds-aurora/aws",
                "amazon-rds/{engine}", "terraform-aws-modules/rds/aws",
                "amazon-rds-aurora/{engine}", "terraform-aws-modules/rds-aurora/aws",
                "azure-vm", "Azure/aks/azurerm"));
        StringBuilder text = new StringBuilder("module \"it\" {\n  source = \"" + sources.get(component) + "\"\n");
        siblings(words).forEach(one -> text.append(one[0] + " = \"" + one[1] + "\"\n"));
        return text + argument + " = \"" + value + "\"\n}\n";
    }

    private static String cloudFormation(String type, String path, String value, String... words) {
        return "Resources:\n  It:\n    Type: " + type + "\n    Properties:\n"
                + siblings(words).stream()
                        .map(one -> "      " + one[0] + ": " + one[1] + "\n")
                        .collect(Collectors.joining())
                + nested(path, value);
    }

    private static String pulumi(String type, String path, String value, String... words) {
        return "name: a\nruntime: yaml\nresources:\n  it:\n    type: " + type + "\n    properties:\n"
                + siblings(words).stream()
                        .map(one -> "      " + one[0] + ": " + one[1] + "\n")
                        .collect(Collectors.joining())
                + nested(path, value);
    }

    private static String nested(String path, String value) {
        StringBuilder text = new StringBuilder();
        String indent = "      ";
        for (String name : List.of(path.split("\\."))) {
            text.append(text.isEmpty() ? "" : "\n").append(indent).append(name).append(":");
            indent += "  ";
        }
        return text.append(" ")
                .append(String.join(" ", Collections.singleton(value)))
                .append("\n")
                .toString();
    }
}
