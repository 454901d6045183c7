package io.github.incidentadvisor.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** action.yml, run.sh and our own workflows, as files. */
class ActionFilesSpec {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path ACTION = Path.of("action.yml");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void actionYmlIsAsItsSchemaSays() throws Exception {
        assertThat(faults("github-action", yaml(ACTION))).isEmpty();
    }

    @Test
    void everyWorkflowIsAsTheSchemaSays() throws Exception {
        for (Path workflow : workflows()) {
            assertThat(faults("github-workflow", yaml(workflow)))
                    .as(workflow.toString())
                    .isEmpty();
        }
    }

    @Test
    void everyWorkflowThatTheReadmeShowsIsAsTheSchemaSays() throws Exception {
        List<String> shown = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains("jobs:"))
                .toList();

        assertThat(shown).hasSizeGreaterThanOrEqualTo(3);
        for (String workflow : shown) {
            assertThat(faults("github-workflow", yaml(workflow))).as(workflow).isEmpty();
        }
    }

    @Test
    void theReadmeNamesEveryInputAndOutput() throws Exception {
        String readme = Files.readString(ROOT.resolve("README.md"));

        for (String kind : List.of("inputs", "outputs")) {
            for (Object name : ((Map<?, ?>) yaml(ACTION).get(kind)).keySet()) {
                assertThat(readme).as(kind).contains("`" + name + "`");
            }
        }
    }

    @Test
    void aMistakeInAWorkflowIsSeen() throws Exception {
        assertThat(faults("github-workflow", yaml("on: pull_request\njobs: {a: {runs-on: x, stepz: []}}\n")))
                .isNotEmpty();
        assertThat(faults("github-action", yaml("name: a\nruns: {using: composite}\n")))
                .isNotEmpty();
    }

    @Test
    void nothingIsPutIntoAShellByTheWorkflowEngine() throws Exception {
        Stream<Path> files = Stream.concat(Stream.of(ACTION), workflows().stream());
        for (Path file : files.toList()) {
            assertThat(texts(yaml(file), "run")).as(file.toString()).noneMatch(run -> run.contains("${{"));
        }
    }

    @Test
    void whatTheScriptReadsIsWhatTheActionGives() throws Exception {
        Map<?, ?> step = (Map<?, ?>) ((List<?>) ((Map<?, ?>) yaml(ACTION).get("runs")).get("steps")).get(0);
        TreeSet<String> given = new TreeSet<>();
        ((Map<?, ?>) step.get("env")).keySet().forEach(name -> given.add(String.valueOf(name)));
        TreeSet<String> read = new TreeSet<>();
        Pattern.compile("INCIDENT_ADVISOR_[A-Z_]+")
                .matcher(Files.readString(Path.of("run.sh")))
                .results()
                .forEach(one -> read.add(one.group()));
        read.removeAll(List.of("INCIDENT_ADVISOR_CLEAN", "INCIDENT_ADVISOR_JAR", "INCIDENT_ADVISOR_MODEL_JARS"));

        assertThat(read).isEqualTo(given);
    }

    @Test
    void theOnlyExpressionsOfTheActionAreItsInputsAndTheJobsToken() throws Exception {
        String text = Files.readString(ACTION);
        assertThat(Pattern.compile("\\$\\{\\{ ([^}]*) }}")
                        .matcher(text)
                        .results()
                        .map(one -> one.group(1)))
                .allMatch(one -> one.matches("inputs\\.[a-z-]+|steps\\.advise\\.outputs\\.[a-z-]+|github\\.token"));
    }

    @Test
    void noWorkflowBuildsAStrangersCodeWithRights() throws Exception {
        for (Path workflow : workflows()) {
            Map<?, ?> root = yaml(workflow);
            assertThat(String.valueOf(root.get("on"))).as(workflow.toString()).doesNotContain("pull_request_target");
            assertThat(root.get("permissions"))
                    .as(workflow + " names its permissions")
                    .isNotNull();
        }
    }

    @Test
    void shellcheckHasNothingToSay() throws Exception {
        Process process;
        try {
            process = new ProcessBuilder("shellcheck", "run.sh")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "shellcheck is not installed here");
            return;
        }
        String said = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void theScriptKeepsToWhatAnOldBashKnows() throws Exception {
        String script = Files.readString(Path.of("run.sh"));

        assertThat(script)
                .doesNotContain("mapfile", "readarray", "declare -A", "local -n", "${1,,}", "&>>", "|&", "eval ");
    }

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(".github/workflows"))) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> faults(String schema, Map<?, ?> document) throws IOException {
        try (InputStream in = ActionFilesSpec.class.getResourceAsStream("/schemastore/" + schema + ".schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(MAPPER.readTree(in))
                    .validate(MAPPER.valueToTree(document))
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    private static Map<?, ?> yaml(Path file) throws IOException {
        return yaml(Files.readString(file));
    }

    private static Map<?, ?> yaml(String text) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static List<String> texts(Object node, String key) {
        if (node instanceof List<?> list) {
            return list.stream().flatMap(one -> texts(one, key).stream()).toList();
        }
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(one -> one.getKey().equals(key) && one.getValue() instanceof String text
                            ? Stream.of(text)
                            : texts(one.getValue(), key).stream())
                    .toList();
        }
        return List.of();
    }
}
