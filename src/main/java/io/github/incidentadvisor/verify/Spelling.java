package io.github.incidentadvisor.verify;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text with its dates, lengths of time, places and phrases in one form each. */
final class Spelling {
    private static final String MONTH = Stream.of(Month.values())
            .flatMap(month -> Stream.of(
                    month.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)))
            .distinct()
            .collect(Collectors.joining("|", "(", ")\\.?"));
    private static final Pattern DAY_FIRST =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + ",?(?: (\\d{4}))?\\b");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\.\\d)(?:,? (\\d{4})\\b)?");
    private static final Pattern MONTH_YEAR = Pattern.compile("\\b" + MONTH + ",?(?: of)? (\\d{4})\\b");
    /** Not the verb: behind a little word, or before what is of that month. */
    private static final Pattern MONTH_ALONE = Pattern.compile(
            "(?<=\\b(?:in|In|of|from|From|by|By|since|Since|until|Until|the|The|last|Last|this|next|early|late|mid|and|before|Before|after|After) )"
                    + MONTH + "(?![\\w-])");

    private static final String UNIT = "(seconds?|minutes?|hours?|days?|weeks?|months?|years?)";
    private static final String LONG = "(days?|weeks?|months?|years?)";
    private static final Pattern UNIT_JOINED = Pattern.compile("(?i)\\b(\\d+|[a-z]+)-" + UNIT + "\\b");
    /** "In a month" and "a year ago" count one. */
    private static final Pattern ONE_UNIT =
            Pattern.compile("(?i)\\b(in|about|roughly|around|nearly|almost|over|than|under|"
                    + "within|for|another|just|only|after|by) an? " + LONG + "\\b(?! of)|(?<=\\s)()an? " + LONG
                    + "(?= (?:ago|left|away|remains?|remaining|later|earlier|from now))");

    /** "Fails to verify" is "does not verify". */
    private static final Pattern NOT_DONE = Pattern.compile(
            "(?i)\\b(?:fail(?:s|ed|ing)?|neglect(?:s|ed)?|forgets?|forgot) to (?=[a-z])|(?i)\\b(?:stop(?:s|ped)?|cease[sd]?) (?!receiv|gett|hav|offer|provid|support)(?=[a-z]+ing\\b)");

    /** What leads to a sentence and says nothing. */
    private static final Pattern OPENER = Pattern.compile(
            "(?i)^(?:(?:it is|it's) )?(?:also )?(?:worth (?:noting|knowing|remembering|a note)"
                    + "|(?:please )?(?:note|remember|bear in mind|keep in mind|be aware)(?: also)?(?= that))(?: that)?[:,]? ");

    /** "Kept it from starting." */
    private static final Pattern KEEPING = Pattern.compile(
            "(?i)\\b(?:keep|keeps|kept|prevent|prevents|prevented|stop|stops|stopped) ((?:[\\w.-]+ ){1,5}?)from (?=[a-z]+ing\\b)");

    /** "old.key became new.key." */
    private static final Pattern BECOMING =
            Pattern.compile("(?i)\\b(?:becomes?|became|has become) (?=[a-z][\\w-]*[._][\\w])");

    private static final Pattern ANOTHER_UNIT =
            Pattern.compile("(?i)\\b(?:another|one more|a further) " + LONG + "\\b");

    /** A time, not a reason. */
    private static final Pattern SINCE = Pattern.compile(
            "(?i)\\bsince (?=v?\\d|-|(?:about|early|late|mid|version|release|then\\b|the day|that day|the (?:end|start|beginning|middle|release))\\b)");

    private static final Pattern LENGTH =
            Pattern.compile("(?i)\\b(\\d+) (hours?|minutes?|days?|weeks?),? and (?=\\d+ )");
    private static final Pattern LAST_DAY =
            Pattern.compile("(?i)\\b(?:the )?(?:very )?(?:last|final) day of (?=(?:19|20)\\d\\d\\b)");
    private static final Pattern LINE_OF = Pattern.compile("\\b[Ll]ine (\\d+) (?:of|in) ([\\w./-]+\\.\\w+)");
    private static final Pattern OF_LINE =
            Pattern.compile("([\\w./-]+\\.\\w+)(?:,| at| on|) (?:at |on )?line (\\d+)\\b");
    private static final List<Phrase> PHRASES = phrases();

    /** @param first its first word: most phrases are in no text, and looking for a word is quicker than matching */
    private record Phrase(Pattern pattern, String meaning, String first) {}

    /** "alpine:3.19.1": an image and its version. */
    private static final Pattern IMAGE =
            Pattern.compile("(?<![\\w:])([a-z][\\w./-]*[a-z]\\d?):(v?\\d+(?:\\.\\d+)+[\\w.-]*)");

    private static final Pattern COORDINATES = Pattern.compile("\\b([\\w.-]+:[\\w.-]+):(\\d[\\w.-]*\\w)");

    private Spelling() {}

    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\u2018\\u2019]", "'")
                .replaceAll("[`\"\\u201c\\u201d<>\\[\\]]|^'|'$|(?<=\\s)'|'(?=\\s)", " ")
                .replace("n't", " not")
                .replaceAll("\\s+", " ");
        plain = OPENER.matcher(plain.strip()).replaceFirst("");
        plain = NOT_DONE.matcher(plain)
                .replaceAll(done -> done.group().toLowerCase(Locale.ROOT).startsWith("fail") ? "fail not " : "not ");
        plain = KEEPING.matcher(plain).replaceAll("$1not ");
        plain = BECOMING.matcher(plain).replaceAll("replaced ");
        plain = plain.replaceAll("(?i)\\b(?:a year and a half|one and a half years)\\b", "18 months")
                .replaceAll("(?i)\\bhalf an? year\\b", "6 months")
                .replaceAll("(?i)\\ba fortnight\\b", "2 weeks")
                .replaceAll("(?i)\\ba decade\\b", "10 years");
        plain = UNIT_JOINED.matcher(plain).replaceAll("$1 $2");
        plain = ONE_UNIT.matcher(plain)
                .replaceAll(one -> one.group(1) == null ? "1 " + one.group(4) : one.group(1) + " 1 " + one.group(2));
        plain = ANOTHER_UNIT.matcher(plain).replaceAll("another 1 $1");
        plain = plain.replaceAll("(?i)\\b(mid|early|late)-(?=(?:19|20)\\d\\d\\b)", "$1 ");
        plain = LENGTH.matcher(plain).replaceAll("$1 $2 ");
        plain = LAST_DAY.matcher(plain).replaceAll("31 December ");
        plain = dates(DAY_FIRST, plain, 3, 2, 1);
        plain = dates(MONTH_FIRST, plain, 3, 1, 2);
        plain = dates(MONTH_YEAR, plain, 2, 1, 0);
        plain = dates(MONTH_ALONE, plain, 0, 1, 0);
        plain = SINCE.matcher(plain).replaceAll("as of ");
        plain = LINE_OF.matcher(plain).replaceAll("$2:$1");
        plain = OF_LINE.matcher(plain).replaceAll("$1:$2");
        plain = IMAGE.matcher(plain).replaceAll("$1 $2");
        plain = COORDINATES.matcher(plain).replaceAll("$1 $2");
        String lower = plain.toLowerCase(Locale.ROOT);
        for (Phrase phrase : PHRASES) {
            if (lower.contains(phrase.first())) {
                plain = phrase.pattern().matcher(plain).replaceAll(phrase.meaning());
                lower = plain.toLowerCase(Locale.ROOT);
            }
        }
        return plain;
    }

    private static String dates(Pattern pattern, String text, int year, int month, int day) {
        return pattern.matcher(text).replaceAll(found -> {
            String name = found.group(month).substring(0, 3);
            int number = 0;
            for (Month one : Month.values()) {
                number = one.name().substring(0, 3).equalsIgnoreCase(name) ? one.getValue() : number;
            }
            String y = year == 0 || found.group(year) == null ? "-" : found.group(year);
            return y
                    + String.format("-%02d", number)
                    + (day == 0 ? "" : String.format("-%02d", Integer.parseInt(found.group(day))));
        });
    }

    /** A tilde stands for what may come between a verb and its particle: "turn the check off". */
    private static Pattern pattern(String phrase) {
        String inner = java.util.Arrays.stream(phrase.split("~"))
                .map(String::strip)
                .map(Pattern::quote)
                .collect(Collectors.joining("((?: (?!(?:off|on|out|back|down)\\b)[\\w.'-]+){1,4}?) "));
        return Pattern.compile(
                "(?i)\\b" + inner + (phrase.contains("~") && phrase.endsWith(" on") ? "\\b(?! \\d)" : "\\b"));
    }

    /** The longest first. */
    private static List<Phrase> phrases() {
        return Lexicon.ENGLISH.phrases().entrySet().stream()
                .map(one -> new Phrase(
                        pattern(one.getKey()),
                        one.getKey().contains("~") ? one.getValue() + "$1" : one.getValue(),
                        one.getKey().split("[ ~]", 2)[0].toLowerCase(Locale.ROOT)))
                .toList();
    }
}
