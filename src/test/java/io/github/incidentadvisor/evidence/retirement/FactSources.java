package io.github.incidentadvisor.evidence.retirement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.evidence.Retirement;
import io.github.incidentadvisor.evidence.Retirement.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The bundled retirement facts against the files of public repositories that such facts are kept in. */
public final class FactSources {
    private static final String CFN_LINT = "aws-cloudformation/cfn-lint";
    private static final String TFLINT = "terraform-linters/tflint-ruleset-aws";
    private static final String AZURE = "MicrosoftDocs/azure-compute-docs";
    private static final String ENGINES =
            "src/cfnlint/data/schemas/extensions/aws_rds_%s/engine_version_deprecated.json";

    private static final Pattern ROW =
            Pattern.compile("\\|([^|]+)\\|[^|]*(?:Announced|Retired)[^|]*\\|[^|]*\\|\\s*(\\d+)/(\\d+)/(\\d+)\\s*\\|.*");

    private final List<Fact> facts = RetirementTable.bundled().facts();
    private final BiFunction<String, String, Optional<String>> files;
    private final List<String> said = new ArrayList<>();
    private int compared;

    /** @param files the text of a file of a repository, by repository and path */
    private FactSources(BiFunction<String, String, Optional<String>> files) {
        this.files = files;
    }

    /** A line for each fact that differs or is missing, and one for each file that is not there; then a line that counts. */
    public static List<String> compare(BiFunction<String, String, Optional<String>> files) {
        FactSources sources = new FactSources(files);
        sources.with(
                CFN_LINT,
                "src/cfnlint/data/AdditionalSpecs/LmbdRuntimeLifecycle.json",
                text -> sources.runtimes(json(text), "deprecated", "create-block", "update-block"));
        sources.with(
                TFLINT,
                "rules/lambda_deprecated_runtime/deprecated_runtimes.json",
                text -> sources.runtimes(
                        json(text).path("runtimes"), "end_of_support_date", "block_create_date", "block_update_date"));
        sources.with(CFN_LINT, ENGINES.formatted("dbinstance"), text -> sources.engines(json(text)));
        sources.with(CFN_LINT, ENGINES.formatted("dbcluster"), text -> sources.engines(json(text)));
        sources.with(AZURE, "articles/virtual-machines/sizes/retirement/retired-sizes-list.md", sources::sizes);
        sources.said.add(sources.compared + " entries compared");
        return List.copyOf(sources.said);
    }

    private void with(String repository, String path, java.util.function.Consumer<String> use) {
        Optional<String> text = files.apply(repository, path);
        text.ifPresentOrElse(use, () -> said.add("not compared: " + repository + " " + path + " is not there"));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void runtimes(JsonNode runtimes, String deprecated, String create, String update) {
        runtimes.properties().forEach(runtime -> {
            String id = "aws-lambda-runtime-" + runtime.getKey();
            JsonNode theirs = runtime.getValue();
            Optional<Retirement> ours = fact(id);
            if (ours.isEmpty()) {
                missing(id, theirs.toString());
                return;
            }
            compared++;
            day(ours.get(), "deprecated", theirs.path(deprecated));
            day(ours.get(), "creation of functions blocked", theirs.path(create));
            day(ours.get(), "updates of functions blocked", theirs.path(update));
            String successor = theirs.path("successor").asText("null");
            if (!successor.equals("null") && !ours.get().successors().contains(successor)) {
                said.add(id + ": successor is " + ours.get().successors() + " here, " + successor + " there");
            }
        });
    }

    private void day(Retirement ours, String phase, JsonNode theirs) {
        if (theirs.isTextual()) {
            day(ours, phase, theirs.asText().substring(0, 10));
        }
    }

    private void day(Retirement ours, String phase, String theirs) {
        String day = ours.phases().stream()
                .filter(one -> one.what().equals(phase))
                .map(Phase::on)
                .map(Object::toString)
                .findFirst()
                .orElse("no day");
        if (!day.equals(theirs)) {
            said.add(ours.id() + ": " + phase + " is " + day + " here, " + theirs + " there");
        }
    }

    private void engines(JsonNode schema) {
        for (JsonNode rule : schema.path("allOf")) {
            JsonNode properties = rule.path("if").path("properties");
            String engine = properties.path("Engine").path("const").asText();
            Pattern line = Pattern.compile(engine.contains("mysql") ? "\\d+\\.\\d+" : "\\d+");
            Set<String> theirs = new TreeSet<>();
            properties.path("EngineVersion").path("enum").forEach(version -> theirs.add(version.asText()));
            // What names a whole line floats, and is left out on purpose.
            theirs.removeIf(version -> line.matcher(version).matches());
            String id = "aws-rds-deprecated-" + engine;
            Optional<Set<String>> ours = versions(id);
            if (ours.isEmpty()) {
                missing(id, theirs.size() + " versions");
                continue;
            }
            compared++;
            difference(id, "only here", ours.get(), theirs);
            difference(id, "only there", theirs, ours.get());
        }
    }

    private void difference(String id, String where, Set<String> some, Set<String> others) {
        Set<String> more = new TreeSet<>(some);
        more.removeAll(others);
        if (!more.isEmpty()) {
            said.add(id + ": " + where + " " + more);
        }
    }

    private void sizes(String page) {
        Map<String, Retirement> series = facts.stream()
                .map(Fact::retirement)
                .filter(fact -> fact.id().startsWith("azure-vm-"))
                .collect(Collectors.toMap(fact -> fact.id().substring("azure-vm-".length()), fact -> fact));
        page.lines().map(ROW::matcher).filter(Matcher::matches).forEach(row -> {
            String name = row.group(1)
                    .strip()
                    .replaceFirst("^Standard_", "")
                    .replaceFirst("(?i)[- ]series", "")
                    .replaceFirst("\\s*\\(V1\\)", "-v1")
                    .replaceFirst("/.*|-NC.*", "");
            int first = Integer.parseInt(row.group(2));
            int second = Integer.parseInt(row.group(3));
            // Most days are month first; a number beyond 12 tells the others.
            int month = first > 12 ? second : first;
            int day = first > 12 ? first : second;
            String on = "20" + row.group(4) + String.format("-%02d-%02d", month, day);
            if (!series.containsKey(name)) {
                missing("azure-vm-" + name, on);
                return;
            }
            compared++;
            day(series.get(name), "switched off", on);
        });
    }

    private void missing(String id, String what) {
        said.add(id + ": not here; there " + what);
    }

    private Optional<Retirement> fact(String id) {
        return facts.stream()
                .map(Fact::retirement)
                .filter(fact -> fact.id().equals(id))
                .findFirst();
    }

    private Optional<Set<String>> versions(String id) {
        return facts.stream()
                .filter(fact -> fact.retirement().id().equals(id))
                .findFirst()
                .map(fact -> ((AttributeMark) fact.marks().get(0)).values().exact());
    }
}
