package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.ReleaseNotes.Step;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Component.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Notes that are at hand without a request: in a folder of the user's, and inside the jar or the sources beside it. */
public final class NearNotes {
    private static final int LARGEST = 4 << 20;
    private static final int MOST_ENTRIES = 200_000;
    private static final int MOST_FILES = 2_000;
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)(?:META-INF/)?(?:release[-_ ]?notes|change[-_ ]?log|changes|news|whats-?new)(?:\\.(?:md|markdown|txt|adoc|html|xml))?");

    private final Optional<Path> folder;
    private final Artifacts artifacts;

    /** @param folder of files named for the artifacts that they are about; need not exist */
    public NearNotes(Optional<Path> folder, Artifacts artifacts) {
        this.folder = folder;
        this.artifacts = artifacts;
    }

    void read(Step step, Collected collected, List<String> lookedAt) {
        if (!(step.component() instanceof Artifact artifact)) {
            return;
        }
        NameHints names = NameHints.of(artifact, Optional.empty());
        folder.filter(Files::isDirectory).ifPresent(root -> inFolder(root, artifact, names, collected, lookedAt));
        if (!collected.hasTarget() && isJar(artifact)) {
            Coordinates coordinates = new Coordinates(artifact, step.to());
            Path jar = artifacts.files(List.of(coordinates)).get(coordinates);
            if (jar != null) {
                inJar(jar, coordinates.toString(), names, collected, lookedAt);
                Path sources = jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", "-sources.jar"));
                if (!collected.hasTarget() && !sources.equals(jar) && Files.isRegularFile(sources)) {
                    inJar(sources, coordinates + ":sources", names, collected, lookedAt);
                }
            }
        }
    }

    private static boolean isJar(Artifact artifact) {
        return artifact.type().equals("jar") || artifact.type().equals("maven-plugin");
    }

    private static void inFolder(
            Path root, Artifact artifact, NameHints names, Collected collected, List<String> lookedAt) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(root, 3)) {
            walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES)
                    .filter(file -> isOf(root.relativize(file).toString().replace('\\', '/'), artifact))
                    .sorted(Comparator.comparing(Path::toString))
                    .forEach(files::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            lookedAt.add(root.getFileName() + " (cannot be read)");
        }
        for (Path file : files) {
            String shown =
                    root.getFileName() + "/" + root.relativize(file).toString().replace('\\', '/');
            try (InputStream in = Files.newInputStream(file)) {
                take(shown, in.readNBytes(LARGEST), names, collected, lookedAt);
            } catch (IOException e) {
                lookedAt.add(shown + " (cannot be read)");
            }
        }
    }

    /** {@code lib.md}, {@code org.acme.lib.md}, {@code org.acme/lib.md} or whatever is in {@code lib/} or {@code org.acme/lib/}. */
    private static boolean isOf(String path, Artifact artifact) {
        String stem =
                path.replaceFirst("\\.(?:md|markdown|txt|adoc|html?|xml)$", "").toLowerCase(Locale.ROOT);
        String name = artifact.artifact().toLowerCase(Locale.ROOT);
        String group = artifact.group().toLowerCase(Locale.ROOT);
        return stem.equals(name)
                || stem.equals(group + "." + name)
                || stem.equals(group + "/" + name)
                || stem.startsWith(name + "/")
                || stem.startsWith(group + "/" + name + "/");
    }

    private static void inJar(Path jar, String shown, NameHints names, Collected collected, List<String> lookedAt) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            for (int i = 0; entries.hasMoreElements() && i < MOST_ENTRIES; i++) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory() || !INSIDE.matcher(entry.getName()).matches()) {
                    continue;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    // Whatever size the entry claims, no more than this is unpacked.
                    take(shown + ", " + entry.getName(), in.readNBytes(LARGEST), names, collected, lookedAt);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            lookedAt.add(shown + " (cannot be opened)");
        }
    }

    private static void take(String shown, byte[] bytes, NameHints names, Collected collected, List<String> lookedAt) {
        try {
            NotesDocument document = NoteFile.read(shown, bytes, names);
            collected.add(document, shown, line -> "");
            lookedAt.add(shown + " (" + Remarks.of(document, collected.range()) + ")");
        } catch (NoteFile.Unreadable e) {
            lookedAt.add(shown + " (" + e.getMessage() + ")");
        }
    }
}
