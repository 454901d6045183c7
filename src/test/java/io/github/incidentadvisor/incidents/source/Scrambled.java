package io.github.incidentadvisor.incidents.source;

import java.util.Random;
import java.util.stream.Stream;

/** Texts that were once in order: pieces are cut out, doubled and strewn with the marks of their own format. */
final class Scrambled {
    private static final String MARKS = "\n\r\t|-*#=[]()<>:`\"'{},;\\0123456789\u0000\u2029";

    private Scrambled() {}

    /** The same ones each time. */
    static Stream<String> of(String seed, int count) {
        Random random = new Random(7);
        return Stream.generate(() -> one(seed, random)).limit(count);
    }

    private static String one(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int edits = random.nextInt(12); edits >= 0; edits--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
                case 1 -> text.insert(at, MARKS.charAt(random.nextInt(MARKS.length())));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
            }
            if (text.length() == 0) {
                text.append('x');
            }
        }
        return text.toString();
    }
}
