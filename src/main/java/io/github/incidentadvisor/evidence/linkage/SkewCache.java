package io.github.incidentadvisor.evidence.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.evidence.Linkage.Skew;
import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage.SkewQuestion;
import io.github.incidentadvisor.evidence.linkage.bytecode.Library;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What jars demand of each other in vain, kept by the content of the jars and what the project names of them. */
final class SkewCache {
    private static final String FORMAT = "skews 3";

    private final ContentCache cache;
    private final Jars jars;

    SkewCache(ContentCache cache, Jars jars) {
        this.cache = cache;
        this.jars = jars;
    }

    /** @param isWhole whether another run would say the same */
    record Kept(List<Skew> skews, List<Gap> gaps, boolean isWhole) {
        Kept {
            skews = List.copyOf(skews);
            gaps = List.copyOf(gaps);
        }
    }

    /** The answer that is kept for these questions, else what {@code ask} gives, which is then kept. */
    Kept of(List<SkewQuestion> questions, Set<String> roots, Supplier<Kept> ask) {
        ContentCache.Key key =
                new ContentCache.Key(FORMAT).with(roots.stream().sorted().toList());
        for (SkewQuestion question : questions) {
            key.with(String.valueOf(question.release()))
                    .with(identities(question.before()))
                    .with(identities(question.after()))
                    .with(question.callers().stream()
                            .map(Object::toString)
                            .sorted()
                            .toList());
        }
        ContentCache.Slot slot = cache.slot(key);
        return slot.read().flatMap(SkewCache::kept).orElseGet(() -> {
            Kept kept = ask.get();
            if (kept.isWhole()) {
                slot.write(json(kept));
            }
            return kept;
        });
    }

    private List<String> identities(List<Library> libraries) {
        return libraries.stream()
                .flatMap(one -> Stream.of(
                        one.coordinates().toString(),
                        jars.fingerprint(one.file()),
                        one.requires().stream().sorted().toList().toString()))
                .toList();
    }

    private static Optional<Kept> kept(JsonNode root) {
        try {
            List<Skew> skews = new ArrayList<>();
            root.required("skews").forEach(one -> skews.add(skew(one)));
            List<Gap> gaps = new ArrayList<>();
            root.required("gaps")
                    .forEach(gap -> gaps.add(Gap.of(
                            gap.required("what").asText(),
                            gap.required("reason").asText())));
            return Optional.of(new Kept(skews, gaps, true));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Skew skew(JsonNode at) {
        List<String> first = new ArrayList<>();
        at.required("first").forEach(one -> first.add(one.asText()));
        return new Skew(
                coordinates(at.required("caller")),
                at.has("callee") ? Optional.of(coordinates(at.get("callee"))) : Optional.empty(),
                at.has("calleeBefore") ? Optional.of(coordinates(at.get("calleeBefore"))) : Optional.empty(),
                at.required("isNew").asBoolean(),
                at.required("count").asInt(),
                at.required("reachable").asInt(),
                first,
                new Reference(
                        at.required("owner").asText(),
                        at.required("member").asText(),
                        at.required("descriptor").asText()),
                Severity.valueOf(at.required("severity").asText()));
    }

    private static Coordinates coordinates(JsonNode at) {
        return new Coordinates(
                new Artifact(
                        at.required("group").asText(),
                        at.required("artifact").asText(),
                        at.required("type").asText(),
                        at.required("classifier").asText()),
                new Version(at.required("version").asText()));
    }

    private static ObjectNode json(Kept kept) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode skews = root.putArray("skews");
        for (Skew one : kept.skews()) {
            ObjectNode at = skews.addObject();
            at.set("caller", json(one.caller()));
            one.callee().ifPresent(callee -> at.set("callee", json(callee)));
            one.calleeBefore().ifPresent(callee -> at.set("calleeBefore", json(callee)));
            at.put("isNew", one.isNew()).put("count", one.count()).put("reachable", one.reachable());
            ArrayNode first = at.putArray("first");
            one.first().forEach(first::add);
            at.put("owner", one.reference().owner())
                    .put("member", one.reference().member())
                    .put("descriptor", one.reference().descriptor())
                    .put("severity", one.severity().name());
        }
        ArrayNode gaps = root.putArray("gaps");
        kept.gaps().forEach(gap -> gaps.addObject().put("what", gap.what()).put("reason", gap.reason()));
        return root;
    }

    private static ObjectNode json(Coordinates one) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("group", one.artifact().group())
                .put("artifact", one.artifact().artifact())
                .put("type", one.artifact().type())
                .put("classifier", one.artifact().classifier())
                .put("version", one.version().text());
    }
}
