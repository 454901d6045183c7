package io.github.incidentadvisor.evidence.linkage.source;

import io.github.incidentadvisor.evidence.linkage.Jars;
import io.github.incidentadvisor.model.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.TypeElement;

/**
 * What the Javadoc of a deprecated thing points to, from the sources jar that lies beside a jar; nothing is fetched. The
 * comment that stands before the declaration is read as text: no source of a library is compiled.
 */
final class DeprecationNotes {
    private static final int SOURCE = 1 << 20;
    private static final Pattern LINK =
            Pattern.compile("\\{@link(?:plain)?\\s+([\\w.$]*)(?:#([\\w$]+)(\\([^)}]*\\))?)?[^}]*}");

    private final Jars jars;
    private final List<Path> path;
    private final Map<String, String> sources = new HashMap<>();

    /**
     * What a note names.
     *
     * @param type empty when it is the type itself that has the note
     * @param member empty when it is a type
     * @param text for people: {@code Foo.bar(int)}
     */
    record Pointer(String type, String member, String text) {}

    DeprecationNotes(List<Path> path, Jars jars) {
        this.jars = jars;
        this.path = path;
    }

    Optional<Pointer> of(Reference reference, TypeElement owner) {
        String outer = reference.owner().replaceFirst("\\$.*", "");
        String text = sources.computeIfAbsent(outer, this::source);
        String name = reference.member().isEmpty() || reference.member().equals("<init>")
                ? owner.getSimpleName().toString()
                : reference.member();
        return text.isEmpty()
                ? Optional.empty()
                : note(text, name, reference.member().isEmpty());
    }

    private String source(String outer) {
        return jars.of(outer, path)
                .map(jar -> jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", "-sources.jar")))
                .filter(Files::isRegularFile)
                .map(jar -> read(jar, outer.replace('.', '/') + ".java"))
                .orElse("");
    }

    private static String read(Path jar, String path) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(path);
            if (entry == null) {
                return "";
            }
            try (var in = zip.getInputStream(entry)) {
                return new String(in.readNBytes(SOURCE), StandardCharsets.UTF_8);
            }
        } catch (IOException | RuntimeException e) {
            return ""; // A fix without a hint is still a fix; the finding does not rest on this.
        }
    }

    /** The first comment with a deprecation note whose declaration is of {@code name}. */
    private static Optional<Pointer> note(String text, String name, boolean isType) {
        for (int at = text.indexOf("@deprecated"); at >= 0; at = text.indexOf("@deprecated", at + 1)) {
            int end = text.indexOf("*/", at);
            if (end < 0) {
                return Optional.empty();
            }
            if (declares(text.substring(end + 2, Math.min(text.length(), end + 600)), name, isType)) {
                return pointer(text.substring(at, end));
            }
        }
        return Optional.empty();
    }

    private static boolean declares(String after, String name, boolean isType) {
        String code = after.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", " ");
        int brace = code.indexOf('{');
        int semicolon = code.indexOf(';');
        int stop = brace < 0 ? semicolon : semicolon < 0 ? brace : Math.min(brace, semicolon);
        String header = stop < 0 ? code : code.substring(0, stop);
        String quoted = Pattern.quote(name);
        return Pattern.compile(
                        isType
                                ? "\\b(?:class|interface|enum|record)\\s+" + quoted + "\\b"
                                : "\\b" + quoted + "\\s*(?:\\(|=|$|,)")
                .matcher(header)
                .find();
    }

    private static Optional<Pointer> pointer(String note) {
        Matcher link = LINK.matcher(note.replaceAll("\\n\\s*\\*", " "));
        if (!link.find()) {
            return Optional.empty();
        }
        String type = link.group(1);
        String member = link.group(2) == null ? "" : link.group(2);
        if (type.isEmpty() && member.isEmpty()) {
            return Optional.empty();
        }
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String arguments = link.group(3) == null ? "" : link.group(3);
        String text = simple + (simple.isEmpty() || member.isEmpty() ? "" : ".") + member + arguments;
        return Optional.of(new Pointer(type, member, text));
    }
}
