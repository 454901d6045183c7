package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Every citation exists, and none is there for show. */
final class Citations implements Check {
    @Override
    public Optional<String> objection(Claim claim) {
        if (claim.cites().isEmpty()) {
            return Optional.of("it cites nothing");
        }
        Optional<String> invented = claim.cites().stream()
                .filter(number -> claim.dossier().entry(number).isEmpty())
                .findFirst();
        if (invented.isPresent()) {
            return Optional.of("it cites " + quoted(invented.get()) + ", which is not there");
        }
        return claim.cited().stream()
                .filter(entry -> !contributes(entry, claim))
                .findFirst()
                .map(entry -> "it cites " + entry.number() + ", which says nothing of it");
    }

    private static String quoted(String number) {
        return "'" + number.substring(0, Math.min(20, number.length())) + "'";
    }

    private static boolean contributes(Entry entry, Claim claim) {
        List<Statement> said = claim.said(entry);
        List<Token> tokens = claim.tokens();
        boolean fact = tokens.stream()
                .filter(token -> token.isFact() || token.kind() == Token.Kind.NAME)
                .anyMatch(token -> said.stream().anyMatch(statement -> statement.holds(token)));
        long words = tokens.stream()
                .filter(token -> said.stream()
                        .anyMatch(statement ->
                                statement.clauseHolds(token) || !Weights.isPlain(token) && statement.holds(token)))
                .count();
        return fact || isOfTask(entry, claim) || words >= Math.min(2, tokens.size()) || counted(said, claim);
    }

    /** Whether the entry is about the line that a worded task is about. */
    private static boolean isOfTask(Entry entry, Claim claim) {
        return claim.task()
                .filter(task -> task.place().toString().equals(entry.evidence().source())
                        || claim.clauses().stream().allMatch(claim::isTask))
                .isPresent();
    }

    /** Whether a time from today leads to a date of the entry. */
    private static boolean counted(List<Statement> said, Claim claim) {
        return claim.clauses().stream()
                .anyMatch(clause -> IntStream.range(0, clause.tokens().size())
                        .filter(i -> clause.tokens().get(i).kind() == Token.Kind.NUMBER)
                        .anyMatch(i -> Days.follows(claim.dossier().asOf(), said, clause, i)));
    }
}
