package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.verify.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing that an entry says.
 *
 * @param own the tokens of the clause, and those of which its names are made
 * @param context what holds for all that the entry says: its source, what stands before a colon, the cycle of a product
 * @param neighbours the other clauses of the same entry's text
 */
record Statement(Entry entry, Clause clause, List<Token> own, List<Token> context, List<Token> neighbours) {
    /** Kinds of which the day is that of the thing itself. */
    private static final Set<String> DATED =
            Set.of("incident", "past-incident", "past-revert", "revert", "release-note", "vendor-announcement");

    /** "And until May" goes on with what stands before it. */
    private static final int BARE = 3;

    private static final Set<String> LISTS = Set.of("lifecycle", "metadata");

    /** Kinds that tell what stands where, and what it moves to. */
    private static final Set<String> DECLARING =
            Set.of("declaration", "manifest", "change", "effective-model", "resolution");

    Statement {
        own = List.copyOf(own);
        context = List.copyOf(context);
        neighbours = List.copyOf(neighbours);
    }

    /** All that an entry says, with what code concluded from it. */
    static List<Statement> of(Entry entry) {
        List<Statement> all = new ArrayList<>();
        List<Token> source = new ArrayList<>(parts(Reading.ofList(
                entry.evidence().source() + " " + entry.evidence().kind())));
        if (DATED.contains(entry.evidence().kind())) {
            source.addAll(parts(Reading.ofList(entry.evidence().asOf())));
        }
        all.addAll(of(
                entry,
                entry.evidence().quote(),
                source,
                LISTS.contains(entry.evidence().kind())));
        entry.concluded().forEach(text -> all.addAll(of(entry, text, source, false)));
        return all;
    }

    private static List<Statement> of(Entry entry, String text, List<Token> source, boolean list) {
        List<Clause> clauses = list ? Reading.ofList(text) : Reading.of(text);
        List<Token> all = parts(clauses);
        List<Token> context = new ArrayList<>(source);
        boolean titled = list && text.startsWith("cycle ") || text.matches("(?s)(?:[^.;]|\\.(?=\\S)){2,80}: .*");
        if (titled && clauses.size() > 1) {
            int end = 1;
            while (!list && end < clauses.size() && !clauses.get(end).opens()) {
                end++;
            }
            context.addAll(parts(clauses.subList(0, end)));
        }
        List<Statement> said = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            List<Token> held = new ArrayList<>(context);
            if (i > 0 && clause.tokens().size() < BARE && !clause.opens() && !list) {
                held.addAll(parts(List.of(clauses.get(i - 1))));
            }
            said.add(new Statement(entry, clause, parts(List.of(clause)), held, all));
        }
        return said;
    }

    /** The tokens, and those of which names with hyphens and dots are made. */
    static List<Token> parts(List<Clause> clauses) {
        return clauses.stream()
                .flatMap(clause -> clause.tokens().stream())
                .flatMap(token -> Stream.concat(Stream.of(token), pieces(token)))
                .toList();
    }

    static Stream<Token> pieces(Token token) {
        if (token.kind() == Kind.VERSION || token.kind() == Kind.DATE || token.kind() == Kind.NUMBER) {
            return Stream.empty();
        }
        return Stream.concat(
                        Stream.of(token.text().split("[^\\p{L}\\d]+|(?<=\\p{Ll})(?=\\p{Lu})")),
                        Stream.of(token.text().split("[:/#.]")).map(part -> part.replace("-", "")))
                .filter(piece -> piece.length() > 1 && !piece.equals(token.text()))
                .filter(piece -> !piece.matches("\\d+"))
                .map(piece -> piece.toLowerCase(Locale.ROOT))
                .map(piece -> new Token(Kind.WORD, piece, Lexicon.ENGLISH.norm(piece), 0, false));
    }

    /** Whether it is a value in a list of values, of which each is about what the list is about. */
    boolean isOfList() {
        return LISTS.contains(entry.evidence().kind());
    }

    /** Whether an entry tells what stands at a place. */
    static boolean isDeclared(Entry entry) {
        return DECLARING.contains(entry.evidence().kind());
    }

    /** Whether it is not what is known, but what somebody is asked to do. */
    boolean isTask() {
        return entry.evidence().kind().equals("task");
    }

    boolean holds(Token token) {
        return clauseHolds(token) || context.stream().anyMatch(token::isIn);
    }

    boolean clauseHolds(Token token) {
        return own.stream().anyMatch(token::isIn);
    }

    /** Whether its text, or with {@code context} what holds for it, has the token. */
    boolean near(Token token, boolean context) {
        return neighbours.stream().anyMatch(token::isIn) || context && holds(token);
    }

    /** Whether its entry says so anywhere in this text. */
    boolean near(Token token) {
        return holds(token) || neighbours.stream().anyMatch(token::isIn);
    }
}
