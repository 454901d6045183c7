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

    static boolean isEpisode(Entry entry) {
        return KINDS.contains(entry.evidence().kind());
    }

    /** The sentence between semicolons and words that only put two things beside each other. */
    private static List<List<Token>> parts(Claim claim) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        for (Clause clause : claim.clauses()) {
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
                .filter(token -> token.isFact() || isEpisode(one) && isEpisode(other) && Weights.isName(token))
                .anyMatch(token -> holds(claim, one, token) && holds(claim, other, token));
    }

    private static boolean holds(Claim claim, Entry entry, Token token) {
        return claim.statements().stream()
                .filter(statement -> statement.entry().equals(entry))
                .anyMatch(statement -> statement.holds(token));
    }
}
