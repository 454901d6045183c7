package io.github.incidentadvisor.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a model is asked, word for word, and in which form it is to answer. */
public record Prompt(Errand errand, List<Message> messages) {
    public Prompt {
        messages = List.copyOf(messages);
    }

    /** Who speaks. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    /** One turn. */
    public record Message(Role role, String text) {}

    /** The same conversation after an answer that would not do. */
    public Prompt repaired(Reply reply, List<String> objections) {
        List<Message> all = new ArrayList<>(messages);
        String answer = reply.text();
        all.add(new Message(Role.ASSISTANT, answer.substring(0, Math.min(answer.length(), 20_000))));
        all.add(new Message(
                Role.USER,
                "That answer cannot be used:\n- " + String.join("\n- ", objections)
                        + "\nAnswer once more, whole, in the same JSON form. Stay closer to the words of the evidence, "
                        + "cite what each sentence rests on, and leave out what has no evidence."));
        return new Prompt(errand, all);
    }

    /** The same question has the same key. */
    public String key() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Message message : messages) {
                digest.update((message.role() + "\0" + message.text() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
