package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;

/** The end of a release line is told of what has a version of that line, or of the line itself. */
final class Joins implements Check {
    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> clause.tokens().stream()
                .filter(token -> token.kind() == Kind.DATE)
                .map(day -> joined(claim, clause, day))
                .flatMap(Optional::stream)
                .findFirst());
    }

    private static Optional<String> joined(Claim claim, Clause clause, Token day) {
        List<Statement> lines = claim.statements().stream()
                .filter(known -> known.isOfList() && known.clauseHolds(day))
                .toList();
        boolean onlyOfLines = !lines.isEmpty()
                && claim.statements().stream().allMatch(known -> !known.clauseHolds(day) || known.isOfList());
        List<Entry> owners = claim.cited().stream()
                .filter(entry -> claim.said(entry).stream().noneMatch(Statement::isOfList))
                .filter(entry -> hasOwn(claim, clause, entry))
                .toList();
        if (!onlyOfLines || owners.isEmpty()) {
            return Optional.empty();
        }
        boolean fits = lines.stream().anyMatch(line -> {
            List<Token> cycle = line.context().stream()
                    .filter(token -> token.kind() == Kind.VERSION || token.kind() == Kind.NUMBER)
                    .toList();
            boolean named = cycle.stream().anyMatch(one -> claim.tokens().stream()
                    .anyMatch(said -> said.norm().equals(one.norm())));
            return cycle.isEmpty()
                    || named
                    || owners.stream().anyMatch(owner -> cycle.stream().anyMatch(one -> has(claim, owner, one)));
        });
        return fits
                ? Optional.empty()
                : Optional.of("what " + owners.get(0).number() + " is about has no version of the line that ends on "
                        + day.text());
    }

    /** Whether the clause has a name that only this entry has. */
    private static boolean hasOwn(Claim claim, Clause clause, Entry entry) {
        return clause.tokens().stream()
                .filter(Weights::isName)
                .anyMatch(token -> claim.said(entry).stream().anyMatch(known -> known.holds(token))
                        && claim.cited().stream()
                                .filter(other -> !other.equals(entry))
                                .noneMatch(other -> claim.said(other).stream().anyMatch(known -> known.holds(token))));
    }

    private static boolean has(Claim claim, Entry entry, Token version) {
        return claim.said(entry).stream()
                .flatMap(known -> known.clause().tokens().stream())
                .anyMatch(known -> version.isIn(known)
                        || version.norm().equals(known.norm())
                        || known.kind() == Kind.ID && known.text().contains(version.text()));
    }
}
