package io.github.incidentadvisor.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reports are in English, and letters of other scripts can pass for Latin ones. */
final class English implements Check {
    private static final Lexicon WORDS = Lexicon.ENGLISH;

    @Override
    public Optional<String> objection(Claim claim) {
        boolean foreignScript = claim.text()
                .codePoints()
                .filter(Character::isLetter)
                .anyMatch(letter -> Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN);
        if (foreignScript) {
            return Optional.of("it holds letters that are not Latin");
        }
        List<String> words = Arrays.stream(claim.text().toLowerCase(Locale.ROOT).split("\\s+"))
                .map(word -> word.replaceFirst("[,.;:!?]+$", ""))
                .filter(word -> word.matches("[\\p{L}']+"))
                .toList();
        long english = words.stream()
                .filter(word -> WORDS.isIn("stop", word)
                        || WORDS.isPlain(word)
                        || WORDS.meaning(word).isPresent())
                .count();
        long foreign = words.stream()
                .filter(word -> WORDS.isIn("foreign", word) && !WORDS.isIn("stop", word))
                .count();
        return foreign > english || words.size() > 6 && english == 0
                ? Optional.of("it is not English")
                : Optional.empty();
    }
}
