package io.github.incidentadvisor.evidence.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Outcomes of compilations, kept by the sources, the content of the jars, the Java level and the compiler. */
final class ProbeCache {
    private static final String FORMAT = "sources 2";

    private final ContentCache cache;
    private final Jars jars;

    ProbeCache(ContentCache cache, Jars jars) {
        this.cache = cache;
        this.jars = jars;
    }

    /** The outcome that is kept for a compilation, else what {@code probe} gives, which is then kept. */
    Outcome of(Compilation compilation, Function<Compilation, Outcome> probe) {
        ContentCache.Slot slot = cache.slot(key(compilation));
        return slot.read().flatMap(ProbeCache::outcome).orElseGet(() -> {
            Outcome outcome = probe.apply(compilation);
            if (outcome.isWhole()) {
                slot.write(json(outcome));
            }
            return outcome;
        });
    }

    private ContentCache.Key key(Compilation compilation) {
        return new ContentCache.Key(FORMAT)
                .with(compilation.name(), String.valueOf(compilation.release()))
                .with(compilation.warnings())
                .with(identities(compilation.units()))
                .with(identities(compilation.support()))
                .with(compilation.before().stream().map(jars::fingerprint).toList())
                .with(compilation.after().stream().map(jars::fingerprint).toList());
    }

    private static List<String> identities(List<SourceFile> sources) {
        return sources.stream()
                .flatMap(source -> Stream.of(source.path(), source.id()))
                .toList();
    }

    private static Optional<Outcome> outcome(JsonNode root) {
        try {
            List<Line> lines = new ArrayList<>();
            root.required("lines").forEach(line -> lines.add(line(line)));
            List<Gap> gaps = new ArrayList<>();
            root.required("gaps")
                    .forEach(gap -> gaps.add(Gap.of(
                            gap.required("what").asText(),
                            gap.required("reason").asText())));
            List<String> partly = new ArrayList<>();
            root.required("partly").forEach(path -> partly.add(path.asText()));
            return Optional.of(new Outcome(lines, partly, gaps, true));
        } catch (IllegalArgumentException e) {
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

    private static ObjectNode json(Outcome outcome) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        outcome.partly().forEach(root.putArray("partly")::add);
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
        return root;
    }
}
