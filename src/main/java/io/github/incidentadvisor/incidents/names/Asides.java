package io.github.incidentadvisor.incidents.names;

import java.util.Locale;

/** Changes that no incident of production can be the fault of, by what they are. */
final class Asides {
    private final Vocabulary vocabulary;

    Asides(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Why; empty when it may. */
    String of(String ecosystem, String name) {
        if (ecosystem.equals("githubactions") || ecosystem.equals("github-action")) {
            return "a CI action";
        }
        if (name.startsWith("github-runner/")) {
            return "a CI runner";
        }
        if (!ecosystem.equals("maven")) {
            return "";
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("org.apache.maven.")
                || lower.endsWith("-maven-plugin")
                || lower.contains(":maven-plugin")) {
            return "a build plugin";
        }
        return vocabulary.hasAny(Vocabulary.Sort.TEST, Name.wordsOf(lower)) ? "a test library" : "";
    }
}
