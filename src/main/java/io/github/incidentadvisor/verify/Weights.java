package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;

/** How well words fit together: facts and names bind most, words that say little least, and near ones more than far ones. */
final class Weights {
    private static final int NEAR = 3;
    private static final double FAR = 0.7;

    private Weights() {}

    static double of(Token token) {
        return isName(token) ? 2 : isPlain(token) ? 0.3 : 1;
    }

    /** Whether it names a thing; "ledger-primary" does too. */
    static boolean isName(Token token) {
        return token.isFact()
                || token.kind() == Kind.NAME
                || token.text().contains("-")
                        && Lexicon.ENGLISH.meaning(token.text()).isEmpty()
                        && !isPlain(token)
                        && !Lexicon.ENGLISH.isHedge(token.text());
    }

    static boolean isPlain(Token token) {
        return token.kind() == Kind.WORD && Lexicon.ENGLISH.isPlain(token.text());
    }

    /**
     * How much of what stands around a place of a text also stands around a token of a statement.
     *
     * @param at the place, of which the token itself does not count
     * @param apart tokens that do not count either
     */
    static double fit(List<Token> text, int at, List<Token> apart, Statement statement, Token there) {
        List<Token> known = statement.own();
        int home = index(statement.clause().tokens(), there);
        double sum = 0;
        for (int i = 0; i < text.size(); i++) {
            Token token = text.get(i);
            if (i == at || apart.stream().anyMatch(one -> one.norm().equals(token.norm()))) {
                continue;
            }
            int place = nearest(statement.clause().tokens(), token, home);
            double held = place >= 0
                    ? home >= 0 && Math.abs(place - home) > NEAR ? 0.7 : 1
                    : known.stream().anyMatch(token::isIn)
                            ? 0.8
                            : statement.holds(token) ? 0.6 : statement.near(token) ? 0.3 : 0;
            boolean flipped = place >= 0
                    && Lexicon.ENGLISH.isIn("strong", token.norm())
                    && statement.clause().tokens().stream()
                            .filter(other -> other.norm().equals(token.norm()))
                            .allMatch(other -> other.isPositive() != token.isPositive())
                    && statement.clause().has(token.norm());
            boolean opposed = flipped
                    || place < 0
                            && statement.clause().tokens().stream()
                                    .anyMatch(other -> Lexicon.ENGLISH.areOpposed(token.norm(), other.norm()));
            sum += opposed ? -1 : of(token) * held * (Math.abs(i - at) > NEAR ? FAR : 1);
        }
        return sum;
    }

    /** The best fit of what a cited entry has there. */
    static double best(Claim claim, List<Token> text, int at, List<Token> apart, Token there) {
        return claim.statements().stream()
                .filter(statement -> statement.holds(there))
                .mapToDouble(statement -> fit(text, at, apart, statement, there))
                .max()
                .orElse(0);
    }

    private static int nearest(List<Token> tokens, Token token, int home) {
        int best = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (token.isIn(tokens.get(i)) && (best < 0 || Math.abs(i - home) < Math.abs(best - home))) {
                best = i;
            }
        }
        return best;
    }

    static int index(List<Token> tokens, Token token) {
        for (int i = 0; i < tokens.size(); i++) {
            if (token.isIn(tokens.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
