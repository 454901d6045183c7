package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Optional;

/** What happens to a thing, and when, is told of that thing, and not of another one that the evidence names as well. */
final class Elsewhere implements Check {
    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> claim.isTask(clause)
                ? Optional.<String>empty()
                : apart(claim, clause).or(() -> owned(claim, clause)).or(() -> elsewhere(claim, clause)));
    }

    /** What is affected, removed or fixed: the statement that says so names another thing in its place. */
    private static Optional<String> elsewhere(Claim claim, Clause clause) {
        for (Token predicate : clause.tokens()) {
            List<Statement> saying = claim.statements().stream()
                    .filter(known -> Lexicon.ENGLISH.isIn("strong", predicate.norm())
                            && known.clause().has(predicate.norm()))
                    .toList();
            if (saying.isEmpty()) {
                continue;
            }
            for (Token name : clause.tokens()) {
                Optional<Token> rival = saying.stream()
                                .allMatch(known -> rival(claim, known, name).isPresent())
                        ? rival(claim, saying.get(0), name)
                        : Optional.empty();
                boolean belongs = rival.filter(other -> RightPlace.isKnownApart(
                                claim, clause.tokens(), clause.tokens().indexOf(name), saying.get(0), other))
                        .isPresent();
                if (rival.isPresent() && !belongs) {
                    return Optional.of("'" + name.text() + "' is put where "
                            + saying.get(0).entry().number() + " has '"
                            + rival.get().text() + "'");
                }
            }
        }
        return Optional.empty();
    }

    /** "A 2 with B 1": 2 is not the version of B. */
    private static Optional<String> owned(Claim claim, Clause clause) {
        List<Token> tokens = clause.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            Token value = tokens.get(i);
            Token name = tokens.get(i - 1);
            if (value.kind() != Kind.VERSION || !name.text().contains("-")) {
                continue;
            }
            List<Statement> homes = claim.statements().stream()
                    .filter(known -> Weights.index(known.clause().tokens(), value) >= 0)
                    .toList();
            boolean another = !homes.isEmpty()
                    && homes.stream()
                            .allMatch(known -> isOfAnother(known.clause().tokens(), name, value));
            if (another) {
                return Optional.of("in " + homes.get(0).entry().number() + " '" + value.text() + "' is not told of '"
                        + name.text() + "'");
            }
        }
        return Optional.empty();
    }

    private static boolean isOfAnother(List<Token> told, Token name, Token value) {
        int at = Weights.index(told, value);
        return at > 0
                && Weights.index(told, name) >= 0
                && told.get(at - 1).text().contains("-")
                && !name.isIn(told.get(at - 1))
                && !told.get(at - 1).isIn(name);
    }

    /** A thing of the statement that the sentence leaves out, while it has this one, which the statement has not. */
    private static Optional<Token> rival(Claim claim, Statement known, Token name) {
        return !Weights.isName(name) || name.kind() == Kind.NUMBER || known.holds(name) || !claim.isCited(name)
                ? Optional.empty()
                : known.clause().tokens().stream()
                        .filter(other -> Rivals.are(name, other))
                        .filter(other -> !claim.isSaid(other))
                        .findFirst();
    }

    /** A version and a value that one entry tells of different things. */
    private static Optional<String> apart(Claim claim, Clause clause) {
        for (Token version : clause.tokens()) {
            for (Token value : clause.tokens()) {
                boolean time = value.kind() == Kind.DATE
                        || Span.at(clause, clause.tokens().indexOf(value)) != null;
                if (version.kind() != Kind.VERSION
                        || !time
                        || claim.statements().stream()
                                .anyMatch(known -> known.holds(value)
                                        && (known.holds(version) || known.isOfList() && known.near(version)))) {
                    continue;
                }
                boolean apart = claim.statements().stream()
                        .filter(known -> known.clauseHolds(value) && !Episodes.isEpisode(known.entry()))
                        .anyMatch(known -> known.near(version, false));
                if (apart) {
                    return Optional.of("'" + version.text() + "' and '" + value.text() + "' are not told of one thing");
                }
            }
        }
        return Optional.empty();
    }
}
