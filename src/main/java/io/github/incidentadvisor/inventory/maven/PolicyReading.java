package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Asked;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.Check.Tool;
import io.github.incidentadvisor.inventory.Configuration;
import io.github.incidentadvisor.inventory.Policies;
import io.github.incidentadvisor.inventory.Policies.LockFile;
import io.github.incidentadvisor.inventory.Policies.StrictCompilation;
import io.github.incidentadvisor.inventory.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;

/** What the builds of all modules check. Trees are collected only for the checks that look at one. */
final class PolicyReading {
    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";
    private static final String LOCK = "se.vandmo:dependency-lock-maven-plugin";
    private static final String HPI = "org.jenkins-ci.tools:maven-hpi-plugin";

    /** Rules that ask for nobody's version. */
    private static final Set<String> WITHOUT_TREE = Set.of("requireJavaVersion");

    /** Plugins that judge the sources with a tool, the goals that fail the build, and the tool's name. */
    private static final Map<String, Map<String, String>> TOOLS = Map.of(
            "org.apache.maven.plugins:maven-checkstyle-plugin", Map.of("check", "checkstyle"),
            "com.github.spotbugs:spotbugs-maven-plugin", Map.of("check", "spotbugs", "verify", "spotbugs"),
            "org.apache.maven.plugins:maven-pmd-plugin", Map.of("check", "pmd", "cpd-check", "cpd"),
            "com.diffplug.spotless:spotless-maven-plugin", Map.of("check", "spotless"),
            "de.thetaphi:forbiddenapis", Map.of("check", "forbiddenapis", "testCheck", "forbiddenapis"),
            "org.codehaus.mojo:animal-sniffer-maven-plugin", Map.of("check", "animalSniffer"),
            "com.github.siom79.japicmp:japicmp-maven-plugin", Map.of("cmp", "japicmp"),
            "org.revapi:revapi-maven-plugin", Map.of("check", "revapi"));

    private final Tree tree;
    private final MavenContext context;
    private final AskedTrees trees;
    private final List<Check> checks = new ArrayList<>();
    private final List<StrictCompilation> strict = new ArrayList<>();
    private final Map<Policies.Key, Asked.Tree> asked = new HashMap<>();
    private final Map<Check, LockFile> locks = new HashMap<>();

    PolicyReading(Tree tree, MavenContext context, AskedTrees trees) {
        this.tree = tree;
        this.context = context;
        this.trees = trees;
    }

    Policies of(Collection<EffectivePom> poms, List<Policies.Unversioned> unversioned, boolean lacksBom) {
        poms.forEach(this::read);
        Set<Policies.Key> wanted = new HashSet<>();
        for (Check check : checks) {
            if (needsTree(check)) {
                wanted.add(new Policies.Key(check.module(), check.view()));
            }
        }
        Map<String, EffectivePom> byPath = new HashMap<>();
        poms.forEach(pom -> byPath.put(pom.path(), pom));
        List<Map.Entry<Policies.Key, Asked.Tree>> found = wanted.parallelStream()
                .map(key -> Map.entry(key, trees.of(byPath.get(key.module()), key.view())))
                .toList();
        found.forEach(entry -> asked.put(entry.getKey(), entry.getValue()));
        return new Policies(checks, asked, locks, unversioned, lacksBom, strict);
    }

    private static boolean needsTree(Check check) {
        boolean tool = TOOLS.containsKey(check.plugin().name());
        return !tool && Policies.KNOWN.contains(check.rule()) && !WITHOUT_TREE.contains(check.rule());
    }

    private void read(EffectivePom pom) {
        if (pom.model().getBuild() == null) {
            return;
        }
        for (Plugin plugin : pom.model().getBuild().getPlugins()) {
            String version = plugin.getVersion() == null ? "" : plugin.getVersion();
            Tool tool = new Tool(plugin.getKey(), version, additions(plugin));
            if (plugin.getKey().equals(COMPILER)) {
                strict.addAll(new StrictCompilations(pom.path(), name -> property(pom, name)).of(plugin));
            }
            boolean validated = false;
            for (PluginExecution execution : plugin.getExecutions()) {
                if (!"none".equals(execution.getPhase())) {
                    read(pom, tool, execution);
                    validated |= execution.getGoals().contains("validate-hpi");
                }
            }
            if (plugin.getKey().equals(HPI)
                    && !validated
                    && "hpi".equals(pom.model().getPackaging())) {
                // The life cycle of the packaging runs it; engines outside a running Maven do not see that.
                checks.add(check(pom, tool, "default-validate-hpi", "jenkinsCoreVersion", plugin.getConfiguration()));
            }
        }
    }

    private void read(EffectivePom pom, Tool tool, PluginExecution execution) {
        Configuration configuration = Configurations.of(execution.getConfiguration());
        List<String> goals = execution.getGoals();
        String id = execution.getId();
        if (tool.name().equals(EnforcerChecks.PLUGIN)) {
            checks.addAll(
                    new EnforcerChecks(name -> property(pom, name)).of(pom.path(), tool, id, goals, configuration));
        } else if (tool.name().equals(LOCK) && goals.contains("check")) {
            Check check = check(pom, tool, id, "dependencyLock", execution.getConfiguration());
            boolean skips = configuration.flag(
                    "skip", property(pom, "dependencyLock.skipCheck").equals("true"));
            if (!skips) {
                checks.add(check);
                locks.put(check, LockFiles.read(tree, LockFiles.path(check)));
            }
        } else if (tool.name().equals(HPI) && goals.contains("validate-hpi")) {
            checks.add(check(pom, tool, id, "jenkinsCoreVersion", execution.getConfiguration()));
        } else {
            Map<String, String> rules = TOOLS.getOrDefault(tool.name(), Map.of());
            goals.stream()
                    .filter(rules::containsKey)
                    .filter(goal -> !configuration.flag("skip", false))
                    .findFirst()
                    .ifPresent(goal -> checks.add(check(pom, tool, id, rules.get(goal), execution.getConfiguration())));
        }
    }

    private static Check check(EffectivePom pom, Tool tool, String execution, String rule, Object configuration) {
        return new Check(pom.path(), tool, execution, rule, true, Configurations.of(configuration), View.RESOLVED);
    }

    private static List<String> additions(Plugin plugin) {
        return plugin.getDependencies().stream()
                .map(added -> added.getGroupId() + ":" + added.getArtifactId() + ":" + added.getVersion())
                .toList();
    }

    /** What a plugin sees in place of {@code ${name}}: the command line wins over the POM. */
    private String property(EffectivePom pom, String name) {
        String given = context.userProperties().getProperty(name);
        return given != null ? given : pom.model().getProperties().getProperty(name, "");
    }
}
