package io.github.incidentadvisor.draft;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** Answers that were paid for: the same question to the same model is not asked twice. */
public final class DraftStore {
    private static final int LARGEST = 2 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** @param folder made when there is something to keep */
    public DraftStore(Path folder) {
        this.folder = folder;
    }

    /** The answer of before. */
    public Optional<Reply> find(ModelChoice choice, Prompt prompt) {
        return read(file(choice, prompt)).map(text -> new Reply(text, Map.of("cached", 1)));
    }

    /** Keeps an answer; a full disk costs nothing but the next call. */
    public void keep(ModelChoice choice, Prompt prompt, Reply reply) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "draft", ".part");
            Files.writeString(part, reply.text());
            Files.move(part, file(choice, prompt), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Said by the next bill.
        }
    }

    private Path file(ModelChoice choice, Prompt prompt) {
        Prompt with = new Prompt(
                prompt.errand(),
                java.util.List.of(new Prompt.Message(
                        Prompt.Role.SYSTEM, choice.model() + " " + choice.baseUrl() + " " + prompt.key())));
        return folder.resolve(with.key() + ".json");
    }

    /**
     * An answer that somebody put into a file: the draft itself, or a whole chat completion with it inside.
     *
     * @return empty when there is no such file, or it is too large
     */
    public static Optional<String> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return Optional.of(content(text));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String content(String text) {
        try {
            String inside = JSON.readTree(text)
                    .path("choices")
                    .path(0)
                    .path("message")
                    .path("content")
                    .asText("");
            return inside.isEmpty() ? text : inside;
        } catch (IOException e) {
            return text;
        }
    }
}
