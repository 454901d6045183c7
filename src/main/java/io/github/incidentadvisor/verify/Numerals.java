package io.github.incidentadvisor.verify;

import java.util.HashMap;
import java.util.Map;

/** Numbers written as words, up to a hundred. */
final class Numerals {
    private static final Map<String, Integer> WORDS = numbers();

    private Numerals() {}

    static boolean isOne(String word) {
        return WORDS.containsKey(word);
    }

    /** @param word one of which {@link #isOne} is true */
    static int value(String word) {
        return WORDS.get(word);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> all = new HashMap<>();
        String[] ones =
                ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                                + "sixteen seventeen eighteen nineteen")
                        .split(" ");
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
        for (int i = 0; i < ones.length; i++) {
            all.put(ones[i], i);
        }
        for (int i = 0; i < tens.length; i++) {
            all.put(tens[i], 20 + 10 * i);
            for (int j = 1; j < 10; j++) {
                all.put(tens[i] + "-" + ones[j], 20 + 10 * i + j);
            }
        }
        all.put("dozen", 12);
        all.put("hundred", 100);
        return Map.copyOf(all);
    }
}
