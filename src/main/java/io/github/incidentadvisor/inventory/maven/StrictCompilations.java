package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.Configuration;
import io.github.incidentadvisor.inventory.Policies.StrictCompilation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;

/** Which of a module's compilations a warning fails. */
final class StrictCompilations {
    private StrictCompilations() {}

    /** The packaging's own executions are there even when no POM says so: they have the plugin's configuration. */
    static List<StrictCompilation> of(String module, Plugin compiler) {
        Map<String, PluginExecution> byId = new LinkedHashMap<>();
        for (String id : List.of("default-compile", "default-testCompile")) {
            PluginExecution usual = new PluginExecution();
            usual.setId(id);
            usual.addGoal(id.substring("default-".length()));
            usual.setConfiguration(compiler.getConfiguration());
            byId.put(id, usual);
        }
        for (PluginExecution execution : compiler.getExecutions()) {
            PluginExecution usual = byId.get(execution.getId());
            if (execution.getGoals().isEmpty() && usual != null) {
                execution = execution.clone();
                execution.addGoal(usual.getGoals().get(0));
            }
            byId.put(execution.getId(), execution);
        }
        List<StrictCompilation> strict = new ArrayList<>();
        for (PluginExecution execution : byId.values()) {
            boolean tests = execution.getGoals().contains("testCompile");
            if (!"none".equals(execution.getPhase())
                    && (tests || execution.getGoals().contains("compile"))) {
                add(strict, module, execution, tests, compiler.getVersion());
            }
        }
        return strict;
    }

    private static void add(
            List<StrictCompilation> strict, String module, PluginExecution execution, boolean tests, String plugin) {
        Configuration configuration = Configurations.of(execution.getConfiguration());
        List<String> arguments = arguments(configuration, tests);
        if (!configuration.flag("failOnWarning", false) && !arguments.contains("-Werror")) {
            return;
        }
        strict.add(new StrictCompilation(
                module,
                execution.getId(),
                tests,
                arguments,
                configuration.text("showWarnings"),
                configuration.text("showDeprecation"),
                plugin == null ? "" : plugin));
    }

    /**
     * {@code compilerArgs} has one in each element, {@code compilerArgument} is one text, {@code compilerArguments} has names of
     * elements with or without a value; for tests the first is joined by {@code testCompilerArgument}.
     */
    private static List<String> arguments(Configuration configuration, boolean tests) {
        List<String> all = new ArrayList<>(configuration.list("compilerArgs"));
        for (String name : List.of("compilerArgument", tests ? "testCompilerArgument" : "compilerArgument")) {
            String one = configuration.text(name);
            if (!one.isEmpty() && !all.contains(one)) {
                all.add(one);
            }
        }
        configuration
                .child(
                        tests && configuration.child("testCompilerArguments").isPresent()
                                ? "testCompilerArguments"
                                : "compilerArguments")
                .ifPresent(old -> old.children()
                        .forEach(one -> all.add("-" + one.name().replaceFirst("^-", "")
                                + (one.value().isEmpty() ? "" : one.value()))));
        return all;
    }
}
