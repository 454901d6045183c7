package io.github.incidentadvisor.draft;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** The JSON of a model's answer, read as hostile data: bounded, and without what stands around it. */
final class AnswerJson {
    private static final int LONGEST = 1_000_000;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(100_000)
                    .build())
            .build());

    private AnswerJson() {}

    /**
     * The list that the answer is.
     *
     * @throws NoDraft when there is none; the message holds nothing of the text
     */
    static JsonNode list(String text, String name) {
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
        JsonNode list = root == null ? null : root.get(name);
        if (list == null || !list.isArray()) {
            throw new NoDraft("the answer has no list '" + name + "'");
        }
        return list;
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
