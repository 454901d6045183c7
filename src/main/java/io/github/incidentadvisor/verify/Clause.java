package io.github.incidentadvisor.verify;

import java.util.List;
import java.util.Set;

/**
 * A part of a sentence that claims one thing.
 *
 * @param tokens facts, names and words with a meaning, in order
 * @param opens whether a mark such as a semicolon stands before it
 * @param words every word in small letters, the little ones too
 */
record Clause(List<Token> tokens, List<String> words, boolean opens) {
    private static final Set<String> ACTING = Set.of("that", "which", "who", "it", "they", "we", "nobody");
    private static final Set<String> ABLE = Set.of("can", "could");
    private static final Set<String> RELATIVE = Set.of("which", "who", "whose", "where");

    Clause {
        tokens = List.copyOf(tokens);
        words = List.copyOf(words);
    }

    boolean says(String list) {
        return words.stream().anyMatch(word -> Lexicon.ENGLISH.isIn(list, word));
    }

    boolean saysOneOf(Set<String> some) {
        return words.stream().anyMatch(some::contains);
    }

    boolean has(String norm) {
        return tokens.stream().anyMatch(token -> token.norm().equals(norm));
    }

    /** Whether it adds to what stands before it. */
    boolean isRelative() {
        return !opens && !words.isEmpty() && RELATIVE.contains(words.get(0));
    }

    /** How sure it claims to be: 1 possible, 2 likely, 3 certain. */
    int certainty() {
        return isPossible() ? 1 : isLikely() ? 2 : 3;
    }

    /** "May not" doubts; "could not" tells what failed. */
    private boolean isPossible() {
        for (int i = 0; i < words.size(); i++) {
            boolean unable = ABLE.contains(words.get(i))
                    && i + 1 < words.size()
                    && words.get(i + 1).equals("not");
            if (!unable && Lexicon.ENGLISH.isIn("hedge1", words.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** "Is expected" doubts; "that expected a number" does not. */
    private boolean isLikely() {
        for (int i = 0; i < words.size(); i++) {
            boolean acts = words.get(i).endsWith("ed") && i > 0 && ACTING.contains(words.get(i - 1));
            if (!acts && Lexicon.ENGLISH.isIn("hedge2", words.get(i))) {
                return true;
            }
        }
        return false;
    }
}
