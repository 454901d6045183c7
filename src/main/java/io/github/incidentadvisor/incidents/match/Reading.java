package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.Fact;
import io.github.incidentadvisor.incidents.Fact.Kind;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.text.Numbers;
import io.github.incidentadvisor.incidents.text.Sentences;
import io.github.incidentadvisor.incidents.text.Span;
import io.github.incidentadvisor.incidents.text.Token;
import io.github.incidentadvisor.incidents.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A text cut into sentences and words, so that it can be asked where it speaks of something. */
final class Reading {
    private static final int LONGEST_SENTENCE = 400;
    private static final int LATEST_LEAD = 8;
    private static final int FEWEST_WORDS = 5;
    private static final Pattern OUTLINE = Pattern.compile("[#*|>=–-]|\\d+[.)] ");
    private static final Pattern WORD_BREAK = Pattern.compile("\\s+");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)>\\]]{1,2000}");

    private final String text;
    private final List<Token> tokens;
    private final List<String> stems = new ArrayList<>();
    private final List<Span> sentences;
    private final int[] sentenceOf;
    private final Map<String, List<Integer>> byStem = new HashMap<>();

    private final Map<Integer, Numbers> versions = new LinkedHashMap<>();
    private final int title;
    private final int lead;
    private final String tracker;

    /**
     * @param title where the title stands in the text
     * @param tracker the project in whose tracker it stands; empty mostly
     */
    Reading(String text, Span title, String tracker) {
        this.text = text;
        this.tokens = Tokens.of(withoutAddresses(text));
        this.sentences = Sentences.of(text, LONGEST_SENTENCE);
        this.sentenceOf = new int[tokens.size()];
        int sentence = 0;
        for (int i = 0; i < tokens.size(); i++) {
            while (sentence < sentences.size() - 1
                    && tokens.get(i).start() >= sentences.get(sentence).end()) {
                sentence++;
            }
            sentenceOf[i] = sentence;
            String stem = tokens.get(i).stem();
            stems.add(stem);
            byStem.computeIfAbsent(stem, s -> new ArrayList<>()).add(i);
            if (tokens.get(i).number()) {
                versions.put(i, Numbers.of(tokens.get(i).term()));
            }
            String first = tokens.get(i).first();
            if (!first.isEmpty()) {
                byStem.computeIfAbsent(Token.stemOf(first), s -> new ArrayList<>())
                        .add(i);
            }
        }
        this.title = sentenceAt(title.start());
        this.lead = leadAfter(this.title);
        this.tracker = tracker;
    }

    static Reading of(Incident incident) {
        return new Reading(
                incident.text(), incident.first(Kind.TITLE).map(Fact::span).orElse(new Span(0, 0)), incident.tracker());
    }

    /** What an address is made of says nothing; its place stays blank, so that all others keep theirs. */
    private static String withoutAddresses(String text) {
        return ADDRESS.matcher(text)
                .replaceAll(found -> " ".repeat(found.group().length()));
    }

    private int sentenceAt(int offset) {
        for (int i = 0; i < sentences.size(); i++) {
            if (offset < sentences.get(i).end()) {
                return i;
            }
        }
        return 0;
    }

    /** The sentence that is the title. */
    int title() {
        return title;
    }

    /**
     * The first sentence of what is told: many titles say only what was seen, and the thing is named here. No heading, no item
     * and no row counts; the title where nothing else follows.
     */
    int lead() {
        return lead;
    }

    private int leadAfter(int title) {
        int last = Math.min(sentences.size() - 1, title + LATEST_LEAD);
        for (int i = title + 1; i <= last; i++) {
            String sentence = sentences.get(i).of(text);
            if (!OUTLINE.matcher(sentence).lookingAt()
                    && WORD_BREAK.split(sentence, FEWEST_WORDS).length == FEWEST_WORDS) {
                return i;
            }
        }
        return title;
    }

    /** The project in whose tracker it stands. */
    String tracker() {
        return tracker;
    }

    /** All of a sentence, counted from the title. */
    Optional<Mentions.Place> whole(int sentence) {
        int at = title + sentence;
        int[] inside = IntStream.range(0, tokens.size())
                .filter(token -> sentenceOf[token] == at)
                .toArray();
        return inside.length == 0
                ? Optional.empty()
                : Optional.of(new Mentions.Place(inside[0], inside[inside.length - 1], at));
    }

    String text() {
        return text;
    }

    List<Token> tokens() {
        return tokens;
    }

    String stem(int token) {
        return stems.get(token);
    }

    boolean has(String stem) {
        return byStem.containsKey(stem);
    }

    /** Whether it writes these letters as a name of their own, all of them capitals. */
    boolean abbreviates(String letters) {
        return at(letters).stream().map(tokens::get).anyMatch(token -> text.substring(token.start(), token.end())
                .equals(letters.toUpperCase(Locale.ROOT)));
    }

    /** Whether a number follows right behind a token, as in {@code node:20}. */
    boolean isVersioned(int token) {
        return token + 1 < tokens.size()
                && tokens.get(token + 1).number()
                && tokens.get(token + 1).start() - tokens.get(token).end() <= 1;
    }

    /** Where tokens with this stem stand. */
    List<Integer> at(String stem) {
        return byStem.getOrDefault(stem, List.of());
    }

    /** The numbers of the text by their token, in its order. */
    Map<Integer, Numbers> versions() {
        return versions;
    }

    int sentenceOf(int token) {
        return sentenceOf[token];
    }

    Span sentence(int index) {
        return sentences.get(index);
    }

    /** First and last token of each place where all of {@code stems} stand close together in one sentence, in any order. */
    List<Span> places(List<String> wanted) {
        List<Span> places = new ArrayList<>();
        for (int first : at(wanted.get(0))) {
            int low = first;
            int high = first;
            boolean whole = true;
            for (String other : wanted.subList(1, wanted.size())) {
                int reach = wanted.size() + 1;
                int found = at(other).stream()
                        .filter(at -> Math.abs(at - first) <= reach && sentenceOf[at] == sentenceOf[first])
                        .findFirst()
                        .orElse(-1);
                whole &= found >= 0;
                if (found >= 0) {
                    low = Math.min(low, found);
                    high = Math.max(high, found);
                }
            }
            if (whole) {
                places.add(new Span(low, high));
            }
        }
        return places;
    }
}
