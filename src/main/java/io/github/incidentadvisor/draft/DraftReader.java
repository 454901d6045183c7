package io.github.incidentadvisor.draft;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a model's answer as hostile data: bounded, without what stands around the JSON, unknown fields passed over. */
public final class DraftReader {
    private static final int LONGEST = 1_000_000;
    private static final int SENTENCES = 40;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(100_000)
                    .build())
            .build());

    private DraftReader() {}

    /**
     * The drafts by advisory.
     *
     * @param advisories ids of those that were asked for; others are passed over
     * @throws NoDraft when it has another form; the message holds nothing of the text
     */
    public static Map<String, Draft> read(String text, Set<String> advisories) {
        if (text.length() > LONGEST) {
            throw new NoDraft("the answer has more than " + LONGEST + " characters");
        }
        String json = outermost(text.replaceAll("(?s)<think>.*?</think>", ""));
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (IOException e) {
            throw new NoDraft("the answer is no JSON");
        }
        JsonNode list = root == null ? null : root.get("advisories");
        if (list == null || !list.isArray()) {
            throw new NoDraft("the answer has no list 'advisories'");
        }
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (JsonNode one : list) {
            String id = one.path("id").asText();
            if (!one.path("sentences").isArray()) {
                throw new NoDraft("an advisory of the answer has no list 'sentences'");
            }
            if (advisories.contains(id)) {
                drafts.putIfAbsent(id, new Draft(sentences(one.path("sentences"))));
            }
        }
        if (drafts.isEmpty()) {
            throw new NoDraft("the answer words none of the advisories");
        }
        return drafts;
    }

    private static List<Draft.Sentence> sentences(JsonNode list) {
        List<Draft.Sentence> sentences = new ArrayList<>();
        for (JsonNode one : list) {
            if (!one.path("text").isTextual() || !one.path("cites").isArray()) {
                throw new NoDraft("a sentence of the answer lacks 'text' or 'cites'");
            }
            List<String> cites = new ArrayList<>();
            one.path("cites").forEach(cite -> cites.add(cite.asText()));
            if (sentences.size() < SENTENCES) {
                sentences.add(new Draft.Sentence(one.path("text").asText(), cites));
            }
        }
        return sentences;
    }

    private static String outermost(String text) {
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        if (from < 0 || to < from) {
            throw new NoDraft(text.isBlank() ? "the answer is empty" : "the answer is no JSON");
        }
        return text.substring(from, to + 1);
    }
}
