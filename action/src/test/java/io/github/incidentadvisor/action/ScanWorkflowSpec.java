package io.github.incidentadvisor.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The workflow that scans many repositories: who has the token, and its steps as bash runs them. */
class ScanWorkflowSpec {
    private static final Path WORKFLOW =
            Path.of("").toAbsolutePath().getParent().resolve(".github/workflows/scan.yml");

    @TempDir
    Path folder;

    private String log = "";

    @Test
    void theTokenReachesTheLastStepOfTheJobThatPublishesAndNoOther() throws Exception {
        List<?> steps = steps("publish");

        assertThat(jobs().keySet())
                .map(String::valueOf)
                .contains("publish", "merge", "read", "plan")
                .allMatch(job -> job.equals("publish")
                        || !String.valueOf(jobs().get(job)).contains("secrets."));
        assertThat(String.valueOf(steps.subList(0, steps.size() - 1))).doesNotContain("secrets.");
        assertThat(String.valueOf(steps.get(steps.size() - 1))).contains("${{ secrets.token }}");
        assertThat(String.valueOf(jobs().get("read")) + jobs().get("merge")).doesNotContain("github.token");
    }

    @Test
    void anOrganisationIsListedPageByPageWithoutArchivedAndEmptyOnesAndOthersTopics() throws Exception {
        gitHubListing("""
                [{"full_name":"acme/shop","archived":false,"disabled":false,"size":9,"topics":["java"]},
                 {"full_name":"acme/old","archived":true,"disabled":false,"size":9,"topics":["java"]},
                 {"full_name":"acme/empty","archived":false,"disabled":false,"size":0,"topics":["java"]}]
                [{"full_name":"acme/site","archived":false,"disabled":false,"size":9,"topics":["web"]},
                 {"full_name":"acme/billing","archived":false,"disabled":false,"size":9,"topics":["web","java"]}]
                """);

        assertThat(step("plan", "List", Map.of("ORGANISATION", "acme", "TOPIC", "java")))
                .as(log)
                .isZero();
        assertThat(listed()).containsExactly("acme/billing", "acme/shop");
        assertThat(Files.readString(folder.resolve("asked"))).contains("orgs/acme/repos", "--paginate");
        step("plan", "List", Map.of("ORGANISATION", "acme"));
        assertThat(listed()).containsExactly("acme/billing", "acme/shop", "acme/site");
    }

    @Test
    void whatIsSearchedForAndWhatIsNamedAreOneListWithEachOnce() throws Exception {
        gitHubListing("""
                {"items":[{"full_name":"acme/shop","disabled":false,"size":9},{"full_name":"acme/jobs","disabled":false,"size":9}]}
                """);

        assertThat(step(
                        "plan",
                        "List",
                        Map.of("REPOSITORIES", " Acme/Shop\r\n\r\nother/one\r\n", "SEARCH", "org:acme; touch pwned")))
                .as(log)
                .isZero();
        assertThat(listed()).hasSize(3).contains("acme/jobs", "other/one");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void aNameThatIsNoneAndAListWithoutAnyAreErrors() throws Exception {
        gitHubListing("[]");

        assertThat(step("plan", "List", Map.of("ORGANISATION", "acme/../user"))).isEqualTo(1);
        assertThat(log).contains("organisation is no name of one");
        assertThat(step("plan", "List", Map.of("ORGANISATION", "acme"))).isEqualTo(1);
        assertThat(log).contains("none was found");
    }

    @Test
    void withoutATokenNothingIsPublishedAndThatIsSaid() throws Exception {
        assertThat(step("publish", "Publish", Map.of("TOKEN", ""))).isZero();

        assertThat(log).contains("No token was given");
    }

    @Test
    void ourJarGetsTheTokenByItsStandardInputAlone() throws Exception {
        program("java", "read -r token; echo \"$* got $token, environment ${TOKEN-none}\"\n");

        assertThat(step("publish", "Publish", Map.of("TOKEN", "s3cr3t"))).isZero();

        assertThat(log).contains("-jar jar/incident-advisor-action-all.jar publish-all - got s3cr3t, environment none");
    }

    /** A gh that answers these pages, each by itself as {@code --paginate} does. */
    private void gitHubListing(String pages) throws Exception {
        assumeTrue(run(Map.of("PATH", System.getenv("PATH")), "jq --version") == 0, "jq is not installed here");
        Files.writeString(folder.resolve("pages.json"), pages);
        program("gh", """
                echo "$*" >> asked
                while [ $# -gt 1 ]; do shift; [ "$1" = --jq ] && break; done
                jq -r "$2" pages.json
                """);
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/usr/bin/env bash\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private List<String> listed() throws IOException {
        return Files.readAllLines(folder.resolve("repositories.txt"));
    }

    private int step(String job, String name, Map<String, String> inputs) throws Exception {
        Map<?, ?> step = steps(job).stream()
                .map(one -> (Map<?, ?>) one)
                .filter(one -> name.equals(one.get("name")))
                .findFirst()
                .orElseThrow();
        Map<String, String> environment = new TreeMap<>();
        ((Map<?, ?>) step.get("env")).keySet().forEach(key -> environment.put(String.valueOf(key), ""));
        environment.putAll(inputs);
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        return run(environment, String.valueOf(step.get("run")));
    }

    private int run(Map<String, String> environment, String text) throws Exception {
        Path script = Files.writeString(folder.resolve("step.sh"), text);
        ProcessBuilder builder =
                new ProcessBuilder("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script.toString());
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    private static List<?> steps(String job) {
        return (List<?>) ((Map<?, ?>) jobs().get(job)).get("steps");
    }

    private static Map<?, ?> jobs() {
        try {
            Map<?, ?> root =
                    (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(WORKFLOW));
            return (Map<?, ?>) root.get("jobs");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
