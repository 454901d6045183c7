package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Inventory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputSpec {
    /** One file of each format with most of its forms. */
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("Dockerfile", """
                    # syntax=docker/dockerfile:1.7
                    ARG V="1${X:-2}"
                    FROM --platform=$P a:${V} AS b
                    RUN --mount=type=bind,from=c:1 <<EOF \\
                      x
                    y
                    EOF
                    COPY --from=b /x /y
                    """),
            Map.entry("compose.yaml", """
                    x-a: &a {image: "r:${T:-1}"}
                    services:
                      b: {<<: *a, build: {args: {J: "1"}, dockerfile_inline: "FROM x:1"}}
                      c:
                        image: 'p:1'
                        profiles: [x]
                    """),
            Map.entry(".env", "A='1' # x\nexport B=\"${A}2\"\n"),
            Map.entry("k8s.yaml", """
                    apiVersion: apps/v1
                    kind: Deployment
                    spec: {template: {spec: {containers: [{image: "n:1"}]}}}
                    --- # x
                    apiVersion: v1
                    kind: List
                    items: [{apiVersion: v1, kind: Pod, spec: {containers: [{image: !x &y "n:2"}, *y]}}]
                    """),
            Map.entry(
                    "c/Chart.yaml",
                    "apiVersion: v2\nappVersion: 1\ndependencies:\n- {name: a, version: 1, repository: 'https://x'}\n"),
            Map.entry("c/values.yaml", "image: {registry: q, repository: a/b, tag: ''}\nx: {image: 'y:1'}\n"),
            Map.entry("c/templates/a.yaml", """
                    {{- if .Values.a }}
                    apiVersion: v1
                    kind: {{ "Pod" | quote }}
                    spec: {{- toYaml .x | nindent 2 }}
                      containers:
                        - image: {{/* c */}} n:1
                    {{- else }}
                      - image: n:2
                    {{- end }}
                    """),
            Map.entry("kustomization.yaml", """
                    resources: [https://github.com/a/b//c?ref=v1]
                    images: [{name: a, newTag: "1"}]
                    patches:
                      - patch: |-
                          - op: add
                            path: /spec/containers/-
                            value: {image: x:1}
                    """),
            Map.entry("main.tf", """
                    terraform { required_version = ">= 1" }
                    variable "v" { default = "1.${local.x}" }
                    locals { x = { a = [1, "2"], "b" : lookup(var.v, "k", null) } }
                    module "m" { source = "./m" /* c */
                      v = <<-EOT
                        ${var.v}
                      EOT
                    }
                    resource "aws_eks_cluster" "c" {
                      version = coalesce(var.v, local.x.a[0]) # c
                      dynamic "x" { content { image = "a:1" } }
                    }
                    """),
            Map.entry(
                    "m/main.tf.json",
                    "{\"variable\":{\"v\":{}},\"resource\":{\"aws_instance\":{\"a\":[{\"instance_type\":\"${var.v}\"}]}}}"),
            Map.entry("prod.tfvars", "v = \"1\"\n"),
            Map.entry(
                    ".terraform.lock.hcl",
                    "provider \"registry.terraform.io/hashicorp/aws\" {\n  version = \"5.1.0\"\n}\n"),
            Map.entry("template.yaml", """
                    Parameters: {P: {Default: "1.30"}}
                    Mappings: {M: {a: {b: c}}}
                    Globals: {Function: {Runtime: java11}}
                    Resources:
                      A: {Type: AWS::Serverless::Function}
                      B: {Type: AWS::EKS::Cluster, Properties: {Version: !FindInMap [M, !Ref P, b]}}
                      C: {Type: AWS::EKS::Cluster, Properties: {Version: {"Fn::Sub": "${P}"}}}
                    """),
            Map.entry(
                    "Pulumi.yaml",
                    "config: {a: {default: x}}\nresources: {b: {type: 'aws:ec2/instance:Instance', properties: {instanceType: '${a}'}}}\n"),
            Map.entry(".github/workflows/a.yml", """
                    on: {workflow_call: {inputs: {i: {default: '1'}}}}
                    jobs:
                      a:
                        runs-on: ["${{ matrix.o }}"]
                        strategy: {matrix: {o: [ubuntu-22.04], include: [{o: macos-13}]}}
                        container: ${{ inputs.i }}
                        steps:
                          - uses: a/setup-x@v1 # v1.2
                            with: {x-version: "1\\n2", java-version: "${{ fromJSON('[1, 2]') }}"}
                    """),
            Map.entry("action.yml", "runs: {using: node20, steps: [{uses: 'a/b@v1'}]}\n"),
            Map.entry(".tool-versions", "java temurin-21 17 # x\n"),
            Map.entry(".sdkmanrc", "java=17.0.9-tem\n"),
            Map.entry(
                    "mise.toml", "[tools]\na = [\"1\",\n'2']\nb = {version = \"3\"}\n[tools.\"c\"]\nversion = \"4\"\n"),
            Map.entry(".mvn/wrapper/maven-wrapper.properties", "distributionUrl=x/apache-maven-3.9.6-bin.zip\n"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dockerfile",
                "compose.yaml",
                ".env",
                "k8s.yaml",
                "c/Chart.yaml",
                "c/values.yaml",
                "c/templates/a.yaml",
                "kustomization.yaml",
                "main.tf",
                "m/main.tf.json",
                "prod.tfvars",
                ".terraform.lock.hcl",
                "template.yaml",
                "Pulumi.yaml",
                ".github/workflows/a.yml",
                "action.yml",
                ".tool-versions",
                ".sdkmanrc",
                "mise.toml",
                ".mvn/wrapper/maven-wrapper.properties"
            })
    void aFileThatBreaksOffAnywhereIsReadAsFarAsItGoes(String path) {
        String text = FORMATS.get(path);
        for (int length = 0; length <= text.length(); length++) {
            Repository repository = new Repository();
            FORMATS.forEach(repository::with);
            repository.with(path, text.substring(0, length));

            Inventory inventory = repository.inventory();

            assertThat(inventory.references()).as("%s up to %d", path, length).isNotEmpty();
        }
    }

    @Test
    void anyCharacterInPlaceOfAnyOtherStopsNothing() {
        for (String with : new String[] {"\t", "\0", "{", "\"", "\uFFFF", ":"}) {
            FORMATS.forEach((path, text) -> {
                for (int at = 0; at < text.length(); at += 3) {
                    String changed = text.substring(0, at) + with + text.substring(at + 1);
                    assertThat(Repository.of(path, changed).inventory().modules())
                            .isEmpty();
                }
            });
        }
    }

    @Test
    void aliasesThatMultiplyAreOneNode() {
        StringBuilder text = new StringBuilder("apiVersion: v1\nkind: Pod\na0: &a0 [x]\n");
        for (int i = 1; i < 60; i++) {
            text.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n");
        }
        text.append("spec: {containers: [{image: \"n:1\"}], all: *a59}\n");

        assertThat(Repository.of("a.yaml", text.toString()).places()).containsExactly("a.yaml:63 n 1");
    }

    @Test
    void mergesThatMultiplyAreLookedThroughOnce() {
        StringBuilder text = new StringBuilder("x0: &a0 {k: v}\n");
        for (int i = 1; i < 60; i++) {
            text.append("x" + i + ": &a" + i + " {<<: [" + ("*a" + (i - 1) + ",").repeat(9) + "]}\n");
        }
        text.append("services: {a: {<<: *a59}, b: {image: \"n:1\"}}\n");

        assertThat(Repository.of("compose.yml", text.toString()).places()).containsExactly("compose.yml:61 n 1");
    }

    @Test
    void anAliasOfItselfMeansNothing() {
        assertThat(Repository.of("compose.yml", "services: &s\n  a: {image: \"n:1\"}\n  b: *s\n")
                        .places())
                .containsExactly("compose.yml:2 n 1");
    }

    @Test
    void duplicateKeysAreNoError() {
        Repository repository =
                Repository.of("compose.yml", "services:\n  a: {image: \"n:1\"}\n  a: {image: \"n:2\"}\n");

        assertThat(repository.places()).containsExactly("compose.yml:2 n 1", "compose.yml:3 n 2");
        assertThat(repository.unread()).isEmpty();
    }

    @Test
    void nestingHasAnEnd() {
        Repository repository =
                Repository.of("a.yaml", "apiVersion: v1\nkind: Pod\nspec: " + "[".repeat(200_000) + "\n");

        assertThat(repository.unread())
                .containsExactly("a.yaml:3 read in part: no YAML from here on: nested deeper than 100");
    }

    @Test
    void aFileThatIsTooLongIsAGapWhenItsNameSaysWhatItIs() {
        Tree huge = new Tree() {
            @Override
            public io.github.incidentadvisor.model.Report.Revision revision() {
                return io.github.incidentadvisor.model.Report.Revision.NONE;
            }

            @Override
            public List<Entry> entries() {
                return List.of(
                        new Entry("Dockerfile", 100L << 20, "1"),
                        new Entry("a.yaml", 100L << 20, "2"),
                        new Entry("data.json", 100L << 20, "3"));
            }

            @Override
            public Optional<Entry> find(String path) {
                return entries().stream()
                        .filter(entry -> entry.path().equals(path))
                        .findFirst();
            }

            @Override
            public byte[] read(Entry entry) {
                throw new AssertionError("read " + entry.path());
            }

            @Override
            public List<io.github.incidentadvisor.model.Gap> gaps() {
                return List.of();
            }
        };

        assertThat(ManifestInventory.read(huge).gaps())
                .extracting(gap -> gap.place() + " " + gap.reason())
                .containsExactly(
                        "Dockerfile:1 is longer than 8 MiB; not read", "a.yaml:1 is longer than 8 MiB; not read");
    }

    @Test
    void aBinaryFileOfAKnownNameIsAGap() {
        byte[] binary = {'F', 'R', 'O', 'M', 0, 1, (byte) 0xff, ' ', 'a'};

        assertThat(new Repository()
                        .with("Dockerfile", binary)
                        .with("main.tf", binary)
                        .with("x.yaml", binary)
                        .unread())
                .containsExactly("Dockerfile:1 is no text; not read", "main.tf:1 is no text; not read");
    }

    @Test
    @Timeout(90)
    void longLinesCostTheirLengthAndNoMore() {
        String spaces = " ".repeat(3_000_000);
        Repository repository = new Repository()
                .with("Dockerfile", "# a=" + spaces + "b\nFROM a" + spaces + ":1\nARG x=\"" + "\\\\".repeat(100_000))
                .with(".env", "A=" + spaces + "b\n")
                .with("compose.yml", "services:\n a: {image: \"n:1\"}\n\tb:" + " : ".repeat(300_000) + "\n")
                .with("c/Chart.yaml", "apiVersion: v2\n")
                .with("c/templates/a.yaml", "apiVersion: v1\nkind: Pod\na: " + "{{ x }}".repeat(300_000) + "\n")
                .with(".tool-versions", "a" + spaces + "1\n")
                .with(".mvn/wrapper/maven-wrapper.properties", "distributionUrl=" + "apache-maven-1/".repeat(100_000))
                .with(".github/workflows/a.yml", "jobs: {a: {steps: [{uses: \"" + "a/".repeat(300_000) + "\"}]}}\n")
                .with("main.tf", "a = \"" + "${x}".repeat(300_000) + "\"\n");

        assertThat(repository.places()).containsExactly("Dockerfile:2 a floating");
    }

    @Test
    @Timeout(20)
    void variablesThatDoubleWithoutEndHaveOne() {
        StringBuilder arguments = new StringBuilder("ARG A0\n");
        for (int i = 1; i < 60; i++) {
            arguments.append("ARG A%d=${A%d}${A%d}%n".formatted(i, i - 1, i - 1));
        }
        Repository repository = Repository.of("Dockerfile", arguments + "FROM node:${A59}\n");

        assertThat(repository.places()).singleElement().asString().contains("unresolved");
    }

    @Test
    void aFileWithAMarkAndWindowsLineEndsHasItsLines() {
        String text = "\uFEFFapiVersion: v1\r\nkind: Pod\r\nspec:\r\n  containers:\r\n  - image: n:1\r\n";

        assertThat(new Repository()
                        .with("a.yaml", text.getBytes(StandardCharsets.UTF_8))
                        .places())
                .containsExactly("a.yaml:5 n 1");
    }

    @Test
    void aPathThatLeadsOutOfTheTreeIsNotFollowed() {
        assertThat(Repository.of("compose.yml", """
                services:
                  a:
                    build: {context: ../../etc, args: {A: "1"}}
                """)
                        .with("main.tf", "module \"m\" {\n  source = \"../../x\"\n}\n")
                        .places())
                .isEmpty();
    }
}
