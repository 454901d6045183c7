package io.github.incidentadvisor.action.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.action.hub.GitHubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Runs the action as a runner does: reads action.yml, gives its step the inputs, the environment, the event's file and the files by
 * which a step answers, and runs the step's text with bash.
 */
final class Runner {
    static final Path JAR = Path.of("target", "incident-advisor-action-" + Artifacts.VERSION + "-all.jar")
            .toAbsolutePath();

    private final Path home;
    private final Path temporary;
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, String> inputs = new LinkedHashMap<>();
    private Path action = Path.of("").toAbsolutePath();
    private Path commands;

    /** @param machine where this runner keeps everything: home, local repository, temporary files */
    Runner(Path machine, Path artifacts, GitHubServer hub) throws IOException {
        home = Files.createDirectories(machine.resolve("home"));
        temporary = Files.createDirectories(machine.resolve("_temp"));
        settings(machine.resolve("local-repository"), artifacts);
        for (String name : List.of("PATH", "JAVA_HOME")) {
            if (System.getenv(name) != null) {
                environment.put(name, System.getenv(name));
            }
        }
        environment.putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        set("HOME", home.toString());
        set("MAVEN_OPTS", "-Duser.home=" + home + " -XX:TieredStopAtLevel=1");
        set("GITHUB_ACTIONS", "true").set("CI", "true").set("RUNNER_OS", "Linux");
        set("GITHUB_API_URL", hub.url()).set("GITHUB_SERVER_URL", "https://github.test");
        set("GITHUB_REPOSITORY", "acme/shop").set("GITHUB_RUN_ID", "4711");
        set("RUNNER_TEMP", temporary.toString());
        set("INCIDENT_ADVISOR_JAR", JAR.toString());
        input("github-token", "t");
    }

    private void settings(Path local, Path artifacts) throws IOException {
        String repositories = """
                <repository><id>sample</id><url>%1$s</url><releases><checksumPolicy>ignore</checksumPolicy></releases>
                  <snapshots><enabled>true</enabled><checksumPolicy>ignore</checksumPolicy></snapshots></repository>
                <repository><id>here</id><url>%2$s</url><releases><checksumPolicy>ignore</checksumPolicy></releases></repository>
                """.formatted(
                artifacts.toUri(), Path.of(System.getProperty("built.local")).toUri());
        Files.createDirectories(home.resolve(".m2"));
        Files.writeString(home.resolve(".m2/settings.xml"), """
                <settings>
                  <localRepository>%s</localRepository>
                  <profiles><profile><id>sample</id>
                    <repositories>%s</repositories>
                    <pluginRepositories>%s</pluginRepositories>
                  </profile></profiles>
                  <activeProfiles><activeProfile>sample</activeProfile></activeProfiles>
                </settings>
                """.formatted(
                        local, repositories, repositories.replace("repository>", "pluginRepository>")));
    }

    Runner set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Runner input(String name, String value) {
        inputs.put(name, value);
        return this;
    }

    /** Another copy of the action. */
    Runner action(Path folder) {
        action = folder;
        return this;
    }

    Runner event(String name, JsonNode payload) throws IOException {
        Path file = temporary.resolve("_github_workflow/event.json");
        Files.createDirectories(file.getParent());
        Files.write(file, new ObjectMapper().writeValueAsBytes(payload));
        return set("GITHUB_EVENT_NAME", name).set("GITHUB_EVENT_PATH", file.toString());
    }

    /** What a step leaves. */
    record Step(
            int code,
            String log,
            Map<String, String> outputs,
            String summary,
            String path,
            String env,
            double seconds) {
        Path report() {
            return Path.of(outputs.get("report"));
        }
    }

    Step run(Path workspace) throws IOException {
        commands = Files.createDirectories(temporary.resolve("_runner_file_commands"));
        String id = UUID.randomUUID().toString();
        Map<String, String> all = new TreeMap<>(environment);
        for (Map.Entry<String, String> file : Map.of(
                        "GITHUB_ENV",
                        "set_env_",
                        "GITHUB_PATH",
                        "add_path_",
                        "GITHUB_OUTPUT",
                        "set_output_",
                        "GITHUB_STATE",
                        "save_state_",
                        "GITHUB_STEP_SUMMARY",
                        "step_summary_")
                .entrySet()) {
            Path at = commands.resolve(file.getValue() + id);
            Files.writeString(at, "");
            all.put(file.getKey(), at.toString());
        }
        all.put("GITHUB_WORKSPACE", workspace.toString());
        all.put("GITHUB_ACTION_PATH", action.toString());
        all.putAll(stepEnvironment());
        Path script = temporary.resolve(id + ".sh");
        Files.writeString(script, String.valueOf(step().get("run")));
        long started = System.nanoTime();
        Shell.Done done =
                Shell.run(workspace, all, "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script.toString());
        double seconds = (System.nanoTime() - started) / 1e9;
        return new Step(
                done.code(),
                done.output(),
                outputs(Files.readString(Path.of(all.get("GITHUB_OUTPUT")))),
                Files.readString(Path.of(all.get("GITHUB_STEP_SUMMARY"))),
                Files.readString(Path.of(all.get("GITHUB_PATH"))),
                Files.readString(Path.of(all.get("GITHUB_ENV"))),
                seconds);
    }

    /** The environment of the step with each {@code ${{ inputs.NAME }}} filled in, by the caller's value or the default. */
    private Map<String, String> stepEnvironment() throws IOException {
        Map<?, ?> declared = (Map<?, ?>) yaml().get("inputs");
        for (String name : inputs.keySet()) {
            if (!declared.containsKey(name)) {
                throw new AssertionError("action.yml has no input " + name);
            }
        }
        Map<String, String> values = new TreeMap<>();
        ((Map<?, ?>) step().get("env")).forEach((name, value) -> {
            String input = String.valueOf(value).replaceFirst("^\\$\\{\\{ inputs\\.([a-z-]+) }}$", "$1");
            Map<?, ?> declaration = (Map<?, ?>) declared.get(input);
            values.put(String.valueOf(name), inputs.getOrDefault(input, String.valueOf(declaration.get("default"))));
        });
        return values;
    }

    private Map<?, ?> step() throws IOException {
        return (Map<?, ?>) ((List<?>) ((Map<?, ?>) yaml().get("runs")).get("steps")).get(0);
    }

    private Map<?, ?> yaml() throws IOException {
        return (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(action.resolve("action.yml")));
    }

    private static Map<String, String> outputs(String text) {
        Map<String, String> values = new TreeMap<>();
        String[] lines = text.split("\n");
        for (int i = 0; i + 2 < lines.length; i += 3) {
            values.put(lines[i].replaceFirst("<<.*", ""), lines[i + 1]);
        }
        return values;
    }

    /** A copy of the action with other words in its release.properties. */
    static Path actionWith(Path folder, String properties) throws IOException {
        Files.createDirectories(folder);
        Files.createDirectories(folder.resolve("model"));
        for (String name : List.of("action.yml", "run.sh", "model/pom.xml", "model/sha256")) {
            Files.copy(Path.of(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(folder.resolve("release.properties"), properties);
        return folder;
    }
}
