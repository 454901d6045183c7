package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.changes.Changes;
import io.github.incidentadvisor.evidence.BuildPolicy.Answer;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.maven.MavenArtifacts;
import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.inventory.maven.MavenInventory;
import io.github.incidentadvisor.inventory.maven.PlainMaven;
import io.github.incidentadvisor.inventory.maven.Repo;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.risk.BuildPolicies;
import io.github.incidentadvisor.risk.Situation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.aether.repository.RemoteRepository;

/** A project before and after a change, and a repository of what it depends on. */
final class Builds {
    private final Path folder;
    private final Repo repo;
    private final Map<String, String> base = new LinkedHashMap<>();
    private final Map<String, String> head = new LinkedHashMap<>();
    private final Properties user = new Properties();

    Builds(Path folder) {
        this.folder = folder;
        this.repo = new Repo(folder.resolve("repo"));
    }

    Repo repo() {
        return repo;
    }

    /** A file of both sides. */
    Builds file(String path, String content) {
        base.put(path, content);
        head.put(path, content);
        return this;
    }

    /** What the change does to a file. */
    Builds change(String path, String from, String to) {
        if (!head.get(path).contains(from)) {
            throw new IllegalArgumentException("'" + from + "' is not in " + path);
        }
        head.put(path, head.get(path).replace(from, to));
        return this;
    }

    Builds change(String from, String to) {
        return change("pom.xml", from, to);
    }

    Builds property(String name, String value) {
        user.setProperty(name, value);
        return this;
    }

    private record Sides(Inventory before, Inventory after, Answer answer) {}

    private Sides compared() {
        Path before = written("before", base);
        Path after = written("after", head);
        MavenContext context = PlainMaven.over(
                List.of(new RemoteRepository.Builder(
                                "test", "default", repo.folder().toUri().toString())
                        .build()),
                folder.resolve("local"),
                after,
                false,
                user);
        MavenInventory maven = new MavenInventory(context, new Requests());
        Inventory was = maven.read(FolderTree.of(before), Progress.SILENT);
        Inventory is = maven.read(FolderTree.of(after), Progress.SILENT);
        MavenArtifacts artifacts = new MavenArtifacts(context, new Requests());
        return new Sides(was, is, new ProjectPolicies(FolderTree.of(after), was, is, artifacts, "17.0.9").compare());
    }

    private Path written(String side, Map<String, String> files) {
        Path root = folder.resolve(side);
        try {
            for (var file : files.entrySet()) {
                Path path = root.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root;
    }

    /** What the checks object to that they did not object to before, as sentences. */
    List<String> objections() {
        return compared().answer().violations().stream()
                .map(one -> one.effect() + " " + one.rule() + " in " + one.module() + ": " + one.reason())
                .toList();
    }

    List<String> gaps() {
        return compared().answer().gaps().stream()
                .map(gap -> gap.what() + ": " + gap.reason())
                .toList();
    }

    Inventory after() {
        return compared().after();
    }

    List<Finding> findings() {
        Sides sides = compared();
        Situation situation = new Situation(
                Mode.CHANGE,
                sides.after(),
                Changes.between(sides.before(), sides.after(), VersionOrder.MAVEN),
                LocalDate.of(2026, 11, 25));
        return new BuildPolicies(sides.answer())
                .apply(situation).stream().map(found -> found.finding()).toList();
    }

    /** A POM of {@code g:app:1} with anything in it. */
    static String pom(String... parts) {
        return "<project>\n<modelVersion>4.0.0</modelVersion>\n<groupId>g</groupId><artifactId>app</artifactId>"
                + "<version>1</version>\n" + String.join("\n", parts) + "\n</project>\n";
    }

    /** {@code group:artifact:version[:scope]} of each. */
    static String dependencies(String... coordinates) {
        StringBuilder all = new StringBuilder("<dependencies>\n");
        for (String one : coordinates) {
            all.append(dependency(one)).append('\n');
        }
        return all + "</dependencies>";
    }

    static String dependency(String coordinates) {
        String[] c = coordinates.split(":");
        return "<dependency><groupId>" + c[0] + "</groupId><artifactId>" + c[1] + "</artifactId>"
                + (c.length > 2 && !c[2].isEmpty() ? "<version>" + c[2] + "</version>" : "")
                + (c.length > 3 ? "<scope>" + c[3] + "</scope>" : "") + "</dependency>";
    }

    static String managing(String... coordinates) {
        return "<dependencyManagement>" + dependencies(coordinates) + "</dependencyManagement>";
    }

    /** The enforcer of a release with one execution of these rules. */
    static String enforcer(String version, String rules) {
        return build(enforcerPlugin(version, "", execution("check", rules)));
    }

    static String build(String plugins) {
        return "<build><plugins>\n" + plugins + "\n</plugins></build>";
    }

    static String enforcerPlugin(String version, String configuration, String executions) {
        return "<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-enforcer-plugin</artifactId>"
                + (version.isEmpty() ? "" : "<version>" + version + "</version>") + configuration + "<executions>"
                + executions + "</executions></plugin>";
    }

    static String execution(String id, String rules) {
        return "<execution><id>" + id + "</id><goals><goal>enforce</goal></goals><configuration><rules>" + rules
                + "</rules></configuration></execution>";
    }
}
