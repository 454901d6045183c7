package io.github.incidentadvisor.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a model's draft, so much of it as was asked for; unknown fields are passed over. */
public final class DraftReader {
    private static final int SENTENCES = 40;

    private DraftReader() {}

    /**
     * The drafts by advisory.
     *
     * @param advisories ids of those that were asked for; others are passed over
     * @throws NoDraft when it has another form; the message holds nothing of the text
     */
    public static Map<String, Draft> read(String text, Set<String> advisories) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (JsonNode one : AnswerJson.list(text, "advisories")) {
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
}
