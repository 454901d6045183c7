package io.github.incidentadvisor.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What English words mean, as far as it is needed: synonyms, opposites, and words that claim nothing. It is made for texts about
 * software and its versions; a word that it does not know must stand in the evidence itself.
 */
final class Lexicon {
    /** The words of {@code words.txt}. */
    static final Lexicon ENGLISH = new Lexicon();

    private final Map<String, Meaning> meanings = new HashMap<>();
    private final Map<String, Meaning> stems = new HashMap<>();
    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Map<String, Set<String>> implied = new HashMap<>();
    private final Map<String, String> phrases =
            new java.util.TreeMap<>(java.util.Comparator.comparingInt(String::length)
                    .reversed()
                    .thenComparing(java.util.Comparator.naturalOrder()));
    private final List<Set<String>> contrasts = new ArrayList<>();

    record Meaning(String group, int sign) {}

    private Lexicon() {
        try (InputStream in = Lexicon.class.getResourceAsStream("words.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .forEach(this::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code = group + words}, {@code = group - words}, {@code ! list words}, {@code > words = word}, {@code / groups}. */
    private void line(String line) {
        String[] parts = line.strip().split("\\s+");
        switch (parts[0]) {
            case "=" -> {
                int sign = parts[2].equals("-") ? -1 : 1;
                for (int i = 3; i < parts.length; i++) {
                    Meaning meaning = new Meaning(parts[1].toUpperCase(Locale.ROOT), sign);
                    meanings.put(parts[i], meaning);
                    stems.putIfAbsent(stem(parts[i]), meaning);
                }
            }
            case "!" -> {
                Set<String> list = lists.computeIfAbsent(parts[1], key -> new HashSet<>());
                list.addAll(List.of(parts).subList(2, parts.length));
            }
            case ">" -> {
                String[] sides = line.substring(1).split("=");
                for (String phrase : sides[0].split(",")) {
                    phrases.put(phrase.strip(), sides[1].strip());
                }
            }
            case "@" -> implied.put(parts[1], Set.copyOf(List.of(parts).subList(2, parts.length)));
            case "/" -> {
                Set<String> sides = new HashSet<>();
                for (int i = 1; i < parts.length; i++) {
                    sides.add(norm(parts[i]));
                }
                contrasts.add(sides);
            }
            default -> throw new IllegalStateException("words.txt: " + line);
        }
    }

    /** Whether evidence of this kind says what the group means without the word. */
    boolean isImplied(String kind, String norm) {
        return implied.getOrDefault(kind, Set.of()).contains(norm);
    }

    /** Phrases that mean one word, with that word. */
    Map<String, String> phrases() {
        return phrases;
    }

    boolean isIn(String list, String word) {
        Set<String> words = lists.getOrDefault(list, Set.of());
        return words.contains(word);
    }

    Optional<Meaning> meaning(String word) {
        Meaning exact = meanings.get(word);
        return Optional.ofNullable(exact != null ? exact : stems.get(stem(word)));
    }

    /** Whether there is a word that means the opposite. */
    boolean hasOpposite(String norm) {
        return meanings.values().stream().anyMatch(meaning -> meaning.group().equals(norm) && meaning.sign() < 0);
    }

    /** A group of synonyms, else the stem. */
    String norm(String word) {
        return meaning(word).map(Meaning::group).orElseGet(() -> stem(word));
    }

    /** Whether the word makes no claim of its own. */
    boolean isPlain(String word) {
        return isIn("plain", word) || isIn("plain-stems", stem(word));
    }

    /** Whether the word tells one of two sorts: another check compares these. */
    boolean isSide(String norm) {
        return contrasts.stream().anyMatch(sides -> sides.contains(norm));
    }

    /** Whether the word says that something is not certain. */
    boolean isHedge(String word) {
        return isIn("hedge1", word) || isIn("hedge2", word);
    }

    /** Whether the two words are different members of one set of opposites. */
    boolean areOpposed(String one, String other) {
        return !one.equals(other) && contrasts.stream().anyMatch(sides -> sides.contains(one) && sides.contains(other));
    }

    /** The word without its usual endings; good enough to compare, not to show. */
    static String stem(String word) {
        String w = word;
        if (w.endsWith("'s")) {
            w = w.substring(0, w.length() - 2);
        }
        if (w.length() > 4 && w.endsWith("ies")) {
            return w.substring(0, w.length() - 3) + "y";
        }
        if (w.length() > 4 && w.matches(".*(ss|x|ch|sh)es")) {
            w = w.substring(0, w.length() - 2);
        } else if (w.length() > 3 && w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us") && !w.endsWith("is")) {
            w = w.substring(0, w.length() - 1);
        }
        if (w.length() > 5 && w.endsWith("ing")) {
            w = undouble(w.substring(0, w.length() - 3));
        } else if (w.length() > 4 && w.endsWith("ied")) {
            w = w.substring(0, w.length() - 3) + "y";
        } else if (w.length() > 4 && w.endsWith("ed")) {
            w = undouble(w.substring(0, w.length() - 2));
        } else if (w.length() > 5 && w.endsWith("ly")) {
            w = w.substring(0, w.length() - 2);
        }
        return w.length() > 3 && w.endsWith("e") ? w.substring(0, w.length() - 1) : w;
    }

    private static String undouble(String w) {
        int n = w.length();
        boolean twice = n > 3 && w.charAt(n - 1) == w.charAt(n - 2) && "lsz".indexOf(w.charAt(n - 1)) < 0;
        return twice ? w.substring(0, n - 1) : w;
    }
}
