package io.github.incidentadvisor.draft;

import java.util.List;

/** Words that somebody proposes and nobody has checked. */
public record Draft(List<Sentence> sentences) {
    public Draft {
        sentences = List.copyOf(sentences);
    }

    /**
     * One sentence.
     *
     * @param cites numbers of dossier entries, which may not exist
     */
    public record Sentence(String text, List<String> cites) {
        public Sentence {
            cites = List.copyOf(cites);
        }
    }
}
