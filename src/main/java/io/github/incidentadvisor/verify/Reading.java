package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a text into clauses of tokens: dates, numbers and names in one form, phrases as the words that they mean. */
final class Reading {
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
    private static final String UNIT = "(seconds?|minutes?|hours?|days?|weeks?|months?|years?)";
    private static final String LONG = "(days?|weeks?|months?|years?)";
    private static final Pattern UNIT_JOINED = Pattern.compile("(?i)\\b(\\d+|[a-z]+)-" + UNIT + "\\b");
    /** "In a month" and "a year ago" count one. */
    private static final Pattern ONE_UNIT =
            Pattern.compile("(?i)\\b(in|about|roughly|around|nearly|almost|over|than|under|"
                    + "within|for|another|just|only|after) an? " + LONG + "\\b(?! of)|(?<=\\s)()an? " + LONG
                    + "(?= (?:ago|left|away|remains?|remaining|later|earlier|from now))");

    /** "Fails to verify" is "does not verify". */
    private static final Pattern NOT_DONE = Pattern.compile(
            "(?i)\\b(?:fail(?:s|ed|ing)?|neglect(?:s|ed)?|forgets?|forgot) to (?=[a-z])|(?i)\\b(?:stop(?:s|ped)?|cease[sd]?) (?!receiv|gett|hav|offer|provid|support)(?=[a-z]+ing\\b)");

    private static final Pattern ANOTHER_UNIT =
            Pattern.compile("(?i)\\b(?:another|one more|a further) " + LONG + "\\b");

    private static final Pattern COUNTED = Pattern.compile(
            "(?i) (?:more |other |full |managed )?(?!was\\b|is\\b|has\\b|does\\b|as\\b|goes\\b|needs\\b)[a-z]+s\\b|(?i) (?:minute|hour|day|week|month|year)\\b");
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
    private static final Pattern TOKEN =
            Pattern.compile("(?<date>-?-?(?<![\\w.])(?:20\\d\\d|19\\d\\d)-\\d\\d(?:-\\d\\d)?(?![\\w-])|--\\d\\d-\\d\\d)"
                    + "|(?<place>[\\w./-]*[\\w/]\\.\\w+:\\d+|[\\w./-]*(?:Docker|Make|Jenkins)file[\\w.-]*:\\d+)"
                    + "|(?<call>[\\p{L}_$][\\w.$]*\\((?:[\\w.]+(?:, ?[\\w.]+)*)?\\))"
                    + "|(?<number>v?\\d\\w*(?:[.+_-]\\w+)*)"
                    + "|(?<word>[\\p{L}_$][\\p{L}\\w$']*(?:[.\\-/:#_+$]+[\\p{L}\\w$]+)*)"
                    + "|(?<stop>[.;:!?,](?=\\s|$)|[()→—–])");
    /** Names such as OpenSSL, which are no identifiers of code. */
    private static final Pattern BRAND =
            Pattern.compile("[A-Z][a-z]+[A-Z]{2,}|[A-Z][a-z]*[A-Z]{2,}|[A-Z][a-z]+\\.(js|io|NET)");

    private static final List<Phrase> PHRASES = phrases();

    /** @param first its first word: most phrases are in no text, and looking for a word is quicker than matching */
    private record Phrase(Pattern pattern, String meaning, String first) {}

    private static final Pattern COORDINATES = Pattern.compile("\\b([\\w.-]+:[\\w.-]+):(\\d[\\w.-]*\\w)");
    private static final Map<String, Integer> SMALL = numbers();
    private static final java.util.Set<String> BREAKS =
            java.util.Set.of("and", "but", "while", "whereas", "because", "since", "so", "although", "though");

    /** Words that begin something new when a comma stands before them. */
    private static final java.util.Set<String> AFTER_COMMA = java.util.Set.of(
            "which",
            "who",
            "whose",
            "where",
            "after",
            "before",
            "with",
            "as",
            "for",
            "probably",
            "possibly",
            "likely",
            "then",
            "nor",
            "yet");

    private final Lexicon lexicon = Lexicon.ENGLISH;
    private final List<Clause> clauses = new ArrayList<>();
    private final boolean commasSplit;
    private List<Token> tokens = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private int negation;
    private String source = "";
    private boolean denies;
    private boolean listed;
    private boolean comma;
    private boolean opens;

    private Reading(boolean commasSplit) {
        this.commasSplit = commasSplit;
    }

    /** The clauses of prose. */
    static List<Clause> of(String text) {
        return new Reading(false).read(text);
    }

    /** The clauses of a list of values with commas between them. */
    static List<Clause> ofList(String text) {
        return new Reading(true).read(text);
    }

    private List<Clause> read(String text) {
        source = prepared(text);
        Matcher at = TOKEN.matcher(source);
        while (at.find()) {
            if (at.group("stop") != null) {
                stop(at.group("stop"));
                continue;
            }
            token(at);
        }
        close();
        return List.copyOf(clauses);
    }

    private String prepared(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\u2018\\u2019]", "'")
                .replaceAll("[`\"\\u201c\\u201d<>\\[\\]]|^'|'$|(?<=\\s)'|'(?=\\s)", " ")
                .replace("n't", " not")
                .replaceAll("\\s+", " ");
        plain = NOT_DONE.matcher(plain).replaceAll("not ");
        plain = plain.replaceAll("(?i)\\b(?:a year and a half|one and a half years)\\b", "18 months")
                .replaceAll("(?i)\\bhalf an? year\\b", "6 months")
                .replaceAll("(?i)\\ba fortnight\\b", "2 weeks")
                .replaceAll("(?i)\\ba decade\\b", "10 years");
        plain = UNIT_JOINED.matcher(plain).replaceAll("$1 $2");
        plain = ONE_UNIT.matcher(plain)
                .replaceAll(one -> one.group(1) == null ? "1 " + one.group(4) : one.group(1) + " 1 " + one.group(2));
        plain = ANOTHER_UNIT.matcher(plain).replaceAll("another 1 $1");
        plain = LENGTH.matcher(plain).replaceAll("$1 $2 ");
        plain = LAST_DAY.matcher(plain).replaceAll("31 December ");
        plain = dates(DAY_FIRST, plain, 3, 2, 1);
        plain = dates(MONTH_FIRST, plain, 3, 1, 2);
        plain = dates(MONTH_YEAR, plain, 2, 1, 0);
        plain = SINCE.matcher(plain).replaceAll("as of ");
        plain = LINE_OF.matcher(plain).replaceAll("$2:$1");
        plain = OF_LINE.matcher(plain).replaceAll("$1:$2");
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
            String y = found.group(year) == null ? "-" : found.group(year);
            return y
                    + String.format("-%02d", number)
                    + (day == 0 ? "" : String.format("-%02d", Integer.parseInt(found.group(day))));
        });
    }

    private void stop(String mark) {
        comma = mark.equals(",");
        negation = 0;
        Kind last =
                tokens.size() < 2 ? Kind.WORD : tokens.get(tokens.size() - 1).kind();
        boolean dated = mark.equals(",") && tokens.stream().anyMatch(token -> token.kind() == Kind.DATE);
        listed = mark.equals(",") && last == Kind.VERSION;
        if (mark.equals(",") ? commasSplit || dated : ".;:!?—–".contains(mark)) {
            close();
            opens = true;
        } else if (mark.equals("→")) {
            words.add("to");
            add(Kind.WORD, "to", "MOVE", 0);
        }
    }

    private void close() {
        ellipsis();
        if (!tokens.isEmpty() || !words.isEmpty()) {
            clauses.add(new Clause(tokens, words, opens));
            opens = false;
        }
        tokens = new ArrayList<>();
        words = new ArrayList<>();
        negation = 0;
    }

    /** "31 were checked, 3 were not" leaves out what they were not. */
    private void ellipsis() {
        if (!denies) {
            return;
        }
        denies = false;
        Stream.concat(clauses.stream().flatMap(clause -> clause.tokens().stream()), tokens.stream())
                .filter(token -> token.kind() == Kind.WORD && !lexicon.isIn("nouns", token.text()))
                .reduce((first, second) -> second)
                .ifPresent(token -> tokens.add(new Token(Kind.WORD, token.text(), token.norm(), token.sign(), true)));
    }

    private void token(Matcher at) {
        read(at);
        comma = false;
    }

    private void read(Matcher at) {
        String text = at.group();
        if (at.group("date") != null || text.matches("(19|20)\\d\\d")) {
            add(Kind.DATE, text, text, 0);
        } else if (at.group("place") != null) {
            add(Kind.PLACE, text, text, 0);
        } else if (at.group("call") != null) {
            add(Kind.ID, text, text.replace(", ", ",").replaceFirst("\\(\\)$", ""), 0);
        } else if (at.group("number") != null) {
            boolean named =
                    !COUNTED.matcher(source).region(at.end(), source.length()).lookingAt()
                            && !tokens.isEmpty()
                            && namesVersions(tokens.get(tokens.size() - 1), lastWord());
            if (comma && text.matches("\\d+") && tokens.size() > 1) {
                close();
            }
            words.add(text);
            add(text.matches("\\d+") && !named ? Kind.NUMBER : Kind.VERSION, text, number(text), 0);
        } else {
            word(text);
        }
    }

    private String lastWord() {
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    /** "Kafka 4", "version 2" and "okhttp 5" are no counts. */
    private boolean namesVersions(Token token, String last) {
        return token.kind() == Kind.NAME
                || token.kind() == Kind.WORD
                        && token.text().equals(last)
                        && lexicon.meaning(last).isEmpty()
                        && !lexicon.isPlain(last)
                        && !lexicon.isHedge(last)
                        && !lexicon.isIn("some", last)
                        && !lexicon.isIn("all", last)
                || token.text().matches("versions?|releases?|cycle|line|java|jdk|kubernetes|postgres(ql)?");
    }

    private static String number(String text) {
        return text.replaceFirst("^v(?=\\d)", "").replaceFirst("^0+(?=\\d)", "");
    }

    private void word(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (SMALL.containsKey(lower) && !lower.equals("one")) {
            if (comma && tokens.size() > 1) {
                close();
            }
            words.add(lower);
            add(Kind.NUMBER, text, String.valueOf(SMALL.get(lower)), 0);
            return;
        }
        if (isIdentifier(text)
                && lexicon.meaning(lower).isEmpty()
                && !BRAND.matcher(text).matches()) {
            add(Kind.ID, text, text, 0);
            return;
        }
        boolean capital = Character.isUpperCase(text.charAt(0));
        // "Likewise, …" opens a sentence and says nothing.
        if (capital && clauses.isEmpty() && words.isEmpty() && lexicon.isIn("connectives", lower)) {
            return;
        }
        boolean value = capital
                && !words.isEmpty()
                && (lexicon.isIn("negators", lower) || lexicon.isIn("all", lower))
                && !text.equals(text.toUpperCase(Locale.ROOT));
        if (value) {
            words.add(text);
            add(Kind.NAME, text, lower, 0);
            return;
        }
        boolean known = lexicon.meaning(lower).isPresent()
                || lexicon.isIn("stop", lower)
                || lexicon.isPlain(lower)
                || lexicon.isIn("negators", lower)
                || lexicon.isIn("bases", lower)
                || lexicon.isIn("all", lower)
                || lexicon.isIn("some", lower)
                || lexicon.isIn("condition", lower)
                || lexicon.isHedge(lower);
        if (capital && !known || BRAND.matcher(text).matches() && !known) {
            words.add(lower);
            add(Kind.NAME, text, lexicon.norm(lower), 0);
            return;
        }
        plain(lower);
    }

    private void plain(String lower) {
        boolean starts = comma && AFTER_COMMA.contains(lower) && !tokens.isEmpty();
        if (starts || BREAKS.contains(lower) && tokens.size() > (lower.equals("and") ? 1 : 0)) {
            // "Probably because" doubts the cause, not what it caused.
            String last = words.isEmpty() ? "" : words.get(words.size() - 1);
            close();
            if (lexicon.isHedge(last)) {
                words.add(last);
            }
        }
        words.add(lower);
        if (lexicon.isIn("negators", lower)) {
            negation = 5;
            denies = true;
            return;
        }
        if (lexicon.isIn("stop", lower) && lexicon.meaning(lower).isEmpty()) {
            boolean ofDenied = (lower.equals("for") || lower.equals("of"))
                    && negation == 0
                    && !tokens.isEmpty()
                    && tokens.get(tokens.size() - 1).negated();
            negation = ofDenied ? 2 : negation;
            return;
        }
        String joined = lower.contains("-") && lexicon.meaning(lower).isEmpty() ? lower.replace("-", "") : lower;
        int sign = lexicon.meaning(joined).map(Lexicon.Meaning::sign).orElse(0);
        add(Kind.WORD, lower, lexicon.norm(joined), sign);
    }

    private static boolean isIdentifier(String text) {
        String inner = text.substring(1);
        return text.matches(".*[\\d_.:#$/+].*")
                || inner.chars().anyMatch(Character::isUpperCase)
                        && inner.chars().anyMatch(Character::isLowerCase)
                || text.matches("[A-Z]+(-[A-Z0-9]+)+")
                || text.matches("[a-z]+(-[a-z0-9]+){2,}");
    }

    private void add(Kind kind, String text, String norm, int sign) {
        denies = false;
        // "a to 2, b to 3" lists what has a version of its own.
        if (listed && (kind == Kind.ID || kind == Kind.NAME || text.contains("-"))) {
            close();
        }
        listed = false;
        tokens.add(new Token(kind, text, norm, sign, negation > 0));
        boolean spent = kind == Kind.WORD && !lexicon.isIn("nouns", text);
        negation = spent ? 0 : Math.max(0, negation - 1);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> all = new java.util.HashMap<>();
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

    /** A tilde stands for what may come between a verb and its particle: "turn the check off". */
    private static Pattern pattern(String phrase) {
        String inner = java.util.Arrays.stream(phrase.split("~"))
                .map(String::strip)
                .map(Pattern::quote)
                .collect(Collectors.joining("((?: [\\w.'-]+){1,4}?) "));
        return Pattern.compile("(?i)\\b" + inner + "\\b");
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
