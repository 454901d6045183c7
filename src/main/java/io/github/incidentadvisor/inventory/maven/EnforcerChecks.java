package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.Check.Tool;
import io.github.incidentadvisor.inventory.Configuration;
import io.github.incidentadvisor.inventory.View;
import io.github.incidentadvisor.inventory.View.Collector;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * The rules of maven-enforcer-plugin's executions. What dependencies a rule looks at differs between the plugin's releases;
 * read from its sources, 1.4.1 to 3.6.3 ({@code ResolverUtil}, before 3.3 {@code ResolveUtil}, before 3.2
 * {@code DependencyCollectorBuilder}, before 3.0.0 {@code DependencyTreeBuilder}).
 */
final class EnforcerChecks {
    static final String PLUGIN = "org.apache.maven.plugins:maven-enforcer-plugin";

    private static final Set<String> GOALS = Set.of("enforce", "enforce-once");

    /** Packages in which rules lie that an {@code implementation} names in full. */
    private static final List<String> KNOWN_PACKAGES = List.of(
            "org.apache.maven.plugins.enforcer.",
            "org.apache.maven.enforcer.rules.",
            "org.codehaus.mojo.extraenforcer.");

    /** Rules that open jars: they look at what is resolved. */
    private static final Set<String> OF_RESOLVED = Set.of("enforceBytecodeVersion", "banDuplicateClasses");

    private final Function<String, String> property;

    /** @param property a property's value as a plugin sees it; empty when nobody sets it */
    EnforcerChecks(Function<String, String> property) {
        this.property = property;
    }

    List<Check> of(String module, Tool plugin, String execution, List<String> goals, Configuration configuration) {
        boolean skipped =
                configuration.flag("skip", property.apply("enforcer.skip").equals("true"));
        if (skipped || goals.stream().noneMatch(GOALS::contains)) {
            return List.of();
        }
        boolean fails =
                configuration.flag("fail", !property.apply("enforcer.fail").equals("false"));
        Set<String> skippedRules = skippedRules(configuration);
        List<Check> checks = new ArrayList<>();
        for (Configuration rule :
                configuration.child("rules").map(Configuration::children).orElse(List.of())) {
            String name = name(rule);
            if (!skippedRules.contains(name)) {
                boolean warns = rule.text("level").equalsIgnoreCase("WARN");
                View view = view(name, plugin.version(), rule);
                checks.add(new Check(module, plugin, execution, name, fails && !warns, rule, view));
            }
        }
        return checks;
    }

    private Set<String> skippedRules(Configuration configuration) {
        List<String> configured = configuration.list("rulesToSkip");
        return configured.isEmpty()
                ? Set.of(property.apply("enforcer.skipRules").split(","))
                : Set.copyOf(configured);
    }

    /** Rules are spelt with either case, or stand as a class of any element name. */
    private static String name(Configuration rule) {
        String name = rule.name();
        for (String known : KNOWN_PACKAGES) {
            if (rule.implementation().startsWith(known)) {
                name = rule.implementation().substring(rule.implementation().lastIndexOf('.') + 1);
            }
        }
        if (!rule.implementation().isEmpty() && name.equals(rule.name())) {
            return rule.implementation();
        }
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static View view(String rule, String plugin, Configuration configuration) {
        if (OF_RESOLVED.contains(rule)) {
            return View.RESOLVED;
        }
        if (rule.equals("bannedDependencies")) {
            return new View(Set.of(), isAtLeast(plugin, "3.3.0"));
        }
        if (isAtLeast(plugin, "3.3.0")) {
            Set<String> scopes = configuration.child("excludedScopes").isPresent()
                    ? Set.copyOf(configuration.list("excludedScopes"))
                    : Set.of("test", "provided");
            return new View(scopes, true);
        }
        if (isAtLeast(plugin, "3.2.0")) {
            return rule.equals("dependencyConvergence") ? new View(Set.of("test", "provided"), true) : View.RESOLVED;
        }
        return new View(Set.of(), false, before32(plugin));
    }

    private static Collector before32(String plugin) {
        if (isAtLeast(plugin, "3.1.0")) {
            return Collector.WITH_PROVIDED_THEN_SHIPPED;
        }
        return isAtLeast(plugin, "3.0.0") ? Collector.WITH_PROVIDED : Collector.MAVEN_2;
    }

    /** A version that nobody names is the newest one. */
    private static boolean isAtLeast(String plugin, String release) {
        return plugin.isEmpty() || VersionOrder.MAVEN.compare(new Version(plugin), new Version(release)) >= 0;
    }
}
