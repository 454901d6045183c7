package io.github.incidentadvisor;

import io.github.incidentadvisor.draft.ChatRequest;
import io.github.incidentadvisor.draft.DraftStore;
import io.github.incidentadvisor.draft.NoDraft;
import io.github.incidentadvisor.draft.Prompt;
import io.github.incidentadvisor.draft.Reply;
import io.github.incidentadvisor.model.AdvisorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A folder in place of a model: the exact request goes into one file, and the answer is taken from another, whoever put it there;
 * nothing is sent.
 *
 * @param model whom the requests are for; empty when that is open
 */
record RecordFolder(Path folder, String model) {
    /** Which of the questions about a report. */
    enum Turn {
        FIRST(""),
        /** Made from the answer to the first: an answer to it is to go when that changes, since it holds numbers alone. */
        SECOND("second-");

        private final String prefix;

        Turn(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * The answer to the prompt, which is written beside it.
     *
     * @throws NoDraft when nobody put one there
     */
    Reply reply(Turn turn, Prompt prompt) {
        Path file = show(turn, prompt);
        Path answer = folder.resolve(turn.prefix + "answer.json");
        return DraftStore.read(answer)
                .map(text -> new Reply(text, Map.of("recorded", 1)))
                .orElseThrow(() -> new NoDraft("record is set: the request is in " + file.getFileName()
                        + ", nothing was sent, and there is no " + answer.getFileName() + " beside it"));
    }

    /** The file with the request for the prompt. */
    Path show(Turn turn, Prompt prompt) {
        Path file = folder.resolve(turn.prefix + "request.json");
        try {
            Files.createDirectories(folder);
            if (Files.isSymbolicLink(file)) {
                throw new NoDraft(file.getFileName() + " is a symbolic link");
            }
            Files.writeString(
                    file,
                    ChatRequest.first(model.isEmpty() ? "MODEL" : model, prompt).shown());
            return file;
        } catch (IOException e) {
            throw new AdvisorException(file + " cannot be written: " + e.getMessage() + ". Name another folder.", e);
        }
    }
}
