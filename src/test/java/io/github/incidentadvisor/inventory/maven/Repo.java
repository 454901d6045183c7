package io.github.incidentadvisor.inventory.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A file repository of POMs and empty jars, written by the test that needs it. */
public final class Repo {
    private final Path folder;
    private final Map<String, List<String>> versions = new TreeMap<>();

    public Repo(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** {@code coordinates} is {@code group:artifact:version}; each dependency is too. */
    public Repo library(String coordinates, String... dependencies) {
        StringBuilder body = new StringBuilder();
        for (String dependency : dependencies) {
            String[] d = dependency.split(":");
            body.append("<dependency><groupId>" + d[0] + "</groupId><artifactId>" + d[1] + "</artifactId><version>"
                    + d[2] + "</version></dependency>");
        }
        return pom(coordinates, "<dependencies>" + body + "</dependencies>");
    }

    /** A POM with anything in it. */
    public Repo pom(String coordinates, String body) {
        String[] c = coordinates.split(":");
        String packaging =
                body.contains("<packaging>") || body.contains("<dependencies>") ? "" : "<packaging>pom</packaging>";
        write(
                c,
                "pom",
                "<project><modelVersion>4.0.0</modelVersion><groupId>" + c[0] + "</groupId><artifactId>" + c[1]
                        + "</artifactId><version>" + c[2] + "</version>" + packaging + body + "</project>");
        versions.computeIfAbsent(c[0] + ":" + c[1], k -> new ArrayList<>()).add(c[2]);
        metadata(c[0], c[1]);
        return this;
    }

    /** The library's jar, with these entries. */
    public Repo jar(String coordinates, Map<String, byte[]> entries) {
        String[] c = coordinates.split(":");
        Path file = folder.resolve(c[0].replace('.', '/') + "/" + c[1] + "/" + c[2] + "/" + c[1] + "-" + c[2] + ".jar");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void metadata(String group, String artifact) {
        StringBuilder all = new StringBuilder();
        versions.get(group + ":" + artifact).forEach(v -> all.append("<version>" + v + "</version>"));
        Path file = folder.resolve(group.replace('.', '/') + "/" + artifact + "/maven-metadata.xml");
        write(
                file,
                "<metadata><groupId>" + group + "</groupId><artifactId>" + artifact
                        + "</artifactId><versioning><versions>" + all + "</versions></versioning></metadata>");
    }

    private void write(String[] c, String extension, String content) {
        write(
                folder.resolve(
                        c[0].replace('.', '/') + "/" + c[1] + "/" + c[2] + "/" + c[1] + "-" + c[2] + "." + extension),
                content);
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
