package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two things that a clause tells of together are told of together by a cited entry, or by two that share a third thing which the
 * sentence names. Where neither is so, and one stands where the entry of the other has a thing of its kind, it has been put there.
 */
final class Strangers implements Check {
    /** Kinds that tell which version something has. */
    private static final Set<String> STATING = Set.of("declaration", "manifest");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> claim.isTask(clause) ? Optional.empty() : ofClause(claim, clause));
    }

    private static Optional<String> ofClause(Claim claim, Clause clause) {
        return clause.tokens().stream()
                .filter(token -> isThing(claim, token))
                .flatMap(stranger -> clause.tokens().stream()
                        .filter(other -> !stranger.isIn(other) && !other.isIn(stranger))
                        .flatMap(other -> apart(claim, clause, stranger, other).stream()))
                .findFirst();
    }

    private static Optional<String> apart(Claim claim, Clause clause, Token stranger, Token other) {
        List<Entry> its = homes(claim, stranger);
        List<Entry> homes = homes(claim, other);
        if (its.isEmpty()
                || homes.isEmpty()
                || its.stream().anyMatch(homes::contains)
                || homes.stream().anyMatch(home -> rival(claim, home, stranger).isEmpty())) {
            return Optional.empty();
        }
        Entry home = homes.get(0);
        Token rival = rival(claim, home, stranger).orElseThrow();
        boolean put = stranger.kind() == Kind.VERSION
                ? !shareCode(claim, its, home)
                        && (Episodes.isEpisode(home)
                                || STATING.contains(home.evidence().kind()) && !clause.has("MOVE"))
                        && !Weights.isPlain(other)
                        && other.kind() != Kind.NUMBER
                : isThing(claim, other)
                        && (!areLinked(claim, its, homes) && !isOfChange(its) && !isOfChange(homes)
                                || head(clause, stranger).isPresent()
                                        && heads(claim, home, rival).contains(head(clause, stranger)));
        return put
                ? Optional.of("'" + stranger.text() + "' is put where " + home.number() + " has '" + rival.text() + "'")
                : Optional.empty();
    }

    private static boolean shareCode(Claim claim, List<Entry> its, Entry home) {
        return claim.tokens().stream()
                .filter(Token::isCode)
                .map(token -> homes(claim, token))
                .anyMatch(homes -> homes.contains(home) && its.stream().anyMatch(homes::contains));
    }

    /** A name, or a word of which a cited name is made. */
    private static boolean isThing(Claim claim, Token token) {
        boolean word = token.kind() == Kind.WORD
                && Lexicon.ENGLISH.meaning(token.text()).isEmpty()
                && !Weights.isPlain(token);
        return token.kind() != Kind.NUMBER
                && token.kind() != Kind.DATE
                && (Weights.isName(token) || word && isPiece(claim, token));
    }

    private static boolean isPiece(Claim claim, Token token) {
        return claim.statements().stream()
                .flatMap(known -> known.clause().tokens().stream())
                .filter(known -> known.kind() == Kind.ID)
                .flatMap(known -> Statement.pieces(known))
                .anyMatch(piece -> piece.text().equals(token.text()));
    }

    private static List<Entry> homes(Claim claim, Token token) {
        return claim.statements().stream()
                .filter(known -> known.near(token))
                .map(Statement::entry)
                .distinct()
                .toList();
    }

    /** What a change does is told of it without its name. */
    private static boolean isOfChange(List<Entry> homes) {
        return homes.stream().anyMatch(entry -> entry.evidence().kind().equals("change"));
    }

    private static boolean areLinked(Claim claim, List<Entry> some, List<Entry> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> areLinked(claim, one, other)));
    }

    private static boolean areLinked(Claim claim, Entry one, Entry other) {
        return one.evidence().source().equals(other.evidence().source())
                || claim.tokens().stream()
                        .filter(token -> Weights.isName(token) && token.kind() != Kind.NUMBER)
                        .map(token -> homes(claim, token))
                        .anyMatch(homes -> homes.contains(one) && homes.contains(other));
    }

    /** What the entry has of the same kind, and the sentence leaves out. */
    private static Optional<Token> rival(Claim claim, Entry home, Token token) {
        return claim.said(home).stream()
                .flatMap(known -> known.clause().tokens().stream())
                .filter(other -> Rivals.are(token, other))
                .filter(other -> !claim.isSaid(other))
                .findFirst();
    }

    /** "Cluster" of "cluster blue". */
    private static Optional<String> head(Clause clause, Token token) {
        int at = clause.tokens().indexOf(token);
        return at > 0 && clause.tokens().get(at - 1).kind() == Kind.WORD
                ? Optional.of(clause.tokens().get(at - 1).norm())
                : Optional.empty();
    }

    private static List<Optional<String>> heads(Claim claim, Entry entry, Token token) {
        return claim.said(entry).stream()
                .map(known -> head(known.clause(), token))
                .toList();
    }
}
