package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.names.Named;
import io.github.incidentadvisor.incidents.text.Sentences;
import io.github.incidentadvisor.incidents.text.Span;
import io.github.incidentadvisor.incidents.text.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A change cut into what incidents are held against, once for all of them.
 *
 * @param words telling stems of what is said of the change, without those of its names
 * @param sentences what is said of it, and the telling stems of each
 */
record Asked(Step step, Named named, AllEnds ends, Set<String> words, List<Sentence> sentences) {
    private static final int LONGEST_QUOTE = 300;

    /** @param shorts what its words in a row are called for short, such as {@code wal} for a write-ahead log */
    record Sentence(String text, Set<String> stems, Set<String> shorts) {}

    static Asked of(Step step, Named named) {
        String setting = String.join(" ", named.setting());
        Set<String> words = new LinkedHashSet<>(Telling.of(step.words() + "\n" + setting));
        named.names().forEach(name -> name.words().forEach(word -> words.remove(Token.stemOf(word))));
        List<Sentence> sentences = new ArrayList<>();
        step.words().lines().forEach(line -> {
            for (Span span : Sentences.of(line, LONGEST_QUOTE)) {
                String text = span.of(line);
                sentences.add(new Sentence(text, Telling.of(text), Initials.of(text)));
            }
        });
        if (!named.setting().isEmpty()) {
            sentences.add(new Sentence(step.name(), Telling.of(setting + " " + step.words()), Set.of()));
        }
        return new Asked(step, named, AllEnds.of(step, named), words, sentences);
    }

    /** The sentence that shares most with an incident; else the move itself. */
    String quote(Reading reading) {
        String best = step.name() + " " + step.from() + " → " + step.to();
        long most = 0;
        for (Sentence sentence : sentences) {
            long shared = sentence.stems().stream().filter(reading::has).count();
            if (shared > most) {
                most = shared;
                best = sentence.text();
            }
        }
        return best;
    }
}
