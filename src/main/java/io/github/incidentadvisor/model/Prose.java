package io.github.incidentadvisor.model;

import java.util.List;
import java.util.Locale;

/**
 * The words about an advisory, each sentence with what it rests on.
 *
 * @param dropped how many drafted sentences are not said: they did not survive the check, or the draft as a whole did not
 * @param left these sentences, and why
 */
public record Prose(Author author, List<Sentence> sentences, int dropped, List<Left> left) {
    /** Words of which nothing more is known. */
    public Prose(Author author, List<Sentence> sentences, int dropped) {
        this(author, sentences, dropped, List.of());
    }

    public Prose {
        sentences = List.copyOf(sentences);
        left = List.copyOf(left);
    }

    /** A sentence that was drafted and is not said. */
    public record Left(String text, String why) {}

    /** Who wrote the words. */
    public enum Author {
        TEMPLATE,
        MODEL;

        /** The name in report.json. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A sentence; there is no way to build one that cites nothing. */
    public record Sentence(String text, List<Evidence> cites) {
        public Sentence {
            cites = List.copyOf(cites);
            if (cites.isEmpty()) {
                throw new IllegalArgumentException("no evidence for: " + text);
            }
        }
    }
}
