package io.github.incidentadvisor.incidents.names;

import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Name.Moves;
import io.github.incidentadvisor.incidents.names.NameTable.Hit;
import io.github.incidentadvisor.incidents.names.NameTable.Sort;
import io.github.incidentadvisor.incidents.text.Numbers;
import io.github.incidentadvisor.incidents.text.Sentences;
import io.github.incidentadvisor.incidents.text.Token;
import io.github.incidentadvisor.incidents.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Things that notes and findings name in prose, and the versions that they are moved to: "Flyway 9.3", "the AWS SDK is managed
 * at 2.30.x instead of 2.29.x", "the 4.x line of the protobuf runtime". What looks like code names a member, not a thing.
 */
final class NotedNames {
    private static final int LONGEST_SENTENCE = 400;
    private static final int MOST = 12;
    private static final int SHORTEST = 4;
    private static final int MOST_WORDS = 4;
    private static final Pattern CODE = Pattern.compile("\\w\\.\\w|\\w\\(|::|\\w/");
    private static final Set<String> BEFORE = Set.of("from", "than", "of");

    private final Vocabulary vocabulary;
    private final NameTable table;

    NotedNames(Vocabulary vocabulary, NameTable table) {
        this.vocabulary = vocabulary;
        this.table = table;
    }

    /** A thing with its place among the tokens. */
    private record Said(List<String> words, int first, int last) {}

    /** Adds what is named; the number that nothing is named for, if there is just one, is left to the caller. */
    Numbers of(String note, Names names) {
        List<Numbers> nobodys = new ArrayList<>();
        int left = MOST;
        for (String sentence : sentences(note)) {
            List<Token> tokens = Tokens.of(sentence);
            List<Said> things = things(sentence, tokens);
            for (Said said : things.subList(0, Math.min(left, things.size()))) {
                put(said, moves(said, things, tokens), names);
                left--;
            }
            if (things.isEmpty()) {
                tokens.stream()
                        .filter(token -> isVersion(token))
                        .map(token -> Numbers.of(token.term()))
                        .forEach(nobodys::add);
            }
        }
        return nobodys.size() == 1 ? nobodys.get(0) : Numbers.NONE;
    }

    /** Each line is an entry or a finding of its own. */
    private static List<String> sentences(String note) {
        return note.lines()
                .flatMap(line -> Sentences.of(line, LONGEST_SENTENCE).stream().map(span -> span.of(line)))
                .toList();
    }

    private void put(Said said, Moves moves, Names names) {
        Optional<Hit> known = table.in(said.words()).stream()
                .filter(hit -> hit.end() - hit.first() == said.words().size())
                .findFirst();
        String words = String.join(" ", said.words());
        boolean byAnotherName = known.filter(
                        hit -> !hit.version().isKnown() && !hit.row().name().equals(words))
                .isPresent();
        if (byAnotherName && !moves.to().isKnown()) {
            // Its kind is not meant: the kubelet of a note is no other cluster's outage.
            names.put(said.words(), Bond.NOTED, moves);
            return;
        }
        known.ifPresentOrElse(
                hit -> names.put(
                        hit.row(),
                        Bond.NOTED,
                        hit.version().isKnown() ? Moves.between(Numbers.NONE, hit.version()) : moves),
                () -> names.put(said.words(), Bond.NOTED, moves));
    }

    private List<Said> things(String sentence, List<Token> tokens) {
        List<Said> things = new ArrayList<>();
        List<String> words = tokens.stream().map(Token::term).toList();
        int after = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int end = i < after || isCode(i, sentence, tokens) ? i : end(i, sentence, words, tokens);
            if (end > i) {
                things.add(new Said(words.subList(i, end), i, end - 1));
                after = end;
            }
        }
        return things;
    }

    /** After the last word of a thing that begins here: one of the table, one with hyphens, or one with capitals and a version. */
    private int end(int first, String sentence, List<String> words, List<Token> tokens) {
        List<Hit> hits = table.in(words.subList(first, Math.min(words.size(), first + MOST_WORDS)));
        if (!hits.isEmpty() && hits.get(0).first() == 0 && hits.get(0).row().sort() == Sort.TOOL) {
            // Languages and tools stand in too many notes to mean anything there.
            return first;
        }
        if (!hits.isEmpty() && hits.get(0).first() == 0 && words.get(first).length() >= SHORTEST - 1) {
            return first + hits.get(0).end();
        }
        if (first == 0 && vocabulary.has(Vocabulary.Sort.DEED, words.get(0))) {
            return first;
        }
        int end = first;
        int capitals = 0;
        while (end < tokens.size() && end - first < MOST_WORDS && isCapital(end, sentence, tokens)) {
            capitals++;
            end++;
        }
        boolean client = capitals > 0
                && end + 1 < tokens.size()
                && isNext(end, sentence, tokens)
                && isNext(end + 1, sentence, tokens)
                && vocabulary.has(Vocabulary.Sort.CLIENT, words.get(end))
                && tokens.get(end + 1).number();
        if (client) {
            return end + 1;
        }
        boolean versioned = capitals > 0
                && end < tokens.size()
                && isNext(end, sentence, tokens)
                && tokens.get(end).number();
        if (versioned && (capitals > 1 || !vocabulary.isEmpty(words.get(first)))) {
            return end;
        }
        boolean plain = first + 1 < tokens.size()
                && isNext(first + 1, sentence, tokens)
                && (isVersion(tokens.get(first + 1)) || isLast(first + 1, sentence, tokens))
                && !tokens.get(first).number()
                && words.get(first).length() >= SHORTEST
                && !vocabulary.isEmpty(words.get(first))
                && !vocabulary.has(Vocabulary.Sort.DEED, words.get(first))
                && !vocabulary.has(Vocabulary.Sort.FORM, words.get(first));
        if (plain) {
            return first + 1;
        }
        int joined = first + 1;
        while (joined < tokens.size() && between(joined, sentence, tokens).equals("-")) {
            joined++;
        }
        return joined - first > 2 && !tokens.get(first).number() ? joined : first;
    }

    private static boolean isCapital(int at, String sentence, List<Token> tokens) {
        Token token = tokens.get(at);
        return !token.number()
                && token.term().length() > 1
                && Character.isUpperCase(sentence.charAt(token.start()))
                && !isCode(at, sentence, tokens);
    }

    private static boolean isCode(int at, String sentence, List<Token> tokens) {
        Token token = tokens.get(at);
        int from = Math.max(0, token.start() - 2);
        int to = Math.min(sentence.length(), token.end() + 2);
        return !token.number() && CODE.matcher(sentence.substring(from, to)).find();
    }

    private static boolean isNext(int at, String sentence, List<Token> tokens) {
        return between(at, sentence, tokens).equals(" ");
    }

    private static String between(int at, String sentence, List<Token> tokens) {
        return sentence.substring(tokens.get(at - 1).end(), tokens.get(at).start());
    }

    /** A short number that ends what is said, as in {@code wheels for acme 2}: no count, since nothing is counted. */
    private static boolean isLast(int at, String sentence, List<Token> tokens) {
        Token token = tokens.get(at);
        boolean ends =
                at + 1 == tokens.size() || !between(at + 1, sentence, tokens).isBlank();
        return token.number() && token.term().length() <= 2 && ends;
    }

    private static boolean isVersion(Token token) {
        return token.number() && token.term().contains(".");
    }

    /** The versions between this thing and the next; else those before the first thing. */
    private static Moves moves(Said said, List<Said> things, List<Token> tokens) {
        int next = things.stream()
                .mapToInt(Said::first)
                .filter(first -> first > said.last())
                .min()
                .orElse(tokens.size());
        Numbers from = Numbers.NONE;
        Numbers to = Numbers.NONE;
        for (int i = said.last() + 1; i < next; i++) {
            boolean adjacent = i == said.last() + 1 && tokens.get(i).number();
            if (adjacent || isVersion(tokens.get(i))) {
                Numbers numbers = Numbers.of(tokens.get(i).term());
                boolean was = i > 0 && BEFORE.contains(tokens.get(i - 1).term());
                from = was ? numbers : from;
                to = was || to.isKnown() && !adjacent ? to : numbers;
            }
        }
        for (int i = 0; i < said.first() && !to.isKnown() && things.get(0).equals(said); i++) {
            boolean line = i + 1 < tokens.size()
                    && (tokens.get(i + 1).term().equals("x")
                            || tokens.get(i + 1).term().equals("line"));
            to = isVersion(tokens.get(i)) || tokens.get(i).number() && line
                    ? Numbers.of(tokens.get(i).term())
                    : to;
        }
        return Moves.between(from, to);
    }
}
