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

    private static final Optional<String> NOT_TOLD = Optional.of("no cited entry tells this cause");

    /** Kinds in which what follows from something stands behind it. */
    private static final Set<String> TELLING = Set.of("release-note", "vendor-announcement");

    /** Kinds that tell what is, and never why. */
    private static final Set<String> PLAIN = Set.of("count", "plan", "manifest", "lifecycle", "declaration");

    private static final Set<String> CAUSING = Set.of("caused", "causes", "cause");
    private static final Set<String> NOUNS = Set.of("cause", "causes", "reason", "why");
    private static final Set<String> FOUND =
            Set.of("find", "found", "understood", "explain", "clear", "identify", "determin", "confirm", "establish");

    private static final Set<String> OPEN = Set.of("could", "cannot", "can", "never", "yet", "nobody");

    /** "It made the worker send twice." */
    private static final Pattern MAKING = Pattern.compile(
            "(?i)\\b(?:is|was) what [a-z]+|(?i)\\b(made|makes|making|forced|forces|forcing|drove|drives)\\b (?!an? |(?:the|its|their) (?:\\w+ ){0,3}(?:move|step|jump|upgrade|change|switch)|it clear|sense|use|sure|available|up|of|by|[\\w. ]{1,40}(?:the (?:minimum|default)|optional|mandatory|necessary|possible|required|obsolete))(?:\\w[\\w-]* ){1,4}?[a-z]+\\b");

    @Override
    public Optional<String> objection(Claim claim) {
        List<Clause> clauses = claim.clauses();
        for (int i = 0; i < clauses.size(); i++) {
            if (isTold(claim, i)
                    && !isCited(claim, around(clauses, i), clauses.get(i).certainty() < 3)) {
                return NOT_TOLD;
            }
        }
        boolean making = MAKING.matcher(claim.text()).find();
        return making && !isCited(claim, clauses, false) ? NOT_TOLD : Optional.empty();
    }

    /** The clause that tells the cause, and that of which it is the cause. */
    private static List<Clause> around(List<Clause> clauses, int at) {
        int effect = at - 1;
        while (effect > 0 && clauses.get(effect).tokens().size() < 2) {
            effect--;
        }
        return at == 0 ? clauses.subList(0, Math.min(2, clauses.size())) : clauses.subList(effect, at + 1);
    }

    private static boolean isCited(Claim claim, List<Clause> scope, boolean hedged) {
        List<Token> tokens =
                scope.stream().flatMap(clause -> clause.tokens().stream()).toList();
        return claim.cited().stream()
                        .filter(entry -> Lexicon.ENGLISH.isImplied(
                                        entry.evidence().kind(), "CAUSE")
                                || hedged && suspects(claim, entry)
                                || TELLING.contains(entry.evidence().kind())
                                || !Episodes.isEpisode(entry)
                                        && !PLAIN.contains(entry.evidence().kind())
                                        && entry.evidence().grade() == Grade.MEASURED)
                        .anyMatch(entry -> holdsAll(claim, entry, tokens))
                || claim.cited().stream()
                        .filter(entry -> !entry.concluded().isEmpty() && !Episodes.isEpisode(entry))
                        .anyMatch(entry -> holdsAll(claim, entry, tokens))
                || claim.statements().stream()
                        .filter(known -> Causes.isCausal(known.clause())
                                && !(known.clause().says("negators")
                                        && known.clause().saysOneOf(OPEN)))
                        .anyMatch(known -> tokens.stream()
                                                .filter(token -> !token.norm().equals("CAUSE"))
                                                .filter(known::clauseHolds)
                                                .count()
                                        >= 2
                                || tokens.size() <= 3);
    }

    /** Whether it tells a cause: neither that none is known, as a cited entry says too, nor why a task is one. */
    private static boolean isTold(Claim claim, int at) {
        Clause clause = claim.clauses().get(at);
        if (!isCausal(clause)) {
            return false;
        }
        List<Clause> behind =
                claim.clauses().subList(at, Math.min(at + 3, claim.clauses().size()));
        boolean reason = claim.task().isPresent() && clause.words().stream().noneMatch(CAUSING::contains);
        boolean open = isOpen(behind) && claim.statements().stream().anyMatch(known -> isOpen(List.of(known.clause())));
        return !reason && !open;
    }

    /** "The cause is not known." */
    private static boolean isOpen(List<Clause> clauses) {
        return clauses.stream().anyMatch(clause -> clause.saysOneOf(NOUNS))
                && clauses.stream()
                        .anyMatch(clause -> clause.words().contains("open")
                                || clause.tokens().stream()
                                        .anyMatch(token -> token.norm().equals("KNOWN") && !token.isPositive()
                                                || token.negated() && FOUND.contains(token.norm())));
    }

    /** An incident that tells what probably happened suspects a cause. */
    private static boolean suspects(Claim claim, io.github.incidentadvisor.draft.Dossier.Entry entry) {
        return Lexicon.ENGLISH.isImplied(entry.evidence().kind(), "INCIDENT")
                && claim.said(entry).stream().anyMatch(known -> known.clause().certainty() < 3);
    }

    private static boolean holdsAll(
            Claim claim, io.github.incidentadvisor.draft.Dossier.Entry entry, List<Token> tokens) {
        var known = claim.said(entry);
        List<Token> content = tokens.stream()
                .filter(token -> !Lexicon.ENGLISH.isPlain(token.text())
                        && !Lexicon.ENGLISH.isIn("hedge1", token.text())
                        && !Lexicon.ENGLISH.isIn("hedge2", token.text())
                        && !token.norm().equals("CAUSE"))
                .toList();
        long held = content.stream()
                .filter(token -> known.stream().anyMatch(one -> one.near(token)))
                .count();
        boolean facts = content.stream()
                .filter(Weights::isName)
                .allMatch(token -> known.stream().anyMatch(one -> one.near(token))
                        || claim.cited().stream().filter(Statement::isDeclared).anyMatch(one -> claim.said(one).stream()
                                .anyMatch(step -> step.near(token))));
        return facts && content.stream().noneMatch(token -> isTurned(known, token)) && held * 10 >= content.size() * 7L;
    }

    /** The entry says of it that it is, and the sentence that it is not, or the other way round. */
    private static boolean isTurned(List<Statement> known, Token token) {
        List<Token> same = known.stream()
                .flatMap(one -> one.clause().tokens().stream())
                .filter(one -> one.norm().equals(token.norm()))
                .toList();
        return !same.isEmpty() && same.stream().allMatch(one -> one.isPositive() != token.isPositive());
    }

    static boolean isCausal(Clause clause) {
        for (int i = 0; i < clause.words().size(); i++) {
            String word = clause.words().get(i);
            boolean dated = word.equals("since")
                    && clause.tokens().stream()
                            .anyMatch(token -> token.isFact() && clause.tokens().indexOf(token) < 2
                                    || token.kind() == Token.Kind.DATE);
            boolean owed = word.equals("due")
                    && (i + 1 == clause.words().size()
                            || !clause.words().get(i + 1).equals("to"));
            if (MARKS.contains(word) && !dated && !owed) {
                return true;
            }
        }
        return false;
    }
}
