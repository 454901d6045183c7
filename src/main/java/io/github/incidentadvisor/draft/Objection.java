package io.github.incidentadvisor.draft;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a second reader can hold against a sentence; the words for it are ours, never the reader's. */
public enum Objection {
    WRONG_VALUE("finds a value in it that its evidence does not have"),
    WRONG_SUBJECT("finds that its evidence speaks of something else"),
    DIRECTION("finds it the other way round in its evidence"),
    STRONGER("finds it stronger than its evidence"),
    CAUSE("finds a cause in it that its evidence does not tell"),
    SCOPE("finds it wider than its evidence"),
    TIME("finds its time to be another one than that of its evidence"),
    CONDITION_LOST("finds that a condition of its evidence is left out"),
    INSTRUCTION("finds that it tells somebody to do what is no task"),
    NOT_SAID("finds that its evidence does not say it");

    private final String finding;

    Objection(String finding) {
        this.finding = finding;
    }

    /** The name in an answer. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why the sentence is not said. */
    public String why() {
        return "a second reading " + finding;
    }

    /** The objection of this name. */
    static Optional<Objection> named(String word) {
        return Arrays.stream(values())
                .filter(objection -> objection.word().equals(word))
                .findFirst();
    }
}
