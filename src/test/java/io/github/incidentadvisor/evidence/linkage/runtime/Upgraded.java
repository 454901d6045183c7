package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.Behaviours.Answer;
import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.inventory.Inventory.SourceRoots;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project of one module over jars that the test writes, before and after. */
final class Upgraded {
    private final Path folder;
    private final Map<Coordinates, Path> files = new LinkedHashMap<>();
    private final List<Item> base = new ArrayList<>();
    private final List<Item> head = new ArrayList<>();
    private final Set<String> incomplete = new HashSet<>();
    private int release;

    /** @param folder an empty one */
    Upgraded(Path folder) {
        this.folder = folder;
        project("pom.xml", "<project/>");
    }

    /** A file of the project. */
    Upgraded project(String path, String content) {
        write(folder.resolve("project").resolve(path), content);
        return this;
    }

    Upgraded before(String coordinates, Jarred jar) {
        base.add(item(coordinates, Role.DIRECT, jar));
        return this;
    }

    Upgraded after(String coordinates, Jarred jar) {
        head.add(item(coordinates, Role.DIRECT, jar));
        return this;
    }

    /** A jar of both sides. */
    Upgraded always(String coordinates, Jarred jar) {
        return before(coordinates, jar).after(coordinates, jar);
    }

    /** A jar after the change that no repository has. */
    Upgraded afterWithoutFile(String coordinates) {
        head.add(item(named(coordinates), coordinates.split(":")[2], Role.DIRECT));
        return this;
    }

    Upgraded plugin(String ga, String from, String before, String to, String after) {
        base.add(item(ga + ":" + from, Role.PLUGIN, jar().file("META-INF/maven/plugin.xml", before)));
        head.add(item(ga + ":" + to, Role.PLUGIN, jar().file("META-INF/maven/plugin.xml", after)));
        return this;
    }

    Upgraded wrapper(String maven) {
        head.add(item(Platform.MAVEN, maven, Role.PLATFORM));
        return this;
    }

    Upgraded release(int level) {
        release = level;
        return this;
    }

    /** The head's POM does not say all of its class path. */
    Upgraded incomplete() {
        incomplete.add("pom.xml");
        return this;
    }

    private Item item(String coordinates, Role role, Jarred jar) {
        Artifact artifact = named(coordinates);
        String version = coordinates.split(":")[2];
        Path file = folder.resolve("jars").resolve(coordinates.replace(':', '-') + ".jar");
        write(file, jar.bytes());
        files.put(new Coordinates(artifact, new Version(version)), file);
        return item(artifact, version, role);
    }

    private static Item item(Component component, String version, Role role) {
        Place place = new Place("pom.xml", 1);
        Declaration declaration = new Declaration(place, place, version, "", "", "");
        return new Item(
                component,
                new Version(version),
                role,
                "pom.xml",
                "compile",
                false,
                declaration,
                List.of(),
                Version.NONE);
    }

    private static Artifact named(String coordinates) {
        return Artifact.of(coordinates.split(":")[0], coordinates.split(":")[1]);
    }

    Answer compare() {
        return new RuntimeBehaviours(
                        FolderTree.of(folder.resolve("project")),
                        inventory(base, Set.of()),
                        inventory(head, incomplete),
                        new Known(files))
                .compare();
    }

    /** {@code EFFECT file:line sentence}. */
    List<String> found() {
        return compare().behaviours().stream()
                .map(one -> one.effect() + " " + one.place() + " " + one.message())
                .toList();
    }

    List<String> fixes() {
        return compare().behaviours().stream()
                .map(one -> one.instead() + (one.landsFirst() ? " (first)" : ""))
                .toList();
    }

    List<String> quotes() {
        return compare().behaviours().stream()
                .map(Behaviour::measured)
                .map(measured -> measured.source() + ": " + measured.quote())
                .toList();
    }

    List<String> gaps() {
        return compare().gaps().stream()
                .map(gap -> gap.what() + ": " + gap.reason() + (gap.place().isKnown() ? " at " + gap.place() : ""))
                .toList();
    }

    private Inventory inventory(List<Item> items, Set<String> unsure) {
        SourceRoots roots = new SourceRoots(
                List.of("src/main/java"),
                List.of("src/test/java"),
                List.of("src/main/resources", "src/test/resources"),
                release);
        Module module = new Module("pom.xml", "own", "app", "1", "jar", List.of(), List.of(), roots, Set.of());
        return new Inventory(List.of(module), items, List.of(), List.of(), unsure, List.of());
    }

    private record Known(Map<Coordinates, Path> all) implements Artifacts {
        @Override
        public Map<Coordinates, Path> files(Collection<Coordinates> wanted) {
            Map<Coordinates, Path> found = new LinkedHashMap<>(all);
            found.keySet().retainAll(new HashSet<>(wanted));
            return found;
        }

        @Override
        public List<Gap> gaps() {
            return List.of();
        }
    }

    static Jarred jar() {
        return new Jarred();
    }

    /** A jar in the making. */
    static final class Jarred {
        private final Map<String, byte[]> entries = new TreeMap<>();
        private final Map<String, String> sources = new TreeMap<>();
        private byte[] raw;

        Jarred file(String path, String content) {
            entries.put(path, content.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Jarred file(String path, byte[] content) {
            entries.put(path, content);
            return this;
        }

        Jarred metadata(String json) {
            return file("META-INF/spring-configuration-metadata.json", json);
        }

        /** A class, compiled with the other classes of this jar. */
        Jarred type(String name, String source) {
            sources.put(name, source);
            return this;
        }

        /** What stands in the place of a jar. */
        Jarred raw(byte[] bytes) {
            raw = bytes;
            return this;
        }

        byte[] bytes() {
            if (raw != null) {
                return raw;
            }
            if (!sources.isEmpty()) {
                entries.putAll(compiled(sources));
                sources.clear();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    private static Map<String, byte[]> compiled(Map<String, String> sources) {
        Map<String, ByteArrayOutputStream> classes = new TreeMap<>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null);
        JavaFileManager files = new ForwardingJavaFileManager<>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return classes.computeIfAbsent(
                                name.replace('.', '/') + ".class", path -> new ByteArrayOutputStream());
                    }
                };
            }
        };
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, source) -> units.add(
                new SimpleJavaFileObject(
                        URI.create("source:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                }));
        List<String> options = List.of("-proc:none", "--release", "17", "-cp", "");
        if (!compiler.getTask(null, files, null, options, null, units).call()) {
            throw new IllegalStateException("the fixture does not compile");
        }
        Map<String, byte[]> bytes = new TreeMap<>();
        classes.forEach((path, content) -> bytes.put(path, content.toByteArray()));
        return bytes;
    }

    private static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
