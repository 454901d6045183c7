package io.github.incidentadvisor.incidents.text;

/** Endings of English words that do not change what they are about. */
final class Stems {
    private static final int SHORTEST = 3;

    private Stems() {}

    /** {@code pools}, {@code pooled}, {@code pooling} are {@code pool}; {@code class} stays. */
    static String of(String word) {
        String stem = word;
        if (stem.endsWith("ies") && stem.length() > SHORTEST + 2) {
            stem = stem.substring(0, stem.length() - 3) + "y";
        } else if (stem.endsWith("sses") || stem.endsWith("shes") || stem.endsWith("ches") || stem.endsWith("xes")) {
            stem = stem.substring(0, stem.length() - 2);
        } else if (stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us") && !stem.endsWith("is")) {
            stem = without(stem, 1);
        }
        if (stem.endsWith("ing")) {
            stem = undoubled(without(stem, 3));
        } else if (stem.endsWith("ed")) {
            stem = undoubled(without(stem, 2));
        }
        return stem.endsWith("e") ? without(stem, 1) : stem;
    }

    private static String without(String word, int letters) {
        return word.length() - letters >= SHORTEST ? word.substring(0, word.length() - letters) : word;
    }

    private static String undoubled(String word) {
        int last = word.length() - 1;
        boolean doubled =
                last > 2 && word.charAt(last) == word.charAt(last - 1) && "lsz".indexOf(word.charAt(last)) < 0;
        return doubled ? word.substring(0, last) : word;
    }
}
