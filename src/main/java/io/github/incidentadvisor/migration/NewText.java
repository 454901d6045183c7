package io.github.incidentadvisor.migration;

/** What becomes of a version's text. */
sealed interface NewText {
    /**
     * It becomes another one.
     *
     * @param from the part of the text that says the version: {@code 17} of {@code 17-jre}
     * @param note what a person should look at after; empty when nothing
     */
    record To(String from, String to, String note) implements NewText {}

    /** It is there already, or beyond. */
    record Stays() implements NewText {}

    /** It cannot be told. */
    record Unknown(String why) implements NewText {}
}
