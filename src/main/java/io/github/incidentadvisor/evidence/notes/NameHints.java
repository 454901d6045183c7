package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.github.RepositoryName;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names by which notes and tags may call a component, so that those of its neighbours in the same repository are told from
 * its own.
 *
 * @param own lower-case names of the component itself, the most exact one first
 * @param words lower-case words of all of these, and of its group and repository
 */
record NameHints(List<String> own, Set<String> words) {
    private static final int SHORTEST_WORD = 2;

    NameHints {
        own = List.copyOf(own);
        words = Set.copyOf(words);
    }

    static NameHints of(Component component, Optional<RepositoryName> repository) {
        Set<String> own = new java.util.LinkedHashSet<>();
        Set<String> words = new TreeSet<>();
        own.add(lower(component.name()));
        if (component instanceof Artifact artifact) {
            own.add(lower(artifact.artifact()));
            words.addAll(words(artifact.group()));
        }
        repository.ifPresent(name -> {
            own.add(lower(name.name()));
            words.addAll(words(name.owner()));
        });
        own.forEach(name -> words.addAll(words(name)));
        return new NameHints(List.copyOf(own), words);
    }

    /** How well {@code name} names the component: 0 not at all, 3 exactly. */
    int fit(String name) {
        String plain = lower(name);
        if (plain.equals(own.get(0))) {
            return 3;
        }
        if (own.contains(plain)) {
            return 2;
        }
        for (String one : own) {
            if (isPart(plain, one)
                    || isPart(one.replaceFirst("[\\d.]+$", ""), plain) && plain.length() - one.length() <= 1) {
                return 1;
            }
        }
        return 0;
    }

    /** Whether {@code name} is {@code of} cut off at a hyphen, or but for its last digits. */
    private static boolean isPart(String name, String of) {
        return !name.isEmpty()
                && (of.startsWith(name + "-")
                        || of.startsWith(name + "_")
                        || of.replaceFirst("[\\d.]+$", "").equals(name));
    }

    /** Whether every one of these words is one of the component's names, or says nothing. */
    boolean know(List<String> some) {
        return words.containsAll(some);
    }

    static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        Arrays.stream(text.split("[^A-Za-z0-9]+"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .map(NameHints::lower)
                .forEach(word -> {
                    words.add(word);
                    words.add(word.replaceFirst("(?<=[a-z])\\d+$", ""));
                });
        return words;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
