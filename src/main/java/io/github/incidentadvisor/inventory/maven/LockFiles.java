package io.github.incidentadvisor.inventory.maven;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.Policies.LockFile;
import io.github.incidentadvisor.inventory.Policies.Locked;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.DefaultModelReader;
import org.apache.maven.model.io.ModelReader;

/**
 * Lock files of dependency-lock-maven-plugin in both of its formats: {@code dependencies-lock.json}, a list of objects, and a
 * POM that has nothing but dependencies.
 */
final class LockFiles {
    private static final int MOST = 100_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(100_000)
                    .build())
            .build();

    private LockFiles() {}

    /** The file that a check reads, beside its module's POM. */
    static String path(Check check) {
        String folder = check.module().substring(0, check.module().lastIndexOf('/') + 1);
        String named = check.configuration().text("filename");
        boolean pom = check.configuration().text("format").equals("pom");
        return folder + (named.isEmpty() ? pom ? ".dependency-lock/pom.xml" : "dependencies-lock.json" : named);
    }

    static LockFile read(Tree tree, String path) {
        Optional<Tree.Entry> entry = tree.find(path);
        if (entry.isEmpty()) {
            return new LockFile(path, List.of(), "it is not there");
        }
        try {
            byte[] content = tree.read(entry.get());
            return new LockFile(path, isXml(content) ? pom(path, content) : json(path, content), "");
        } catch (IOException | UncheckedIOException | Tree.TooLarge | IllegalArgumentException e) {
            return new LockFile(path, List.of(), TreePoms.firstLine(String.valueOf(e.getMessage())));
        }
    }

    private static boolean isXml(byte[] content) {
        for (byte one : content) {
            if (one > ' ') {
                return one == '<';
            }
        }
        return false;
    }

    private static List<Locked> pom(String path, byte[] content) throws IOException {
        Model model = new DefaultModelReader()
                .read(
                        new ByteArrayInputStream(content),
                        Map.of(ModelReader.IS_STRICT, false, ModelReader.INPUT_SOURCE, TreePom.source(path)));
        if (!TreePoms.profiles(model).isEmpty()) {
            throw new IOException("it has a part for each profile, which is not understood yet");
        }
        List<Locked> entries = new ArrayList<>();
        for (Dependency dependency : model.getDependencies()) {
            InputLocation at = dependency.getLocation("version");
            entries.add(new Locked(
                    ModuleReading.artifact(dependency),
                    new Version(text(dependency.getVersion())),
                    text(dependency.getScope()),
                    at == null || at.getLineNumber() < 1 ? new Place(path, 1) : new Place(path, at.getLineNumber())));
        }
        return entries;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static List<Locked> json(String path, byte[] content) throws IOException {
        List<Locked> entries = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(content)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it is no JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean dependencies = parser.currentName().equals("dependencies");
                if (parser.nextToken() == JsonToken.START_ARRAY && dependencies) {
                    while (parser.nextToken() == JsonToken.START_OBJECT && entries.size() < MOST) {
                        entries.add(locked(path, parser));
                    }
                    if (parser.currentToken() != JsonToken.END_ARRAY) {
                        throw new IOException("what it locks is no list of objects, or longer than " + MOST);
                    }
                } else {
                    parser.skipChildren();
                }
            }
        }
        return entries;
    }

    private static Locked locked(String path, JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        int line = parser.currentTokenLocation().getLineNr();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("version")) {
                line = parser.currentTokenLocation().getLineNr();
                fields.put(name, value == JsonToken.START_OBJECT ? ownVersion(parser) : parser.getText());
            } else {
                fields.put(name, value.isScalarValue() ? parser.getText() : "");
                parser.skipChildren();
            }
        }
        if (!fields.containsKey("groupId") || !fields.containsKey("artifactId")) {
            throw new IOException("line " + line + " locks something without groupId or artifactId");
        }
        String version = fields.getOrDefault("version", "");
        return new Locked(
                new Artifact(
                        fields.get("groupId"),
                        fields.get("artifactId"),
                        fields.getOrDefault("type", "jar"),
                        fields.getOrDefault("classifier", "")),
                new Version(version.equals("use-project-version") ? "${project.version}" : version),
                fields.getOrDefault("scope", ""),
                new Place(path, Math.max(1, line)));
    }

    /** Old releases write {@code {"use-mine": true}} for the module's own version. */
    private static String ownVersion(JsonParser parser) throws IOException {
        parser.skipChildren();
        return "${project.version}";
    }
}
