package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The whole dossier is read: what a newer entry says otherwise is not told as it was. */
final class Overtaken implements Check {
    private static final Set<Kind> VALUES = Set.of(Kind.DATE, Kind.VERSION, Kind.NUMBER);

    private static final Set<String> FINDING =
            Set.of("find", "found", "understood", "explain", "clear", "identify", "determin", "FIX");

    /** Names one event, and not what it is about. */
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,40}");

    private static final Set<String> RETRACTING = Set.of("corrects", "corrected", "wrong", "withdrawn", "retracted");

    private static final Set<String> SHIFTING = Set.of("MOVE", "POSTPONE", "ADVANCE", "CHANGE", "EXTENDED");

    private static final Set<String> FORMER = Set.of("formerly", "originally", "previously", "first", "once");

    private static final Set<String> PRESENT = Set.of("is", "are", "has", "have", "now", "still", "stays", "remains");

    private static final Set<String> CORRECTING =
            Set.of("correction", "corrected", "revised", "now", "instead", "wrong", "nolonger", "updated", "postponed");

    @Override
    public Optional<String> objection(Claim claim) {
        Optional<String> found = foundSince(claim).or(() -> claim.firstOf(clause -> newerDay(claim, clause)));
        return found.isPresent()
                ? found
                : claim.firstOf(clause -> Closest.to(clause, claim.statements())
                        .filter(known -> !clause.says("formerly"))
                        .flatMap(known -> claim.dossier().entries().stream()
                                .filter(entry -> isNewer(entry, known.entry()))
                                .filter(entry -> !claim.cites().contains(entry.number()))
                                .flatMap(entry -> claim.said(entry).stream())
                                .filter(newer -> !known.isOfList() || newer.isOfList())
                                .filter(newer -> overtakes(clause, known, newer))
                                .findFirst()
                                .map(newer -> known.entry().number() + " is overtaken by "
                                        + newer.entry().number())));
    }

    /** A day or version that a newer entry about the same thing gives otherwise, or takes back. */
    private static Optional<String> newerDay(Claim claim, Clause clause) {
        for (Token value : clause.tokens()) {
            if (value.kind() != Kind.DATE && value.kind() != Kind.VERSION || clause.saysOneOf(FORMER)) {
                continue;
            }
            for (Statement known : claim.statements()) {
                if (!known.clauseHolds(value)) {
                    continue;
                }
                Clause own = new Clause(
                        clause.tokens().stream().filter(known::near).toList(), clause.words(), clause.opens());
                boolean named = own.tokens().stream()
                        .anyMatch(token -> Weights.isName(token) && !VALUES.contains(token.kind())
                                || token.kind() == Kind.VERSION && !token.equals(value));
                if (!named) {
                    continue;
                }
                Optional<Statement> newer = claim.dossier().entries().stream()
                        .filter(entry -> isNewer(entry, known.entry()))
                        .filter(entry -> !claim.cites().contains(entry.number()))
                        .flatMap(entry -> claim.said(entry).stream())
                        .filter(next -> !known.isOfList() || next.isOfList())
                        .filter(next ->
                                value.kind() == Kind.DATE && overtakes(own, known, next) || takesBack(own, next, value))
                        .findFirst();
                if (newer.isPresent()) {
                    return Optional.of(known.entry().number() + " is overtaken by "
                            + newer.get().entry().number());
                }
            }
        }
        return Optional.empty();
    }

    /** "Moves it from March to April." */
    private static boolean movesDay(Statement newer, Token value) {
        List<Token> tokens = newer.clause().tokens();
        int at = Weights.index(tokens, value);
        return SHIFTING.stream().anyMatch(newer.clause()::has)
                && at >= 0
                && tokens.subList(at + 1, tokens.size()).stream().anyMatch(token -> token.kind() == Kind.DATE);
    }

    private static boolean takesBack(Clause clause, Statement newer, Token value) {
        return newer.clauseHolds(value)
                && (newer.clause().saysOneOf(RETRACTING) || value.kind() == Kind.DATE && movesDay(newer, value))
                && clause.tokens().stream()
                                .filter(token -> !VALUES.contains(token.kind()) && !Weights.isPlain(token))
                                .filter(newer::near)
                                .count()
                        > 1;
    }

    /** What was not known when one entry was written, and is told by a newer one about the same things. */
    private static Optional<String> foundSince(Claim claim) {
        boolean unknown = claim.clauses().stream().anyMatch(clause -> clause.tokens().stream()
                        .anyMatch(token -> token.norm().equals("KNOWN") && !token.isPositive()
                                || token.negated() && FINDING.contains(token.norm())))
                && claim.clauses().stream().anyMatch(clause -> clause.saysOneOf(Set.of("why", "cause", "reason")));
        boolean told = claim.clauses().stream().anyMatch(clause -> clause.has("CAUSE") || Causes.isCausal(clause));
        if (!unknown && !told) {
            return Optional.empty();
        }
        Optional<String> amended = amended(claim);
        if (!unknown || amended.isPresent()) {
            return amended;
        }
        List<Token> names = claim.tokens().stream().filter(Weights::isName).toList();
        return claim.dossier().entries().stream()
                .filter(entry -> !claim.cites().contains(entry.number()))
                .filter(entry -> claim.cited().stream().anyMatch(cited -> isNewer(entry, cited)))
                .filter(entry -> claim.said(entry).stream()
                        .anyMatch(known -> known.clause().has("CAUSE")))
                .filter(entry -> names.stream()
                        .anyMatch(name -> claim.said(entry).stream().anyMatch(known -> known.clauseHolds(name))))
                .findFirst()
                .map(entry -> "the cause was found since: " + entry.number());
    }

    /** A newer entry about the same event, by its code, tells the cause, or what is no longer so. */
    private static Optional<String> amended(Claim claim) {
        for (Entry cited : claim.cited()) {
            List<Token> codes = claim.said(cited).stream()
                    .flatMap(known -> known.clause().tokens().stream())
                    .filter(Token::isCode)
                    .toList();
            Optional<Entry> newer = claim.dossier().entries().stream()
                    .filter(entry -> !claim.cites().contains(entry.number()) && isNewer(entry, cited))
                    .filter(entry -> claim.said(entry).stream()
                            .anyMatch(known -> codes.stream().anyMatch(known::clauseHolds)))
                    .filter(entry -> claim.said(entry).stream()
                            .anyMatch(known -> known.clause().has("CAUSE")
                                    || Causes.isCausal(known.clause())
                                    || known.clause().words().contains("nolonger")))
                    .findFirst();
            if (newer.isPresent()) {
                return Optional.of(
                        cited.number() + " is overtaken by " + newer.get().number());
            }
        }
        return Optional.empty();
    }

    static boolean isNewer(Entry one, Entry other) {
        String day = one.evidence().asOf();
        return !day.isEmpty()
                && !other.evidence().asOf().isEmpty()
                && day.compareTo(other.evidence().asOf()) > 0;
    }

    private static boolean overtakes(Clause clause, Statement known, Statement newer) {
        if (clause.saysOneOf(PRESENT) && movesOn(clause, known, newer)) {
            return true;
        }
        List<Token> topic = known.clause().tokens().stream()
                .filter(token -> !VALUES.contains(token.kind())
                        && !COMMIT.matcher(token.text()).matches())
                .toList();
        long shared = topic.stream().filter(newer::near).count();
        List<Token> said = clause.tokens().stream()
                .filter(token -> !(VALUES.contains(token.kind()) && known.clauseHolds(token)))
                .filter(token -> !COMMIT.matcher(token.text()).matches())
                .toList();
        long also = said.stream().filter(newer::near).count();
        boolean sameLine = !known.isOfList()
                || known.context().stream()
                        .filter(token -> token.kind() == Kind.VERSION || token.kind() == Kind.NUMBER)
                        .allMatch(newer::near);
        if (shared < 2 || also < 2 || shared * 10 < 7L * topic.size() || also * 10 < 7L * said.size() || !sameLine) {
            return false;
        }
        boolean value = clause.tokens().stream()
                .filter(token -> VALUES.contains(token.kind()) && known.clauseHolds(token))
                .anyMatch(token -> (!newer.clauseHolds(token) || isDenied(token, newer))
                        && isSame(clause, newer, token.kind())
                        && (token.kind() != Kind.VERSION || corrects(newer, known))
                        && newer.clause().tokens().stream().anyMatch(rival -> rival.kind() == token.kind()));
        return value
                || isSame(clause, newer, Kind.WORD)
                        && Polarity.between(clause, newer).isPresent();
    }

    /** The newer one goes from the version to another. */
    private static boolean movesOn(Clause clause, Statement known, Statement newer) {
        boolean about = clause.tokens().stream()
                .filter(token -> token.kind() == Kind.NAME || token.kind() == Kind.WORD && Weights.isName(token))
                .anyMatch(token -> known.holds(token) && newer.clauseHolds(token));
        return about
                && clause.tokens().stream()
                        .filter(token -> token.kind() == Kind.VERSION && known.clauseHolds(token))
                        .anyMatch(token -> movesOn(newer, token));
    }

    private static boolean movesOn(Statement newer, Token version) {
        List<Token> tokens = newer.clause().tokens();
        int at = Weights.index(tokens, version);
        return at >= 0
                && (newer.clause().has("MOVE") || newer.clause().has("REVERT"))
                && tokens.subList(at + 1, tokens.size()).stream().anyMatch(token -> token.kind() == Kind.VERSION);
    }

    private static boolean isDenied(Token token, Statement newer) {
        return newer.clause().tokens().stream().anyMatch(one -> one.norm().equals(token.norm()) && one.negated());
    }

    /** It is about all the things that the clause is about, but for values of the kind that has changed. */
    private static boolean isSame(Clause clause, Statement newer, Kind changed) {
        return clause.tokens().stream()
                .filter(token -> (token.isFact() || token.kind() == Kind.NAME) && token.kind() != changed)
                .allMatch(newer::near);
    }

    /** Versions name things too: another one is a correction only from the same source, or where it calls itself one. */
    private static boolean corrects(Statement newer, Statement known) {
        return newer.entry().evidence().source().equals(known.entry().evidence().source())
                || newer.clause().saysOneOf(CORRECTING)
                || rest(newer).equals(rest(known));
    }

    /** All but the values. */
    private static Set<String> rest(Statement known) {
        return known.clause().tokens().stream()
                .filter(token -> !VALUES.contains(token.kind()))
                .map(Token::norm)
                .collect(Collectors.toSet());
    }
}
