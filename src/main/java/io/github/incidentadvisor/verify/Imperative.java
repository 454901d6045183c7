package io.github.incidentadvisor.verify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a sentence that tells somebody to do something, between what leads to it and the reasons behind it. It stands at
 * the beginning, behind an adverbial clause, or where a conclusion is drawn: behind "so", a semicolon or a colon.
 */
record Imperative(String before, String instruction, String after) {
    /** What says that something follows, and not what to do. */
    private static final Pattern NOTICE = Pattern.compile(
            "(?i)^(?:please )?(?:note|remember|mind|bear in mind|keep in mind|be aware|see)(?: also)? (?:that|how|why)\\b|^keep [^,;:]{2,40} in mind\\b");

    private static final Pattern OPENING = Pattern.compile(
            "(?i)^((?:then|first|next|also|now|finally|after that|before that|otherwise|instead|in addition|therefore|as a first step|to begin with),? )");

    /** Up to the comma where the main clause begins. */
    private static final Pattern ADVERBIAL = Pattern.compile(
            "(?i)^((?:before|after|until|once|when|if|at|in|on|for|to|while|because|since|as|with|given|so that)\\b[^,;]{3,160}, )");

    private static final Pattern CONCLUSION = Pattern.compile(
            "(?i)(?:, (?:and )?so |; (?:so |therefore,? |otherwise,? |then |instead,? )?|: | so |, and (?:because|since|as) [^,]{3,160}, |, therefore )");

    /** "You should move" says "move". */
    private static final Pattern DUTY = Pattern.compile("(?i)\\b(?:you|we) (?:should|must|need to|have to|ought to) ");

    private static final Pattern AIM =
            Pattern.compile("(?i)(?:please |(?:plan|aim|remember|make sure|be sure) to |(?:start|begin) by )");

    private static final Pattern AND = Pattern.compile(",? and (?:then |also )?");

    private static final Pattern REASON = Pattern.compile(
            "(?i)[;:] |, (?=(?:as|since|because|which|so|where|before|after|while|and it|it|the|this|that|rather|instead)\\b)");

    private static final Pattern FINITE = Pattern.compile(
            "\\b(is|are|was|were|has|have|had|does|did|will|would|may|might|can|could|goes|went|run|runs|have|need|needs|ends|ended|moves|uses|calls|comes|came)\\b");

    /** The first one; empty when nobody is told to do anything. */
    static Optional<Imperative> in(String text) {
        Optional<Imperative> first = at(text, opening(text));
        if (first.isPresent()) {
            return first;
        }
        Matcher duty = DUTY.matcher(text);
        if (duty.find()) {
            return Optional.of(split(text, duty.end()));
        }
        Matcher conclusion = CONCLUSION.matcher(text);
        while (conclusion.find()) {
            Optional<Imperative> later = at(text, conclusion.end());
            if (later.isPresent()) {
                return later;
            }
        }
        return Optional.empty();
    }

    /** The same for a text that is known to begin with what to do. */
    static Imperative leading(String text) {
        return split(text, opening(text));
    }

    /** "Do this and do that" are two. */
    static List<String> steps(String instruction) {
        return List.of(AND.split(instruction)).stream()
                .reduce(
                        new java.util.ArrayList<String>(),
                        (steps, part) -> {
                            if (steps.isEmpty() || tells(part)) {
                                steps.add(part);
                            } else {
                                steps.set(steps.size() - 1, steps.get(steps.size() - 1) + " and " + part);
                            }
                            return steps;
                        },
                        (one, other) -> one);
    }

    private static int opening(String text) {
        int at = 0;
        for (Pattern pattern : List.of(OPENING, ADVERBIAL, OPENING)) {
            Matcher found = pattern.matcher(text.substring(at));
            at += found.find() ? found.end() : 0;
        }
        return at;
    }

    private static Optional<Imperative> at(String text, int start) {
        if (!tells(text.substring(start))) {
            return Optional.empty();
        }
        Matcher aim = AIM.matcher(text).region(start, text.length());
        return Optional.of(split(text, aim.lookingAt() ? aim.end() : start));
    }

    private static Imperative split(String text, int start) {
        Matcher reason = REASON.matcher(text);
        int end = reason.find(start) ? reason.start() : text.length();
        return new Imperative(text.substring(0, start), text.substring(start, end), text.substring(end));
    }

    private static String withoutAim(String text) {
        Matcher aim = AIM.matcher(text);
        return aim.lookingAt() ? text.substring(aim.end()) : text;
    }

    private static boolean isBase(String word, boolean aimed) {
        String stem = word.replaceFirst("ing$", "");
        return Lexicon.ENGLISH.isIn("bases", word)
                || aimed
                        && !stem.equals(word)
                        && (Lexicon.ENGLISH.isIn("bases", stem) || Lexicon.ENGLISH.isIn("bases", stem + "e"));
    }

    private static boolean tells(String text) {
        String plain = withoutAim(text.strip().toLowerCase(Locale.ROOT));
        if (NOTICE.matcher(plain).find()) {
            return false;
        }
        String[] words = plain.split("[\\s,]+");
        boolean base =
                words.length > 1 && isBase(words[0], !plain.equals(text.strip().toLowerCase(Locale.ROOT)));
        String main = plain.split(
                        "[,;:]|\\b(which|that|because|so|and|until|before|after|once|if|unless|when|where)\\b", 2)[0];
        boolean noun = FINITE.matcher(main).find() || words.length > 1 && words[1].matches("\\d.*|of|for");
        boolean not = words.length > 2
                && (plain.startsWith("do not ") || plain.startsWith("don't ") || plain.startsWith("never "));
        return base && !noun || not;
    }
}
