package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.model.Place;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.ModelSource2;

/** A POM of a tree as Maven's model builder wants it: its relatives are looked for in the same tree only. */
final class TreePom implements ModelSource2 {
    private final TreePoms poms;
    private final String path;
    private final byte[] content;
    private final Model raw;
    private final List<String> lines;

    TreePom(TreePoms poms, String path, byte[] content, Model raw) {
        this.poms = poms;
        this.path = path;
        this.content = content;
        this.raw = raw;
        // Lines only have to be found again: Latin-1 keeps every ASCII character of whatever the encoding is.
        this.lines = new String(content, StandardCharsets.ISO_8859_1).lines().toList();
    }

    static InputSource source(String path) {
        InputSource source = new InputSource();
        source.setLocation(path);
        return source;
    }

    String path() {
        return path;
    }

    /** As parsed: nothing inherited, nothing interpolated. */
    Model raw() {
        return raw;
    }

    String group() {
        return raw.getGroupId() != null
                ? raw.getGroupId()
                : raw.getParent() == null ? "" : String.valueOf(raw.getParent().getGroupId());
    }

    String artifact() {
        return String.valueOf(raw.getArtifactId());
    }

    String version() {
        return raw.getVersion() != null
                ? raw.getVersion()
                : raw.getParent() == null ? "" : String.valueOf(raw.getParent().getVersion());
    }

    String ga() {
        return group() + ":" + artifact();
    }

    List<String> allModules() {
        List<String> modules = new ArrayList<>(raw.getModules());
        TreePoms.profiles(raw).forEach(profile -> modules.addAll(profile.getModules()));
        return modules;
    }

    /** The path of the POM that {@code relative} means, as Maven understands it; empty when it leads out of the tree. */
    Optional<String> related(String relative) {
        Deque<String> parts = new ArrayDeque<>();
        String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        for (String part : (folder + "/" + relative.strip().replace('\\', '/')).split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        if (joined.endsWith(".xml") && poms.tree().find(joined).isPresent()) {
            return Optional.of(joined);
        }
        return Optional.of(joined.isEmpty() ? "pom.xml" : joined + "/pom.xml");
    }

    /** The first line at or a little after {@code line} that holds {@code text}, since a tag may end before its text. */
    Place placeOf(int line, String text) {
        if (line < 1) {
            return Place.NONE;
        }
        for (int i = line; i <= Math.min(lines.size(), line + 5); i++) {
            if (lines.get(i - 1).contains(text)) {
                return new Place(path, i);
            }
        }
        return new Place(path, line);
    }

    /** The line of {@code <tag>} at or after {@code line}, before {@code </until>}; the line itself when it is not found. */
    Place placeOfTag(int line, String tag, String until) {
        for (int i = Math.max(1, line); i <= lines.size(); i++) {
            String text = lines.get(i - 1);
            if (text.contains("<" + tag + ">")) {
                return new Place(path, i);
            }
            if (text.contains("</" + until + ">")) {
                break;
            }
        }
        return new Place(path, Math.max(1, line));
    }

    /** The line that holds a text at or after {@code line}, before {@code until}; the line itself when it is not found. */
    Place placeOfText(int line, String text, String until) {
        for (int i = Math.max(1, line); i <= lines.size(); i++) {
            if (lines.get(i - 1).contains(text)) {
                return new Place(path, i);
            }
            if (lines.get(i - 1).contains(until)) {
                break;
            }
        }
        return new Place(path, Math.max(1, line));
    }

    Place placeOfModule(String module) {
        for (int i = 1; i <= lines.size(); i++) {
            String text = lines.get(i - 1);
            if (text.contains("<module>") && text.contains(module)) {
                return new Place(path, i);
            }
        }
        return new Place(path, 1);
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public String getLocation() {
        return path;
    }

    @Override
    public ModelSource2 getRelatedSource(String relative) {
        return related(relative).flatMap(poms::at).orElse(null);
    }

    @Override
    public URI getLocationURI() {
        try {
            return new URI("tree", "/" + path, null);
        } catch (URISyntaxException e) {
            return URI.create("tree:/");
        }
    }

    @Override
    public String toString() {
        return path;
    }
}
