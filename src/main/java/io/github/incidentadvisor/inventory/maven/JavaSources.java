package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.SourceRoots;
import io.github.incidentadvisor.model.Component.Platform;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Resource;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Where a module's Java sources and resources are: the model's folders, and what build-helper-maven-plugin adds. */
final class JavaSources {
    private static final String HELPER = "org.codehaus.mojo:build-helper-maven-plugin";

    private JavaSources() {}

    /** @param items the module's, of which the Java level is taken */
    static SourceRoots of(EffectivePom pom, String root, List<Item> items) {
        if ("pom".equals(pom.model().getPackaging())) {
            return SourceRoots.NONE;
        }
        Build build = pom.model().getBuild();
        List<String> main = new ArrayList<>();
        List<String> test = new ArrayList<>();
        add(main, build == null ? null : build.getSourceDirectory(), "src/main/java", pom, root);
        add(test, build == null ? null : build.getTestSourceDirectory(), "src/test/java", pom, root);
        Plugin helper = build == null ? null : build.getPluginsAsMap().get(HELPER);
        if (helper != null) {
            for (PluginExecution execution : helper.getExecutions()) {
                boolean tests = execution.getGoals().contains("add-test-source");
                if (tests || execution.getGoals().contains("add-source")) {
                    named(execution).forEach(folder -> add(tests ? test : main, folder, folder, pom, root));
                }
            }
        }
        int release = items.stream()
                .filter(item -> item.component().equals(Platform.JAVA))
                .map(item -> item.version().text().replaceFirst("^1\\.", ""))
                .filter(text -> text.matches("\\d{1,3}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
        return new SourceRoots(main, test, resources(build, pom, root), release);
    }

    private static List<String> resources(Build build, EffectivePom pom, String root) {
        List<String> folders = new ArrayList<>();
        List<Resource> main = build == null ? List.of() : build.getResources();
        List<Resource> test = build == null ? List.of() : build.getTestResources();
        main.forEach(resource -> add(folders, resource.getDirectory(), "src/main/resources", pom, root));
        test.forEach(resource -> add(folders, resource.getDirectory(), "src/test/resources", pom, root));
        if (main.isEmpty()) {
            add(folders, null, "src/main/resources", pom, root);
        }
        if (test.isEmpty()) {
            add(folders, null, "src/test/resources", pom, root);
        }
        return folders.stream().distinct().toList();
    }

    private static List<String> named(PluginExecution execution) {
        List<String> folders = new ArrayList<>();
        if (execution.getConfiguration() instanceof Xpp3Dom configuration
                && configuration.getChild("sources") != null) {
            for (Xpp3Dom source : configuration.getChild("sources").getChildren()) {
                if (source.getValue() != null) {
                    folders.add(source.getValue().strip());
                }
            }
        }
        return folders;
    }

    /** Folders of the effective model are absolute, below the root of the tree; what lies outside is not ours to read. */
    private static void add(List<String> folders, String configured, String usual, EffectivePom pom, String root) {
        String folder = (configured == null ? usual : configured).replace('\\', '/');
        String module =
                pom.path().contains("/") ? pom.path().substring(0, pom.path().lastIndexOf('/') + 1) : "";
        String relative = folder.startsWith(root + "/") ? folder.substring(root.length() + 1) : module + folder;
        if (!folder.startsWith("/") || folder.startsWith(root + "/")) {
            folders.add(relative);
        }
    }
}
