package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The whole dossier is read: what a newer entry says otherwise is not told as it was. */
final class Overtaken implements Check {
    private static final Set<Kind> VALUES = Set.of(Kind.DATE, Kind.VERSION, Kind.NUMBER);

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> Support.best(clause, claim.statements())
                .filter(known -> !clause.says("formerly"))
                .flatMap(known -> claim.dossier().entries().stream()
                        .filter(entry -> isNewer(entry, known.entry()))
                        .filter(entry -> !claim.cites().contains(entry.number()))
                        .flatMap(entry -> Statement.of(entry).stream())
                        .filter(newer -> overtakes(clause, known, newer))
                        .findFirst()
                        .map(newer -> known.entry().number() + " is overtaken by "
                                + newer.entry().number())));
    }

    private static boolean isNewer(Entry one, Entry other) {
        String day = one.evidence().asOf();
        return !day.isEmpty()
                && !other.evidence().asOf().isEmpty()
                && day.compareTo(other.evidence().asOf()) > 0;
    }

    private static boolean overtakes(Clause clause, Statement known, Statement newer) {
        List<Token> topic = known.clause().tokens().stream()
                .filter(token -> !VALUES.contains(token.kind()))
                .toList();
        long shared = topic.stream().filter(newer::near).count();
        List<Token> said = clause.tokens().stream()
                .filter(token -> !(VALUES.contains(token.kind()) && known.clauseHolds(token)))
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
                .anyMatch(token -> !newer.near(token)
                        && newer.clause().tokens().stream().anyMatch(rival -> rival.kind() == token.kind()));
        return value || Polarity.between(clause, newer).isPresent();
    }
}
