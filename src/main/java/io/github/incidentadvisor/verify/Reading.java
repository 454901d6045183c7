package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns a text into clauses of tokens: dates, numbers and names in one form, phrases as the words that they mean. */
final class Reading {
    private static final Pattern COUNTED = Pattern.compile(
            "(?i) (?:more |other |full |managed )?(?!was\\b|is\\b|has\\b|does\\b|as\\b|goes\\b|needs\\b)[a-z]+s\\b|(?i) (?:minute|hour|day|week|month|year)\\b");
    private static final Pattern TOKEN = Pattern.compile(
            "(?<date>-?-?(?<![\\w.])(?:20\\d\\d|19\\d\\d)-\\d\\d(?:-\\d\\d)?(?![\\w-])|--\\d\\d-\\d\\d|--\\d\\d(?![-\\d]))"
                    + "|(?<place>[\\w./-]*[\\w/]\\.\\w+:\\d+|[\\w./-]*(?:Docker|Make|Jenkins)file[\\w.-]*:\\d+)"
                    + "|(?<call>[\\p{L}_$][\\w.$]*\\((?:[\\w.]+(?:, ?[\\w.]+)*)?\\))"
                    + "|(?<number>v?\\d\\w*(?:[.+_-]\\w+)*)"
                    + "|(?<word>[\\p{L}_$][\\p{L}\\w$']*(?:[.\\-/:#_+$]+[\\p{L}\\w$]+)*)"
                    + "|(?<stop>[.;:!?,](?=\\s|$)|[()→—–])");
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
        source = Spelling.of(text);
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
                .filter(token -> token.isPositive()
                        && (token.text().matches(".*ed|read|found|done|seen|known|met|run")
                                || lexicon.meaning(token.text()).isPresent()))
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
                            && WordKind.namesVersions(tokens.get(tokens.size() - 1), lastWord());
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

    private static String number(String text) {
        return text.replaceFirst("^v(?=\\d)", "").replaceFirst("^0+(?=\\d)", "");
    }

    private void word(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (Numerals.isOne(lower) && !lower.equals("one")) {
            if (comma && tokens.size() > 1) {
                close();
            }
            words.add(lower);
            add(Kind.NUMBER, text, String.valueOf(Numerals.value(lower)), 0);
            return;
        }
        // "APIs" is no identifier.
        if (text.matches("[A-Z]{2,}s")) {
            plain(lower);
            return;
        }
        if (WordKind.isIdentifier(text) && lexicon.meaning(lower).isEmpty() && !WordKind.isBrand(text)) {
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
        boolean known = WordKind.isKnown(lower);
        // "Metrics have suffered": the first word of a sentence has a capital anyway.
        boolean opening = clauses.isEmpty()
                && words.isEmpty()
                && (lexicon.isIn("trade", lower) || lower.matches("[a-z]{3,}(?:ed|ing)"));
        if (capital && !known && !opening || WordKind.isBrand(text) && !known) {
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
        if (WordKind.isUndone(lower)) {
            String done = lower.substring(2);
            tokens.add(new Token(
                    Kind.WORD,
                    done,
                    lexicon.norm(done),
                    lexicon.meaning(done).map(Lexicon.Meaning::sign).orElse(0),
                    negation == 0));
            negation = 0;
            return;
        }
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        boolean head = last != null
                && last.kind() == Kind.WORD
                && words.size() > 1
                && words.get(words.size() - 2).equals(last.text())
                && lexicon.isIn("heads", last.text());
        if (head && WordKind.canName(lower)) {
            add(Kind.NAME, lower, lexicon.norm(lower), 0);
            return;
        }
        String joined = lower.contains("-") && lexicon.meaning(lower).isEmpty() ? lower.replace("-", "") : lower;
        int sign = lexicon.meaning(joined).map(Lexicon.Meaning::sign).orElse(0);
        add(Kind.WORD, lower, lexicon.norm(joined), sign);
    }

    private void add(Kind kind, String text, String norm, int sign) {
        denies = false;
        // "a to 2, b to 3" lists what has a version of its own.
        if (listed && (kind == Kind.ID || kind == Kind.NAME || text.contains("-"))) {
            close();
        }
        listed = false;
        tokens.add(new Token(kind, text, norm, sign, negation > 0));
        boolean spent = kind == Kind.WORD && !lexicon.isIn("nouns", text) && !WordKind.isAdverb(text);
        negation = spent ? 0 : Math.max(0, negation - 1);
    }
}
