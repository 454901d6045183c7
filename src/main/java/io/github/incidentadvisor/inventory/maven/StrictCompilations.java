package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.Configuration;
import io.github.incidentadvisor.inventory.Policies.StrictCompilation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;

/** Which of a module's compilations a warning fails. */
final class StrictCompilations {
    private final String module;
    private final Function<String, String> property;

    /** @param property a property's value as a plugin sees it; empty when nobody sets it */
    StrictCompilations(String module, Function<String, String> property) {
        this.module = module;
        this.property = property;
    }

    /** The packaging's own executions are there even when no POM says so: they have the plugin's configuration. */
    List<StrictCompilation> of(Plugin compiler) {
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
                add(strict, execution, tests, compiler.getVersion());
            }
        }
        return strict;
    }

    private void add(List<StrictCompilation> strict, PluginExecution execution, boolean tests, String plugin) {
        Configuration configuration = Configurations.of(execution.getConfiguration());
        List<String> arguments = arguments(configuration, tests);
        if (!said(configuration, "failOnWarning").equals("true") && !arguments.contains("-Werror")) {
            return;
        }
        strict.add(new StrictCompilation(
                module,
                execution.getId(),
                tests,
                arguments,
                said(configuration, "showWarnings"),
                said(configuration, "showDeprecation"),
                plugin == null ? "" : plugin));
    }

    private String said(Configuration configuration, String name) {
        String configured = configuration.text(name);
        return configured.isEmpty() ? property.apply("maven.compiler." + name) : configured;
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
