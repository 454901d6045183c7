package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happened once happened as it is told: nothing from another entry is woven into it. */
final class Episodes implements Check {
    private static final Set<String> KINDS = Set.of("incident", "past-incident", "revert", "past-revert");
    private static final Set<String> JOINS = Set.of("and", "but", "while", "whereas", "although", "though", "so");

    @Override
    public Optional<String> objection(Claim claim) {
        boolean episodic = claim.cited().stream().anyMatch(Episodes::isEpisode);
        if (claim.cited().size() < 2 || !episodic) {
            return Optional.empty();
        }
        Optional<String> lent = lent(claim);
        if (lent.isPresent()) {
            return lent;
        }
        for (List<Token> part : parts(claim)) {
            for (Entry episode : claim.cited()) {
                for (Entry other : claim.cited()) {
                    if (isEpisode(episode)
                            && !episode.equals(other)
                            && weighs(only(claim, part, episode))
                            && weighs(only(claim, part, other))
                            && !areLinked(claim, part, episode, other)) {
                        return Optional.of("it mixes " + episode.number() + " with " + other.number());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A clause of one episode with the cause or a detail of another. */
    private static Optional<String> lent(Claim claim) {
        List<Entry> episodes =
                claim.cited().stream().filter(Episodes::isEpisode).toList();
        for (Clause clause : episodes.size() < 2 ? List.<Clause>of() : claim.clauses()) {
            Optional<Statement> cause = clause.has("CAUSE")
                    ? Closest.to(
                            clause,
                            claim.statements().stream()
                                    .filter(known -> isEpisode(known.entry()))
                                    .toList())
                    : Optional.empty();
            if (cause.isPresent()
                    && episodes.stream()
                            .anyMatch(other -> !other.equals(cause.get().entry())
                                    && areApart(claim, cause.get().entry(), other))
                    && claim.tokens().stream()
                            .filter(token ->
                                    Weights.isName(token) && !cause.get().clauseHolds(token))
                            .noneMatch(
                                    token -> isOnlyOf(claim, token, cause.get().entry(), episodes))) {
                return Optional.of(
                        "it gives the cause that " + cause.get().entry().number() + " tells to another episode");
            }
            Optional<Entry> nameless = episodes.stream()
                    .filter(episode -> onlyOf(claim, clause, episode, episodes) > 0)
                    .filter(episode -> episodes.stream()
                            .allMatch(other -> other.equals(episode) || areApart(claim, episode, other)))
                    .filter(episode -> claim.tokens().stream()
                            .filter(Weights::isName)
                            .noneMatch(token -> isOnlyOf(claim, token, episode, episodes)))
                    .findFirst();
            if (nameless.isPresent()) {
                return Optional.of("it tells of one episode what happened in "
                        + nameless.get().number());
            }
            for (Entry one : episodes) {
                for (Entry other : episodes) {
                    boolean alike = !one.equals(other)
                            && one.evidence().kind().equals(other.evidence().kind());
                    if (alike
                            && onlyOf(claim, clause, one, episodes) > 1
                            && onlyOf(claim, clause, other, episodes) > 0) {
                        return Optional.of("it mixes " + one.number() + " with " + other.number());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Two incidents, of which neither names the other. */
    private static boolean areApart(Claim claim, Entry one, Entry other) {
        return one.evidence().kind().equals(other.evidence().kind())
                && claim.said(one).stream()
                        .flatMap(known -> known.clause().tokens().stream())
                        .filter(Token::isCode)
                        .noneMatch(code -> claim.said(other).stream().anyMatch(known -> known.near(code)));
    }

    private static long onlyOf(Claim claim, Clause clause, Entry episode, List<Entry> episodes) {
        return clause.tokens().stream()
                .filter(token -> !Weights.isPlain(token) && isOnlyOf(claim, token, episode, episodes))
                .count();
    }

    private static boolean isOnlyOf(Claim claim, Token token, Entry episode, List<Entry> episodes) {
        return episodes.stream()
                .allMatch(one -> one.equals(episode) == claim.said(one).stream().anyMatch(known -> known.near(token)));
    }

    static boolean isEpisode(Entry entry) {
        return KINDS.contains(entry.evidence().kind());
    }

    /** The sentence between semicolons and words that only put two things beside each other. */
    private static List<List<Token>> parts(Claim claim) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        for (Clause clause : claim.clauses()) {
            if (claim.isTask(clause)) {
                continue;
            }
            boolean beside =
                    !clause.words().isEmpty() && JOINS.contains(clause.words().get(0)) || clause.opens();
            if (beside && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
            }
            part.addAll(clause.tokens());
        }
        parts.add(part);
        return parts;
    }

    /** What of the part stands in this entry and in no other cited one. */
    private static List<Token> only(Claim claim, List<Token> part, Entry entry) {
        return part.stream()
                .filter(token -> !Weights.isPlain(token) && holds(claim, entry, token))
                .filter(token ->
                        claim.cited().stream().noneMatch(other -> !other.equals(entry) && holds(claim, other, token)))
                .toList();
    }

    private static boolean weighs(List<Token> tokens) {
        return tokens.size() > 1
                || tokens.stream().anyMatch(token -> Lexicon.ENGLISH.isIn("strong", token.norm()))
                || tokens.stream().anyMatch(token -> Weights.isName(token));
    }

    /** Both have a name or value that the part has too. */
    private static boolean areLinked(Claim claim, List<Token> part, Entry one, Entry other) {
        return part.stream()
                .filter(token -> token.isFact()
                        || (Statement.isDeclared(other) || isEpisode(one) && isEpisode(other)) && Weights.isName(token))
                .anyMatch(token -> holds(claim, one, token) && holds(claim, other, token));
    }

    private static boolean holds(Claim claim, Entry entry, Token token) {
        return claim.statements().stream()
                .filter(statement -> statement.entry().equals(entry))
                .anyMatch(statement -> statement.holds(token));
    }
}
