package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.model.Grade;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A cause is told only where an entry tells it, and not where one only suspects it. */
final class Causes implements Check {
    private static final Set<String> MARKS =
            Set.of("because", "since", "due", "caused", "causes", "cause", "why", "reason");

    private static final Set<String> OPEN = Set.of("could", "cannot", "can", "never", "yet", "nobody");

    /** "It made the worker send twice." */
    private static final Pattern MAKING = Pattern.compile(
            "(?i)\\b(made|makes|making|forced|forces|forcing|drove|drives)\\b (?!an? |it clear|sense|use|sure|available|up|of|by)(?:\\w[\\w-]* ){1,4}?[a-z]+\\b");

    @Override
    public Optional<String> objection(Claim claim) {
        boolean causal = claim.clauses().stream().anyMatch(Causes::isCausal)
                || MAKING.matcher(claim.text()).find();
        if (!causal) {
            return Optional.empty();
        }
        boolean hedged = claim.clauses().stream().filter(Causes::isCausal).allMatch(clause -> clause.certainty() < 3);
        boolean told = claim.cited().stream()
                        .filter(entry ->
                                Lexicon.ENGLISH.isImplied(entry.evidence().kind(), "CAUSE")
                                        || hedged && suspects(entry)
                                        || !Episodes.isEpisode(entry)
                                                && entry.evidence().grade() == Grade.MEASURED)
                        .anyMatch(entry -> holdsAll(entry, claim))
                || claim.statements().stream()
                        .filter(known -> Causes.isCausal(known.clause())
                                && !(known.clause().says("negators")
                                        && known.clause().saysOneOf(OPEN)))
                        .anyMatch(known -> claim.tokens().stream()
                                                .filter(token -> !token.norm().equals("CAUSE"))
                                                .filter(known::clauseHolds)
                                                .count()
                                        >= 2
                                || claim.tokens().size() <= 3);
        return told ? Optional.empty() : Optional.of("no cited entry tells this cause");
    }

    /** An incident that tells what probably happened suspects a cause. */
    private static boolean suspects(io.github.incidentadvisor.draft.Dossier.Entry entry) {
        return Lexicon.ENGLISH.isImplied(entry.evidence().kind(), "INCIDENT")
                && Statement.of(entry).stream().anyMatch(known -> known.clause().certainty() == 2);
    }

    private static boolean holdsAll(io.github.incidentadvisor.draft.Dossier.Entry entry, Claim claim) {
        var known = Statement.of(entry);
        List<Token> content = claim.tokens().stream()
                .filter(token -> !Lexicon.ENGLISH.isPlain(token.text())
                        && !Lexicon.ENGLISH.isIn("hedge1", token.text())
                        && !Lexicon.ENGLISH.isIn("hedge2", token.text())
                        && !token.norm().equals("CAUSE"))
                .toList();
        long held = content.stream()
                .filter(token -> known.stream().anyMatch(one -> one.near(token)))
                .count();
        boolean facts = content.stream().filter(Weights::isName).allMatch(token -> known.stream()
                .anyMatch(one -> one.near(token)));
        return facts && held * 10 >= content.size() * 7L;
    }

    static boolean isCausal(Clause clause) {
        for (int i = 0; i < clause.words().size(); i++) {
            String word = clause.words().get(i);
            boolean dated = word.equals("since")
                    && clause.tokens().stream()
                            .anyMatch(token -> token.isFact() && clause.tokens().indexOf(token) < 2
                                    || token.kind() == Token.Kind.DATE);
            if (MARKS.contains(word) && !dated) {
                return true;
            }
        }
        return false;
    }
}
