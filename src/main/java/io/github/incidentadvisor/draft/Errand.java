package io.github.incidentadvisor.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a model is asked for: in which words, and in which form it is to answer. */
public enum Errand {
    /** Sentences about a report. */
    WORDING("draft"),
    /** What is wrong with sentences about a report. */
    EXAMINATION("objections");

    private final String answer;

    Errand(String answer) {
        this.answer = answer;
    }

    /** What the answer is called in a request. */
    public String answer() {
        return answer;
    }

    /** The JSON Schema of answers. */
    public String schema() {
        return resource(answer + ".schema.json");
    }

    /** What is said before the material. */
    String instructions() {
        return resource(answer + ".instructions.txt");
    }

    private static String resource(String name) {
        try (InputStream in = Errand.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
