package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.verify.Token.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is said together is cited together: each thing that a clause says has a statement that says it and has nothing else in
 * the place of the other things.
 */
final class Support implements Check {
    /** What nearly everything does. */
    private static final java.util.Set<String> GENERAL = java.util.Set.of("USE", "DECLARE", "RUN", "SEE", "GIVE");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(
                clause -> together(claim, clause).or(() -> homes(claim, clause)).or(() -> apart(claim, clause)));
    }

    /** The statement that has most of the clause, and least beside it. */
    static Optional<Statement> best(Clause clause, List<Statement> statements) {
        return statements.stream()
                .filter(statement -> score(clause, statement) > 0)
                .max(Comparator.comparingDouble((Statement statement) -> score(clause, statement))
                        .thenComparing(statement -> -extra(clause, statement)));
    }

    private static double score(Clause clause, Statement statement) {
        return clause.tokens().stream()
                .mapToDouble(token ->
                        statement.clauseHolds(token) ? weight(token) : statement.holds(token) ? weight(token) / 2 : 0)
                .sum();
    }

    private static double weight(Token token) {
        return token.isFact() ? 3 : isPlain(token) ? 0.3 : 1;
    }

    private static boolean isPlain(Token token) {
        return token.kind() == Kind.WORD && Lexicon.ENGLISH.isPlain(token.text());
    }

    private static long extra(Clause clause, Statement statement) {
        return statement.clause().tokens().stream()
                .filter(known -> !known.isFact() && !isPlain(known))
                .filter(known -> clause.tokens().stream().noneMatch(said -> said.isIn(known)))
                .count();
    }

    /** The words of a clause come from one entry, or from entries that share a fact or name which the clause has. */
    private static Optional<String> together(Claim claim, Clause clause) {
        List<Token> words = clause.tokens().stream()
                .filter(token -> !isPlain(token) && claim.isCited(token))
                .toList();
        List<Entry> entries = claim.cited();
        if (entries.size() < 2
                || words.isEmpty()
                || Instructions.task(claim.sentence(), claim.dossier()).isPresent()) {
            return Optional.empty();
        }
        Entry most = entries.stream()
                .max(Comparator.comparingLong(entry ->
                        words.stream().filter(word -> has(claim, entry, word)).count()))
                .orElseThrow();
        for (Token word : words) {
            if (!has(claim, most, word)) {
                boolean linked = entries.stream()
                        .filter(entry -> has(claim, entry, word))
                        .anyMatch(entry -> words.stream()
                                .filter(other -> other.isFact() || other.kind() == Kind.NAME)
                                .anyMatch(other -> has(claim, entry, other) && has(claim, most, other)));
                if (!linked) {
                    return Optional.of("'" + word.text() + "' comes from an entry about something else");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean has(Claim claim, Entry entry, Token token) {
        return claim.statements().stream()
                .filter(statement -> statement.entry().equals(entry))
                .anyMatch(statement -> statement.holds(token));
    }

    private static Optional<String> homes(Claim claim, Clause clause) {
        for (Token token : clause.tokens()) {
            List<Statement> saying = claim.statements().stream()
                    .filter(known -> known.holds(token))
                    .toList();
            if (saying.isEmpty()) {
                continue;
            }
            if (isPlain(token) || GENERAL.contains(token.norm())) {
                Optional<String> denied = Polarity.of(token, saying);
                if (denied.isPresent()) {
                    return denied;
                }
                continue;
            }
            Optional<String> against = Optional.empty();
            boolean home = false;
            for (Statement statement : saying) {
                Optional<String> conflict =
                        conflict(claim, clause, statement).or(() -> narrower(claim, clause, token, statement));
                home |= conflict.isEmpty();
                against = against.or(() -> conflict);
            }
            if (!home) {
                return against;
            }
        }
        return Optional.empty();
    }

    /** A version and a day or number that the evidence tells of different things. */
    private static Optional<String> apart(Claim claim, Clause clause) {
        for (Token version : clause.tokens()) {
            for (Token value : clause.tokens()) {
                if (version.kind() == Kind.VERSION
                        && (value.kind() == Kind.DATE || value.kind() == Kind.NUMBER)
                        && claim.isCited(version)
                        && claim.isCited(value)
                        && claim.statements().stream()
                                .noneMatch(known -> known.holds(version) && known.holds(value)
                                        || known.isOfList() && known.near(version) && known.near(value))) {
                    return Optional.of("'" + version.text() + "' and '" + value.text() + "' are not told of one thing");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> conflict(Claim claim, Clause clause, Statement statement) {
        if (excludes(clause, statement)) {
            return Optional.empty();
        }
        for (Token token : clause.tokens()) {
            if ((claim.isCited(token) || token.kind() == Kind.WORD) && !isHeld(statement, token)) {
                Optional<String> other = misplaced(clause, token, statement);
                if (other.isPresent()) {
                    return other;
                }
            }
        }
        return Polarity.between(clause, statement);
    }

    /** A version that only the source has does not stand for one that the statement itself has. */
    private static boolean isHeld(Statement statement, Token token) {
        boolean versionOfSource =
                token.kind() == Kind.VERSION && !statement.isOfList() && !statement.near(token, false);
        return versionOfSource ? statement.clauseHolds(token) : statement.holds(token);
    }

    /** "Registers b only" says that a is not registered. */
    private static boolean excludes(Clause clause, Statement statement) {
        return statement.clause().words().contains("only")
                && clause.tokens().stream()
                        .filter(said -> said.kind() == Kind.WORD && !said.isPositive())
                        .anyMatch(said -> statement.clause().tokens().stream()
                                .anyMatch(known -> said.norm().equals(known.norm()) && known.isPositive()));
    }

    /** The token is from elsewhere, and the statement has another one in its place. */
    private static Optional<String> misplaced(Clause clause, Token token, Statement statement) {
        return java.util.stream.Stream.concat(
                        statement.clause().tokens().stream(),
                        token.isFact() && token.kind() != Kind.ID && statement.isOfList()
                                ? statement.context().stream()
                                : java.util.stream.Stream.<Token>empty())
                .filter(rival -> rivals(token, rival))
                .filter(rival -> clause.tokens().stream().noneMatch(said -> said.isIn(rival)))
                .findFirst()
                .map(rival -> "'" + token.text() + "' is put where "
                        + statement.entry().number() + " has '" + rival.text() + "'");
    }

    private static boolean rivals(Token token, Token rival) {
        if (token.kind() == Kind.WORD || token.kind() == Kind.NAME) {
            return Lexicon.ENGLISH.areOpposed(token.norm(), rival.norm());
        }
        boolean numbers = token.kind() == Kind.NUMBER && rival.kind() == Kind.VERSION
                || token.kind() == Kind.VERSION && rival.kind() == Kind.NUMBER;
        return token.kind() == rival.kind()
                        && (token.kind() != Kind.ID || shape(token).equals(shape(rival)))
                || numbers;
    }

    /** Class names stand in the place of class names, keys in that of keys. */
    private static String shape(Token identifier) {
        String text = identifier.text();
        if (text.contains("(") || text.contains("/")) {
            return text.contains("(") ? "call" : "path";
        }
        String last = text.substring(text.lastIndexOf('.') + 1);
        return !last.isEmpty() && Character.isUpperCase(last.charAt(0))
                ? "type"
                : (text.contains(".") ? "dotted" : "") + (text.contains("-") ? "hyphen" : "");
    }

    /** Another statement of the entry fits the words as well, says less beside them, and has another value. */
    private static Optional<String> narrower(Claim claim, Clause clause, Token token, Statement statement) {
        if (token.kind() != Kind.DATE && token.kind() != Kind.NUMBER || !statement.clauseHolds(token)) {
            return Optional.empty();
        }
        return claim.statements().stream()
                .filter(other -> other.entry().equals(statement.entry()) && !other.holds(token))
                .filter(other -> other.clause().tokens().stream().anyMatch(rival -> rival.kind() == token.kind()))
                .filter(other -> extra(clause, other) < extra(clause, statement))
                .filter(other -> clause.tokens().stream()
                        .filter(word -> !word.isFact() && statement.clauseHolds(word))
                        .allMatch(other::clauseHolds))
                .filter(other -> clause.tokens().stream().anyMatch(word -> !word.isFact() && other.clauseHolds(word)))
                .findFirst()
                .map(other -> "'" + token.text() + "' belongs to something else in "
                        + statement.entry().number());
    }
}
