package io.github.incidentadvisor.inventory;

import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the builds of a tree's modules check, and what those checks look at.
 *
 * @param trees the wishes of the modules that have a check which needs them
 * @param locks the lock file that a check compares with
 * @param unversioned dependencies for which neither the POM nor anything that it inherits or imports has a version
 * @param lacksBom whether a BOM cannot be had, so that what has no version may well have one
 * @param strict compilations that a warning fails
 */
public record Policies(
        List<Check> checks,
        Map<Key, Asked.Tree> trees,
        Map<Check, LockFile> locks,
        List<Unversioned> unversioned,
        boolean lacksBom,
        List<StrictCompilation> strict) {
    /** Rules that are judged; the rest is only known by name. */
    public static final Set<String> KNOWN = Set.of(
            "requireUpperBoundDeps",
            "dependencyConvergence",
            "bannedDependencies",
            "enforceBytecodeVersion",
            "banDuplicateClasses",
            "requireJavaVersion",
            "dependencyLock",
            "jenkinsCoreVersion");

    /** Tools that judge the sources; that one moves is known, not what it will say. */
    public static final Set<String> TOOLS = Set.of(
            "checkstyle", "spotbugs", "pmd", "cpd", "spotless", "forbiddenapis", "animalSniffer", "japicmp", "revapi");

    /** Rules of maven-enforcer-plugin and extra-enforcer-rules that no version of a dependency changes. */
    public static final Set<String> INDIFFERENT = Set.of(
            "alwaysFail",
            "alwaysPass",
            "banDependencyManagementScope",
            "banDistributionManagement",
            "banDuplicatePomDependencyVersions",
            "bannedRepositories",
            "evaluateBeanshell",
            "reactorModuleConvergence",
            "requireActiveProfile",
            "requireContributorRoles",
            "requireDeveloperRoles",
            "requireEncoding",
            "requireEnvironmentVariable",
            "requireExplicitDependencyScope",
            "requireFileChecksum",
            "requireFilesDontExist",
            "requireFilesExist",
            "requireFilesSize",
            "requireJavaVendor",
            "requireMatchingCoordinates",
            "requireMavenVersion",
            "requireNoRepositories",
            "requireOS",
            "requirePrerequisite",
            "requireProfileIdsExist",
            "requireProjectUrl",
            "requireProperty",
            "requirePropertyDiverges",
            "requireReleaseVersion",
            "requireSnapshotVersion",
            "requireTextFileChecksum");

    /** No build checks anything. */
    public static final Policies NONE = new Policies(List.of(), Map.of(), Map.of(), List.of(), false, List.of());

    public Policies {
        checks = List.copyOf(checks);
        trees = Map.copyOf(trees);
        locks = Map.copyOf(locks);
        unversioned = List.copyOf(unversioned);
        strict = List.copyOf(strict);
    }

    /** A module's tree as a check sees it. */
    public record Key(String module, View view) {}

    /** The tree that a check looks at; empty when its module's model could not be built. */
    public Optional<Asked.Tree> tree(Check check) {
        return Optional.ofNullable(trees.get(new Key(check.module(), check.view())));
    }

    /**
     * A file of locked dependencies.
     *
     * @param problem why it could not be read; empty when it was
     */
    public record LockFile(String path, List<Locked> entries, String problem) {
        public LockFile {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A line of a lock file.
     *
     * @param version as it stands there: a version, {@code ignored}, or {@code ${project.version}} for the module's own
     */
    public record Locked(Artifact artifact, Version version, String scope, Place place) {}

    /** @param module file of the POM that the complaint is about */
    public record Unversioned(String module, String ga, Place place) {}

    /**
     * A compilation with {@code -Werror} or {@code failOnWarning}: a warning that a change brings fails it.
     *
     * @param tests whether it compiles the tests
     * @param arguments what the compiler is told: {@code -Xlint:deprecation}, {@code -Xlint} …
     * @param showWarnings whether warnings are asked for; empty when the configuration leaves it to the plugin's release
     * @param showDeprecation whether each use of something deprecated is; empty likewise
     * @param plugin the compiler plugin's version; empty when no POM says one
     */
    public record StrictCompilation(
            String module,
            String execution,
            boolean tests,
            List<String> arguments,
            String showWarnings,
            String showDeprecation,
            String plugin) {
        public StrictCompilation {
            arguments = List.copyOf(arguments);
        }

        /** The options of the compiler that decide which warnings there are, as the plugin gives them; never empty. */
        public List<String> asking() {
            List<String> options = new ArrayList<>();
            if (showDeprecation.equals("true")) {
                options.add("-Xlint:deprecation");
            }
            if (showWarnings.equals("false")) {
                options.add("-nowarn");
            }
            arguments.stream()
                    .flatMap(argument -> Stream.of(argument.strip().split("\\s+")))
                    .filter(argument -> argument.startsWith("-Xlint") || argument.equals("-deprecation"))
                    .forEach(options::add);
            // What javac says unasked fails the build too; this option changes nothing of it.
            return options.isEmpty() ? List.of("-Xlint:-serial") : List.copyOf(options);
        }
    }
}
