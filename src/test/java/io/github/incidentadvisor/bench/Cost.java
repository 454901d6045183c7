package io.github.incidentadvisor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a run costs on a project: {@code PROJECT OUT.json [-D…]}. Seconds are the median of five runs over that of
 * {@code mvn validate} run beside them; memory is the peak resident set over it. The plugin must be installed.
 */
public final class Cost {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOAL = "io.github.incident-advisor:incident-advisor-maven-plugin:1.0.0-SNAPSHOT:check";
    private static final int RUNS = 5;

    private final Path project;
    private final List<String> more;
    private final Path output;

    private Cost(Path project, List<String> more) throws IOException {
        this.project = project;
        this.more = more;
        this.output = Files.createTempDirectory("cost");
    }

    public static void main(String[] arguments) throws Exception {
        Path project = Path.of(arguments[0]).toAbsolutePath().normalize();
        Cost cost = new Cost(project, List.of(arguments).subList(2, arguments.length));
        ObjectNode result =
                JSON.createObjectNode().put("project", project.getFileName().toString());
        ArrayNode kinds = result.putArray("kinds");
        Path cache = Files.createTempDirectory("cache");
        cost.measure(kinds, "warm", List.of("-Dincident-advisor.cacheDirectory=" + cache), false);
        cost.measure(kinds, "cold", List.of(), true);
        cost.measure(kinds, "offline", List.of("-o"), false);
        JSON.writerWithDefaultPrettyPrinter().writeValue(Path.of(arguments[1]).toFile(), result);
    }

    private void measure(ArrayNode kinds, String kind, List<String> options, boolean freshCache) throws Exception {
        double[] plain = new double[RUNS];
        double[] ours = new double[RUNS];
        long plainPeak = 0;
        long ourPeak = 0;
        JsonNode usage = JSON.nullNode();
        run(check(options, freshCache));
        for (int i = 0; i < RUNS; i++) {
            LocalMaven.Run validate = run(List.of("validate", "-N"));
            validate = run(options.contains("-o") ? List.of("validate", "-o") : List.of("validate"));
            plain[i] = validate.seconds();
            plainPeak = Math.max(plainPeak, validate.peakKilobytes());
            LocalMaven.Run check = run(check(options, freshCache));
            ours[i] = check.seconds();
            ourPeak = Math.max(ourPeak, check.peakKilobytes());
            usage = JSON.readTree(output.resolve("report.json").toFile()).get("usage");
        }
        Arrays.sort(plain);
        Arrays.sort(ours);
        double over = ours[RUNS / 2] - plain[RUNS / 2];
        ObjectNode at = kinds.addObject().put("kind", kind);
        at.put("secondsOverValidate", Math.round(over * 100) / 100.0);
        at.put("validateSeconds", Math.round(plain[RUNS / 2] * 100) / 100.0);
        at.put("megabytesOverValidate", (ourPeak - plainPeak) / 1024);
        at.set("usage", usage);
        System.out.printf(
                Locale.ROOT,
                "%-8s %6.2f s over validate's %.2f s, %s requests %s, %d MB over%n",
                kind,
                over,
                plain[RUNS / 2],
                usage.path("requests"),
                usage.path("byHost"),
                (ourPeak - plainPeak) / 1024);
    }

    private List<String> check(List<String> options, boolean freshCache) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(GOAL, "-Dincident-advisor.outputDirectory=" + output));
        arguments.addAll(options);
        arguments.addAll(more);
        if (freshCache) {
            arguments.add("-Dincident-advisor.cacheDirectory=" + Files.createTempDirectory("cache"));
        }
        return arguments;
    }

    private LocalMaven.Run run(List<String> arguments) throws Exception {
        LocalMaven.Run run = LocalMaven.run(project, arguments);
        if (run.exit() != 0) {
            throw new IllegalStateException(run.log());
        }
        return run;
    }
}
