package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;

/** Two that have changed places fit each other's words better than their own. */
final class Crossed implements Check {
    private static final double CLEARLY = 0.65;

    @Override
    public Optional<String> objection(Claim claim) {
        for (Clause one : claim.clauses()) {
            if (claim.isTask(one)) {
                continue;
            }
            for (Clause two : claim.clauses()) {
                for (Token a : one.tokens()) {
                    for (Token b : two.tokens()) {
                        boolean pair = !(a.kind() == Kind.DATE && areOfOneThing(claim, a, b))
                                && Weights.isName(a)
                                && Weights.isName(b)
                                && Rivals.are(a, b)
                                && (a.kind() == b.kind() || Rivals.isWord(a) || areTogether(claim, a, b))
                                && (a.kind() != Kind.NUMBER
                                        || one.tokens().size() > 2
                                                && two.tokens().size() > 2)
                                && claim.isOnce(a)
                                && claim.isOnce(b)
                                && !(one == two
                                        && Math.abs(one.tokens().indexOf(a)
                                                        - one.tokens().indexOf(b))
                                                == 1)
                                && claim.isCited(a)
                                && claim.isCited(b);
                        if (pair && isCrossed(claim, claim.around(one), a, claim.around(two), b)) {
                            return Optional.of("'" + a.text() + "' and '" + b.text() + "' stand in each other's place");
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Two notices of one source give a day each. */
    private static boolean areOfOneThing(Claim claim, Token a, Token b) {
        return claim.cited().stream()
                .filter(one -> claim.said(one).stream().anyMatch(known -> known.clauseHolds(a)))
                .anyMatch(one -> claim.cited().stream()
                        .filter(other -> !other.equals(one)
                                && other.evidence()
                                        .source()
                                        .equals(one.evidence().source()))
                        .anyMatch(other -> claim.said(other).stream().anyMatch(known -> known.clauseHolds(b))));
    }

    private static boolean areTogether(Claim claim, Token a, Token b) {
        return claim.statements().stream().anyMatch(known -> known.near(a, false) && known.near(b, false));
    }

    private static boolean isCrossed(Claim claim, List<Token> textA, Token a, List<Token> textB, Token b) {
        List<Token> both = List.of(a, b);
        int atA = textA.indexOf(a);
        int atB = textB.indexOf(b);
        double straight = Weights.best(claim, textA, atA, both, a) + Weights.best(claim, textB, atB, both, b);
        double crossed = Weights.best(claim, textA, atA, both, b) + Weights.best(claim, textB, atB, both, a);
        return crossed > straight + (a.kind() == Kind.NUMBER ? 1 : CLEARLY);
    }
}
