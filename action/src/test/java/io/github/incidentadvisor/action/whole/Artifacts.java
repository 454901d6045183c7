package io.github.incidentadvisor.action.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A Maven repository of files: what this build has made of ourselves, and small libraries compiled on the spot. */
record Artifacts(Path folder) {
    static final String VERSION = System.getProperty("built.version", "1.0.0-SNAPSHOT");

    /** The plugin, the engine and the parent, as the reactor has just built them. */
    Artifacts withOurselves() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        put("incident-advisor-parent", root.resolve("pom.xml"), null);
        put("incident-advisor-engine", root.resolve("src/pom.xml"), root.resolve("src/target"));
        put("incident-advisor-maven-plugin", root.resolve("maven-plugin/pom.xml"), root.resolve("maven-plugin/target"));
        return this;
    }

    private void put(String artifact, Path pom, Path target) throws IOException {
        Path home = home("io/github/incident-advisor", artifact, VERSION);
        Files.copy(pom, home.resolve(artifact + "-" + VERSION + ".pom"));
        if (target != null) {
            Path jar = target.resolve(artifact + "-" + VERSION + ".jar");
            if (!Files.exists(jar)) {
                throw new AssertionError(jar + " is not built: run mvn verify from the root of the repository");
            }
            Files.copy(jar, home.resolve(jar.getFileName().toString()));
        }
    }

    /** The publisher's jar, where a release would have put it. */
    Artifacts with(Path publisher) throws IOException {
        String artifact = "incident-advisor-action";
        Path home = home("io/github/incident-advisor", artifact, VERSION);
        Files.copy(Path.of("pom.xml"), home.resolve(artifact + "-" + VERSION + ".pom"));
        Files.copy(publisher, home.resolve(artifact + "-" + VERSION + "-all.jar"));
        return this;
    }

    Artifacts library(String artifact, String version, Map<String, String> sources) throws IOException {
        return library(artifact, version, sources, "", Map.of());
    }

    /**
     * @param classpath what the sources are compiled against
     * @param resources further files of the jar
     */
    Artifacts library(
            String artifact,
            String version,
            Map<String, String> sources,
            String classpath,
            Map<String, String> resources)
            throws IOException {
        Path home = home("com/example", artifact, version);
        Files.write(home.resolve(artifact + "-" + version + ".jar"), jar(sources, classpath, resources));
        Files.writeString(home.resolve(artifact + "-" + version + ".pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                </project>
                """.formatted(artifact, version));
        return this;
    }

    private Path home(String group, String artifact, String version) throws IOException {
        return Files.createDirectories(folder.resolve(group).resolve(artifact).resolve(version));
    }

    private static byte[] jar(Map<String, String> sources, String classpath, Map<String, String> resources)
            throws IOException {
        Path work = Files.createTempDirectory("library");
        Path classes = Files.createDirectories(work.resolve("classes"));
        List<String> arguments =
                new ArrayList<>(List.of("--release", "17", "-g", "-cp", classpath, "-d", classes.toString()));
        for (Map.Entry<String, String> one : sources.entrySet()) {
            Path file = work.resolve("src").resolve(one.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, one.getValue());
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new AssertionError("the library does not compile");
        }
        for (Map.Entry<String, String> one : resources.entrySet()) {
            Path file = classes.resolve(one.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, one.getValue());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes);
                var files = Files.walk(classes)) {
            Map<String, Path> entries = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> entries.put(classes.relativize(file).toString(), file));
            for (Map.Entry<String, Path> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                Files.copy(entry.getValue(), jar);
            }
        }
        return bytes.toByteArray();
    }
}
