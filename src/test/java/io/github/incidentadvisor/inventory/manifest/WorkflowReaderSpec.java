package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkflowReaderSpec {
    private static final String COMMIT = "186d0493a2df5eb62df5ecc498883d18fd58c303";

    @Test
    void actionsAreNamedByTagBranchOrCommitWithItsComment() {
        assertThat(workflow("""
                on: push
                jobs:
                  a:
                    runs-on: [self-hosted, ubuntu-18.04]
                    steps:
                      - uses: actions/checkout@v4
                      - uses: "github/codeql-action/init@v3.1" # not a version: 9
                      - uses: acme/x@%1$s # v1.6.2
                      - uses: acme/y@%1$s
                      - uses: acme/z@master
                      - uses: ./local
                      - uses: docker://alpine:3.8
                      # - uses: actions/not@v1
                      - run: |
                          uses: actions/not@v2
                  b:
                    uses: acme/flows/.github/workflows/build.yml@v2
                """.formatted(COMMIT)))
                .containsExactly(
                        "github-action .github/workflows/ci.yml:6 actions/checkout v4 resolved",
                        "github-action .github/workflows/ci.yml:7 github/codeql-action/init v3.1 resolved",
                        "github-action .github/workflows/ci.yml:8 acme/x v1.6.2 resolved pinned " + COMMIT,
                        "github-action .github/workflows/ci.yml:9 acme/y " + COMMIT + " resolved pinned " + COMMIT,
                        "github-action .github/workflows/ci.yml:10 acme/z master floating",
                        "docker-image .github/workflows/ci.yml:12 alpine 3.8 resolved",
                        "github-action .github/workflows/ci.yml:17 acme/flows/.github/workflows/build.yml v2 resolved");
    }

    @Test
    void theInitOfAnActionIsTheSameComponentAsItsRepository() {
        assertThat(Repository.of(
                                ".github/workflows/ci.yml",
                                "jobs: {a: {steps: [{uses: 'github/codeql-action/init@v3'}]}}")
                        .inventory()
                        .references())
                .singleElement()
                .satisfies(one -> assertThat(one.purl()).isEqualTo("pkg:githubactions/github/codeql-action@v3"));
    }

    @Test
    void runnersAndVersionsOfAMatrixAreFollowedToItsEntries() {
        assertThat(workflow("""
                env:
                  NODE: '18'
                jobs:
                  a:
                    runs-on: ${{ matrix.os }}
                    strategy:
                      matrix:
                        os: [ubuntu-22.04, windows-latest]
                        java: ['11', 17]
                        include:
                          - os: macos-13
                            java: 3.10
                    steps:
                      - uses: actions/setup-java@v4
                        with:
                          distribution: zulu
                          java-version: ${{ matrix.java }}
                      - uses: actions/setup-node@v4
                        with:
                          node-version: ${{ env.NODE }}
                      - uses: actions/setup-python@v5
                        with:
                          python-version: ${{ inputs.python }}
                """))
                .contains(
                        "github-runner .github/workflows/ci.yml:5 ubuntu 22.04 resolved decided .github/workflows/ci.yml:8",
                        "github-runner .github/workflows/ci.yml:8 ubuntu 22.04 resolved",
                        "github-runner .github/workflows/ci.yml:8 windows latest floating",
                        "github-runner .github/workflows/ci.yml:11 macos 13 resolved",
                        "tool-version .github/workflows/ci.yml:9 java 11 resolved beside {distribution=zulu}",
                        "tool-version .github/workflows/ci.yml:9 java 17 resolved beside {distribution=zulu}",
                        "tool-version .github/workflows/ci.yml:12 java 3.1 resolved beside {distribution=zulu}",
                        "tool-version .github/workflows/ci.yml:2 node 18 resolved",
                        "tool-version .github/workflows/ci.yml:20 node 18 resolved decided .github/workflows/ci.yml:2",
                        "tool-version .github/workflows/ci.yml:23 python - unresolved");
    }

    @Test
    void aVersionOfSeveralLinesIsOneALine() {
        assertThat(workflow("""
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/setup-java@v4
                        with:
                          distribution: temurin
                          java-version: |
                            11
                            17
                      - uses: gradle/actions/setup-gradle@v3
                        with: {gradle-version: 8.5}
                      - uses: hashicorp/setup-terraform@v3
                        with: {terraform_version: 1.5.7}
                      - uses: azure/setup-helm@v4
                        with: {version: v3.14.0}
                      - uses: docker/login-action@v3
                        with: {version: 9}
                """))
                .contains(
                        "tool-version .github/workflows/ci.yml:9 java 11 resolved beside {distribution=temurin}",
                        "tool-version .github/workflows/ci.yml:10 java 17 resolved beside {distribution=temurin}",
                        "tool-version .github/workflows/ci.yml:12 gradle 8.5 resolved",
                        "tool-version .github/workflows/ci.yml:14 terraform 1.5.7 resolved",
                        "tool-version .github/workflows/ci.yml:16 helm v3.14.0 resolved")
                .noneMatch(one -> one.startsWith("tool-version .github/workflows/ci.yml:18"));
    }

    @Test
    void oneOrTheOtherIsBoth() {
        assertThat(workflow("""
                jobs:
                  a:
                    runs-on: ${{ matrix.on || inputs.runner || 'ubuntu-latest' }}
                    strategy:
                      matrix:
                        include: [{on: macos-13}]
                    steps:
                      - uses: ./.github/actions/own
                        with: {java-version: '17', version: '9', other-version: '8'}
                """))
                .containsExactly(
                        "github-runner .github/workflows/ci.yml:3 macos 13 resolved decided .github/workflows/ci.yml:6"
                                + " conditional",
                        "github-runner .github/workflows/ci.yml:3 ubuntu latest floating conditional",
                        "github-runner .github/workflows/ci.yml:6 macos 13 resolved conditional",
                        "tool-version .github/workflows/ci.yml:9 java 17 resolved");
    }

    @Test
    void containersAndServicesAreImages() {
        assertThat(workflow("""
                jobs:
                  a:
                    runs-on: {group: big, labels: [ubuntu-22.04-16core]}
                    container: node:18
                    services:
                      db: {image: "postgres:12"}
                  b:
                    runs-on: ubuntu-latest
                    container: {image: "maven:3.9"}
                """))
                .containsExactly(
                        "github-runner .github/workflows/ci.yml:3 ubuntu 22.04-16core resolved",
                        "docker-image .github/workflows/ci.yml:4 node 18 resolved",
                        "docker-image .github/workflows/ci.yml:6 postgres 12 resolved",
                        "github-runner .github/workflows/ci.yml:8 ubuntu latest floating",
                        "docker-image .github/workflows/ci.yml:9 maven 3.9 resolved");
    }

    @Test
    void actionsOfTheTreeNameWhatTheyRunOnAndUse() {
        assertThat(Repository.of("js/action.yml", "name: x\nruns:\n  using: node16\n  main: index.js\n")
                        .with("mix/action.yaml", """
                                inputs:
                                  java: {default: '17'}
                                runs:
                                  using: composite
                                  steps:
                                    - uses: actions/setup-java@v3
                                      with:
                                        java-version: ${{ inputs.java }}
                                """)
                        .references())
                .containsExactly(
                        "action-runtime js/action.yml:3 node 16 resolved",
                        "tool-version mix/action.yaml:2 java 17 resolved conditional",
                        "github-action mix/action.yaml:6 actions/setup-java v3 resolved",
                        "tool-version mix/action.yaml:8 java 17 resolved decided mix/action.yaml:2 conditional");
    }

    @Test
    void aWorkflowThatIsNoYamlIsReadByLine() {
        Repository repository = Repository.of(".github/workflows/ci.yml", """
                jobs:
                  a:
                    steps:
                      - uses: actions/checkout@v3
                   - bad
                """);

        assertThat(repository.references())
                .containsExactly("github-action .github/workflows/ci.yml:4 actions/checkout v3 resolved in part");
        assertThat(repository.unread()).hasSize(1);
    }

    private static java.util.List<String> workflow(String text) {
        return Repository.of(".github/workflows/ci.yml", text).references();
    }
}
