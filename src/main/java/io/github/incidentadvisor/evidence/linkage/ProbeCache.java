package io.github.incidentadvisor.evidence.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.evidence.Linkage.Effect;
import io.github.incidentadvisor.evidence.Linkage.Instead;
import io.github.incidentadvisor.evidence.linkage.source.Compilation;
import io.github.incidentadvisor.evidence.linkage.source.Line;
import io.github.incidentadvisor.evidence.linkage.source.SourceFile;
import io.github.incidentadvisor.evidence.linkage.source.SourceProbe.Outcome;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Outcomes on disk, named by a hash of all that they depend on: the sources, the content of the jars, the Java level, the
 * compiler. A file is complete or not there; one that cannot be read counts as absent. Several builds may share the folder.
 */
final class ProbeCache {
    /** Part of each name: outcomes of another format or another way of looking are others. */
    private static final String FORMAT = "linkage 3";

    private static final int BYTES = 8 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Jars jars;

    ProbeCache(Path directory, Jars jars) {
        this.directory = directory;
        this.jars = jars;
    }

    /** The outcome that is kept for a compilation, else what {@code probe} gives, which is then kept. */
    Outcome of(Compilation compilation, Function<Compilation, Outcome> probe) {
        Path file = directory.resolve(key(compilation) + ".json");
        return read(file).orElseGet(() -> {
            Outcome outcome = probe.apply(compilation);
            write(file, outcome);
            return outcome;
        });
    }

    private String key(Compilation compilation) {
        MessageDigest digest = sha256();
        say(digest, FORMAT, Runtime.version().toString(), compilation.name(), String.valueOf(compilation.release()));
        say(digest, String.join(" ", compilation.warnings()));
        say(digest, compilation.units());
        say(digest, compilation.support());
        compilation.before().forEach(jar -> say(digest, "before", jars.fingerprint(jar)));
        compilation.after().forEach(jar -> say(digest, "after", jars.fingerprint(jar)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void say(MessageDigest digest, Collection<SourceFile> sources) {
        sources.forEach(source -> say(digest, source.path(), source.id()));
        say(digest, "");
    }

    private static void say(MessageDigest digest, String... words) {
        for (String word : words) {
            digest.update(word.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static Optional<Outcome> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > BYTES) {
                return Optional.empty();
            }
            JsonNode root = JSON.readTree(file.toFile());
            List<Line> lines = new ArrayList<>();
            root.required("lines").forEach(line -> lines.add(line(line)));
            List<Gap> gaps = new ArrayList<>();
            root.required("gaps")
                    .forEach(gap -> gaps.add(Gap.of(
                            gap.required("what").asText(),
                            gap.required("reason").asText())));
            return Optional.of(new Outcome(lines, root.required("partly").asInt(), gaps));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Line line(JsonNode at) {
        return new Line(
                Effect.valueOf(at.required("effect").asText()),
                new Place(at.required("file").asText(), at.required("line").asInt()),
                new Reference(
                        at.required("owner").asText(),
                        at.required("member").asText(),
                        at.required("descriptor").asText()),
                at.required("message").asText(),
                new Instead(
                        at.required("instead").asText(),
                        at.required("landsFirst").asBoolean()));
    }

    private static void write(Path file, Outcome outcome) {
        ObjectNode root = JSON.createObjectNode();
        root.put("partly", outcome.partly());
        ArrayNode lines = root.putArray("lines");
        outcome.lines().forEach(line -> lines.addObject()
                .put("effect", line.effect().name())
                .put("file", line.place().file())
                .put("line", line.place().line())
                .put("owner", line.reference().owner())
                .put("member", line.reference().member())
                .put("descriptor", line.reference().descriptor())
                .put("message", line.message())
                .put("instead", line.instead().text())
                .put("landsFirst", line.instead().landsFirst()));
        ArrayNode gaps = root.putArray("gaps");
        outcome.gaps().forEach(gap -> gaps.addObject().put("what", gap.what()).put("reason", gap.reason()));
        try {
            Files.createDirectories(file.getParent());
            Path aside = Files.createTempFile(file.getParent(), ".", ".part");
            try {
                JSON.writeValue(aside.toFile(), root);
                Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            // A folder that cannot be written costs the next run its time, and nothing else.
            return;
        }
    }
}
