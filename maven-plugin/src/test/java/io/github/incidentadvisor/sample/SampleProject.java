package io.github.incidentadvisor.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Lays the sample project out as a real one: a git repository with a history and a branch that proposes an upgrade, and a
 * repository of files with the two versions of a library.
 *
 * @param project the working directory, on the branch {@code upgrade}
 * @param settings a settings.xml that knows the repository of files
 */
public record SampleProject(Path project, Path settings) {
    private static final Path SOURCE = Path.of("src", "sample");

    /** @param arguments the folder to lay it out in; what is there is taken away first */
    public static void main(String[] arguments) throws Exception {
        Path module = Path.of(System.getProperty("sample.module", "."));
        SampleProject sample = layOut(module.resolve(SOURCE), Path.of(arguments[0]));
        System.out.println("The sample project is in " + sample.project());
    }

    /** @param source the folder {@code src/sample} of this module */
    public static SampleProject layOut(Path source, Path target) throws IOException, GitAPIException {
        Path folder = target.toAbsolutePath().normalize();
        delete(folder);
        Path repository = folder.resolve("repository");
        for (String version : List.of("1.4.0", "2.0.0")) {
            library(source.resolve("library"), version, folder.resolve("classes"), repository);
        }
        versions(repository.resolve("com/example/client/ledger-client"));
        Path settings = folder.resolve("settings.xml");
        Files.writeString(settings, settings(repository));
        Path project = folder.resolve("ledger");
        history(source, project);
        return new SampleProject(project, settings);
    }

    private static void history(Path source, Path project) throws IOException, GitAPIException {
        copy(source.resolve("project"), project);
        Path pom = project.resolve("pom.xml");
        String first = Files.readString(pom);
        try (Git git = Git.init()
                .setDirectory(project.toFile())
                .setInitialBranch("main")
                .call()) {
            git.getRepository().getConfig().setBoolean("commit", null, "gpgsign", false);
            commit(git, "The ledger service", "2025-06-12T09:00:00Z");
            Files.writeString(pom, first.replace("<ledger-client.version>1.4.0", "<ledger-client.version>2.0.0"));
            commit(git, "ledger-client 2.0.0", "2026-09-16T08:30:00Z");
            Files.writeString(pom, first);
            commit(
                    git,
                    "Revert \"ledger-client 2.0.0\"\n\nPostings failed at start-up: ledger.url is not read any more.",
                    "2026-09-16T15:10:00Z");
            git.checkout().setCreateBranch(true).setName("upgrade").call();
            copy(source.resolve("change"), project);
            commit(git, "Spring Boot 3.5, ledger-client 2.0, Java 21 in the image", "2026-11-20T10:00:00Z");
        }
    }

    private static void commit(Git git, String message, String when) throws GitAPIException {
        PersonIdent author = new PersonIdent("Sample", "sample@example.com", Instant.parse(when), ZoneOffset.UTC);
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage(message)
                .setAuthor(author)
                .setCommitter(author)
                .setSign(false)
                .call();
    }

    private static void library(Path source, String version, Path classes, Path repository) throws IOException {
        Path target = classes.resolve(version);
        Files.createDirectories(target);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-g", "-d", target.toString()));
        try (var files = Files.walk(source.resolve(version))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .sorted()
                    .forEach(arguments::add);
        }
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IOException("the sample library " + version + " does not compile");
        }
        Path notes = target.resolve("META-INF/RELEASE-NOTES.md");
        Files.createDirectories(notes.getParent());
        Files.copy(source.resolve("RELEASE-NOTES.md"), notes);
        Path home = repository.resolve("com/example/client/ledger-client").resolve(version);
        Files.createDirectories(home);
        jar(target, home.resolve("ledger-client-" + version + ".jar"));
        Files.writeString(home.resolve("ledger-client-" + version + ".pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example.client</groupId>
                  <artifactId>ledger-client</artifactId>
                  <version>%s</version>
                </project>
                """.formatted(version));
    }

    private static void jar(Path classes, Path jar) throws IOException {
        TreeMap<String, Path> entries = new TreeMap<>();
        try (var files = Files.walk(classes)) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            entries.put(classes.relativize(file).toString().replace('\\', '/'), file));
        }
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                ZipEntry at = new ZipEntry(entry.getKey());
                at.setTime(0);
                zip.putNextEntry(at);
                Files.copy(entry.getValue(), zip);
                zip.closeEntry();
            }
        }
    }

    private static void versions(Path artifact) throws IOException {
        Files.writeString(artifact.resolve("maven-metadata.xml"), """
                <metadata>
                  <groupId>com.example.client</groupId>
                  <artifactId>ledger-client</artifactId>
                  <versioning>
                    <release>2.0.0</release>
                    <versions>
                      <version>1.4.0</version>
                      <version>2.0.0</version>
                    </versions>
                    <lastUpdated>20260914080000</lastUpdated>
                  </versioning>
                </metadata>
                """);
    }

    private static String settings(Path repository) {
        return """
                <settings>
                  <profiles>
                    <profile>
                      <id>sample</id>
                      <repositories>
                        <repository>
                          <id>sample</id>
                          <url>%s</url>
                          <releases><checksumPolicy>ignore</checksumPolicy></releases>
                        </repository>
                      </repositories>
                    </profile>
                  </profiles>
                  <activeProfiles>
                    <activeProfile>sample</activeProfile>
                  </activeProfiles>
                </settings>
                """.formatted(repository.toUri());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
