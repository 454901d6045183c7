package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever says something that no cited entry says uses words that stand in none of them. Words of which the meaning is known
 * must be cited, and so must words of the trade; any other word may be new as long as most of its clause is not: English has
 * many words that say nothing more.
 */
final class Vocabulary implements Check {
    private static final Lexicon WORDS = Lexicon.ENGLISH;

    /** What a report is about: these claim nothing that facts beside them do not, or, as causes, have a check of their own. */
    private static final Set<String> GENERAL =
            Set.of("USE", "MOVE", "SEE", "GIVE", "DECLARE", "KNOWN", "CHANGE", "CAUSE");

    private static final Set<String> LACKING = Set.of("missing", "absent");

    /** Who says of none of these something, denies no more than who says it of each. */
    private static final Set<String> THINGS = Set.of("DATABASE", "CLUSTER", "CLASS", "LINE");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> claim.isTask(clause) ? Optional.empty() : ofClause(claim, clause))
                .or(() -> ofAll(claim));
    }

    private static Optional<String> ofClause(Claim claim, Clause clause) {
        List<Token> uncovered = clause.tokens().stream()
                .filter(token -> token.kind() == Kind.WORD)
                .filter(token -> !isCovered(claim, token))
                .toList();
        Optional<Token> claiming = uncovered.stream()
                .filter(token -> claims(token)
                                && !((isDenied(token) || LACKING.contains(token.text())) && deniesToo(claim, clause))
                                && !isOfDenial(claim, clause, token)
                                && !isGone(claim, clause, token)
                        || isInPlaceOfAnother(claim, clause, token))
                .findFirst();
        if (claiming.isPresent()) {
            return claiming.map(token -> "no cited entry speaks of '" + token.text() + "'");
        }
        if (isOfEpisode(claim, clause)) {
            List<Token> added =
                    uncovered.stream().filter(token -> !Weights.isPlain(token)).toList();
            if (added.size() > 1
                    || added.stream()
                            .anyMatch(token -> WORDS.isIn("trade", token.text()) || isElsewhere(claim, token))) {
                return Optional.of("no cited entry speaks of '" + added.get(0).text() + "'");
            }
        }
        long covered = covered(claim, clause);
        boolean introduces = clause == claim.clauses().get(0)
                && clause.tokens().size() < 4
                && claim.clauses().size() > 1;
        boolean alone = !uncovered.isEmpty() && covered == 0 && !introduces;
        long beside =
                claim.clauses().stream().mapToLong(one -> covered(claim, one)).sum();
        boolean much = uncovered.size() > 1 || beside < 4;
        return alone && much || uncovered.size() > 2 && uncovered.size() > covered
                ? Optional.of("most of it stands in no cited entry, such as '"
                        + uncovered.get(0).text() + "'")
                : Optional.empty();
    }

    private static boolean isElsewhere(Claim claim, Token token) {
        return WORDS.meaning(token.text()).isEmpty()
                && claim.dossier().entries().stream()
                        .anyMatch(entry -> claim.said(entry).stream().anyMatch(known -> known.clauseHolds(token)));
    }

    /** What happened once is retold, not coloured. */
    private static boolean isOfEpisode(Claim claim, Clause clause) {
        return Closest.to(clause, claim.statements())
                .filter(known -> Episodes.isEpisode(known.entry()))
                .isPresent();
    }

    private static long covered(Claim claim, Clause clause) {
        return clause.tokens().stream()
                .filter(token -> token.isFact() || !Weights.isPlain(token) && isCovered(claim, token))
                .count();
    }

    private static Optional<String> ofAll(Claim claim) {
        List<Token> uncovered = claim.tokens().stream()
                .filter(token -> token.kind() == Kind.WORD && !isCovered(claim, token))
                .toList();
        long covered = claim.clauses().stream()
                .mapToLong(clause -> covered(claim, clause))
                .sum();
        return uncovered.size() * 2L > covered
                ? Optional.of("much of it stands in no cited entry, such as '"
                        + uncovered.get(0).text() + "'")
                : Optional.empty();
    }

    /** "Fails to verify" is "does not verify". */
    private static boolean isOfDenial(Claim claim, Clause clause, Token token) {
        int next = clause.tokens().indexOf(token) + 1;
        return token.norm().equals("FAIL")
                && next < clause.tokens().size()
                && clause.tokens().get(next).negated()
                && claim.isCited(clause.tokens().get(next));
    }

    /** Whether the word alone says something that can be false. */
    private static boolean claims(Token token) {
        boolean isThere = token.text().equals("exists") && token.isPositive()
                || token.text().equals("takesplaceof");
        return WORDS.isIn("strong", token.norm()) && !isThere || WORDS.isIn("effects", token.text()) || isDenied(token);
    }

    private static boolean isDenied(Token token) {
        return !WORDS.isIn("strong", token.norm())
                && !THINGS.contains(token.norm())
                && (token.negated()
                        || token.text().startsWith("un") && token.text().length() > 5);
    }

    /** What is denied may be called otherwise, where the evidence denies something. */
    private static boolean deniesToo(Claim claim, Clause clause) {
        return Closest.to(clause, claim.statements())
                .filter(known -> known.clause().says("negators"))
                .isPresent();
    }

    /** A word of the trade, where the evidence has another one that the sentence leaves out. */
    private static boolean isInPlaceOfAnother(Claim claim, Clause clause, Token token) {
        return WORDS.isIn("trade", token.text())
                && Closest.to(clause, claim.statements()).stream()
                        .flatMap(known -> known.clause().tokens().stream())
                        .filter(known -> WORDS.isIn("trade", known.text()))
                        .anyMatch(known -> claim.tokens().stream().noneMatch(said -> said.isIn(known)));
    }

    /** What is switched off goes away. */
    private static boolean isGone(Claim claim, Clause clause, Token token) {
        return token.isGone()
                && Closest.to(clause, claim.statements()).stream()
                        .flatMap(known -> known.clause().tokens().stream())
                        .anyMatch(Token::isGone);
    }

    /** "From 5 to 10" is more. */
    private static boolean isGrown(Claim claim, Token token) {
        boolean more = token.norm().equals("INCREASE");
        return (more || token.norm().equals("REDUCE"))
                && claim.statements().stream()
                        .filter(known ->
                                known.clause().has("MOVE") || known.clause().has("CHANGE"))
                        .anyMatch(known -> {
                            List<String> values = known.clause().tokens().stream()
                                    .filter(one -> one.kind() == Kind.NUMBER)
                                    .map(Token::norm)
                                    .toList();
                            return values.size() == 2 && Numbers.compare(values.get(0), values.get(1)) < 0 == more;
                        });
    }

    private static boolean isCovered(Claim claim, Token token) {
        if (claim.isCited(token)
                || WORDS.isPlain(token.text())
                || WORDS.isIn("hedge1", token.text())
                || WORDS.isIn("hedge2", token.text())
                || WORDS.isIn("all", token.text())
                || WORDS.isIn("some", token.text())) {
            return true;
        }

        if (isGrown(claim, token)) {
            return true;
        }
        boolean implied = claim.cited().stream()
                .anyMatch(entry -> (!token.negated() || !token.norm().equals("USE"))
                        && WORDS.isImplied(entry.evidence().kind(), token.norm()));
        if (implied || GENERAL.contains(token.norm()) && !token.negated()) {
            return true;
        }
        String[] parts = token.text().split("-");
        return parts.length > 1
                && Arrays.stream(parts).allMatch(part -> WORDS.isPlain(part) || WORDS.isIn("stop", part));
    }
}
