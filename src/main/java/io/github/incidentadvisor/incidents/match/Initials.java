package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.text.Token;
import io.github.incidentadvisor.incidents.text.Tokens;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What people call several words for short: {@code WAL} for a write-ahead log, {@code CRD} for custom resource definitions. */
final class Initials {
    private static final int FEWEST = 3;
    private static final int MOST = 4;

    private Initials() {}

    /** The initials of any three or four words in a row, in lower case; whether someone writes them so is for the other text to say. */
    static Set<String> of(String text) {
        List<Token> words = Tokens.of(text);
        Set<String> initials = new LinkedHashSet<>();
        for (int first = 0; first < words.size(); first++) {
            StringBuilder letters = new StringBuilder();
            for (int i = first;
                    i < Math.min(words.size(), first + MOST) && !words.get(i).number();
                    i++) {
                letters.append(words.get(i).term().charAt(0));
                if (letters.length() >= FEWEST) {
                    initials.add(letters.toString());
                }
            }
        }
        return initials;
    }
}
