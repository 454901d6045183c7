package io.github.incidentadvisor.incidents.names;

import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Vocabulary.Sort;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Of keys of settings, whose words are the name of a mechanism: {@code ACME_MAXIMUM_POOL_SIZE} is about a pool size, {@code
 * readinessProbe.timeoutSeconds} about a readiness probe, whoever's it is.
 */
final class SettingNames {
    /** {@code ACME_MAXIMUM_POOL_SIZE}. */
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");

    /** {@code readinessProbe.timeoutSeconds}, {@code Service acme externalTrafficPolicy}. */
    private static final Pattern HUMPED = Pattern.compile("(?:[\\w/-]+[. ])*\\p{Ll}+(?:\\p{Lu}\\w*)+");

    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})");

    private final Vocabulary vocabulary;

    SettingNames(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Whether a path is of a setting by how it is written. */
    static boolean isKey(String path) {
        return VARIABLE.matcher(path).matches() || HUMPED.matcher(path).matches();
    }

    /** The words of a key, which may stand in humps. */
    static List<String> wordsOf(String path) {
        return Arrays.stream(HUMP.split(path))
                .flatMap(part -> Name.wordsOf(part.replace('_', ' ')).stream())
                .toList();
    }

    /** The last two words of the last part, without those of bounds; a part before it counts where it is in humps. */
    void of(String path, Names names) {
        String[] parts = path.split("[. ]");
        for (int i = parts.length - 1; i >= Math.max(0, parts.length - 2); i--) {
            List<String> words = wordsOf(parts[i]).stream()
                    .filter(word -> !vocabulary.has(Sort.BOUND, word))
                    .toList();
            boolean key = i == parts.length - 1 || HUMP.matcher(parts[i]).find();
            if (key && words.size() > 1) {
                names.put(words.subList(words.size() - 2, words.size()), Bond.ALIAS);
                return;
            }
        }
    }
}
