package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A value or name belongs to what is said around it: nothing else that is cited fits these words better. Two that have changed
 * places fit each other's words better than their own.
 */
final class Binding implements Check {
    private static final double CLEARLY = 0.65;
    private static final double TOGETHER = 3;
    private static final double ELSEWHERE = 1.2;

    private static final Set<String> BEYOND = Set.of("past", "beyond", "outside", "above", "newer");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> claim.isTask(clause)
                        ? Optional.<String>empty()
                        : ofClause(claim, clause).or(() -> apart(claim, clause)).or(() -> elsewhere(claim, clause)))
                .or(() -> crossed(claim));
    }

    /** The tokens of a clause with those of a clause that only adds to it; of a short one with those of the clause before. */
    private static List<Token> around(Claim claim, Clause clause) {
        List<Token> tokens = new ArrayList<>();
        int at = claim.clauses().indexOf(clause);
        boolean bare = clause.tokens().size() < 4
                && clause.tokens().stream().filter(Weights::isName).count() < 2;
        if (at > 0 && (bare || clause.isRelative())) {
            tokens.addAll(claim.clauses().get(at - 1).tokens());
        }
        tokens.addAll(clause.tokens());
        if (at + 1 < claim.clauses().size() && claim.clauses().get(at + 1).isRelative()) {
            tokens.addAll(claim.clauses().get(at + 1).tokens());
        }
        return tokens;
    }

    private static Optional<String> ofClause(Claim claim, Clause clause) {
        List<Token> text = around(claim, clause);
        for (Token token : clause.tokens()) {
            if (Weights.isName(token) && claim.isCited(token)) {
                Optional<String> better = better(claim, text, text.lastIndexOf(token));
                if (better.isPresent()) {
                    return better;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> better(Claim claim, List<Token> text, int at) {
        Token token = text.get(at);
        double own = fit(claim, text, at, List.of(), token);
        List<String> homes = claim.statements().stream()
                .filter(known -> known.holds(token))
                .map(known -> known.entry().number())
                .toList();
        boolean moves = claim.clauses().stream().anyMatch(one -> one.has("MOVE"))
                && claim.statements().stream()
                        .anyMatch(known -> known.clauseHolds(token)
                                && known.entry().evidence().kind().equals("change"));
        for (Statement statement : claim.statements()) {
            if (moves && !homes.contains(statement.entry().number())
                    || isRange(statement, token)
                    || isPast(claim, statement, token)) {
                continue;
            }
            for (Token rival : statement.clause().tokens()) {
                boolean elsewhere = rivals(token, rival)
                        && countsAlike(text, at, statement, rival)
                        && claim.tokens().stream().noneMatch(said -> said.isIn(rival));
                if (elsewhere
                        && (Weights.fit(text, at, List.of(), statement, rival) > own + margin(token, statement, homes)
                                || isPlainer(claim, text, at, statement, rival, own))) {
                    return Optional.of("'" + token.text() + "' is put where "
                            + statement.entry().number() + " has '" + rival.text() + "'");
                }
            }
        }
        return Optional.empty();
    }

    /** A version is no rival of the ends of a range that it is in. */
    private static boolean isRange(Statement statement, Token token) {
        List<String> ends = statement.clause().tokens().stream()
                .filter(one -> one.kind() == Kind.VERSION)
                .map(Token::norm)
                .toList();
        return token.kind() == Kind.VERSION
                && !ends.isEmpty()
                && (statement.clause().saysOneOf(Set.of("upto", "up", "before"))
                        || ends.stream().anyMatch(end -> Numbers.compare(end, token.norm()) <= 0))
                && ends.stream().anyMatch(end -> Numbers.compare(end, token.norm()) >= 0)
                && !statement.clauseHolds(token)
                && statement.entry().evidence().kind().equals("vulnerability");
    }

    /** "Past the range": it is newer than all versions of its major that the range names. */
    private static boolean isPast(Claim claim, Statement statement, Token token) {
        List<String> ends = statement.clause().tokens().stream()
                .filter(one -> one.kind() == Kind.VERSION)
                .map(Token::norm)
                .filter(end -> major(end).equals(major(token.norm())))
                .toList();
        return token.kind() == Kind.VERSION
                && statement.entry().evidence().kind().equals("vulnerability")
                && claim.clauses().stream().anyMatch(clause -> clause.saysOneOf(BEYOND))
                && !ends.isEmpty()
                && ends.stream().allMatch(end -> Numbers.compare(end, token.norm()) < 0);
    }

    private static String major(String version) {
        return version.replaceFirst("[.-].*", "");
    }

    /** What another entry tells, or the same clause of it, is nearer by chance. */
    private static double margin(Token token, Statement statement, List<String> homes) {
        return statement.clauseHolds(token)
                ? TOGETHER
                : homes.contains(statement.entry().number()) || statement.isOfList() ? CLEARLY : ELSEWHERE;
    }

    /** Numbers compete where they count the same. */
    private static boolean countsAlike(List<Token> text, int at, Statement statement, Token rival) {
        if (text.get(at).kind() != Kind.NUMBER) {
            return true;
        }
        List<Token> known = statement.clause().tokens();
        int there = known.indexOf(rival);
        return at + 1 < text.size()
                && known.subList(there + 1, Math.min(known.size(), there + 3)).stream()
                        .anyMatch(next -> text.subList(at + 1, Math.min(text.size(), at + 3)).stream()
                                .anyMatch(said -> said.isIn(next)));
    }

    /** In a list of values, another one fits as well and has less beside it. */
    private static boolean isPlainer(
            Claim claim, List<Token> text, int at, Statement statement, Token rival, double own) {
        if (!statement.isOfList() || Weights.fit(text, at, List.of(), statement, rival) < own - 0.1) {
            return false;
        }
        return claim.statements().stream()
                .filter(known -> known.entry().equals(statement.entry()) && known.clauseHolds(text.get(at)))
                .anyMatch(known -> Closest.extra(text, statement) < Closest.extra(text, known));
    }

    private static Optional<String> crossed(Claim claim) {
        for (Clause one : claim.clauses()) {
            if (claim.isTask(one)) {
                continue;
            }
            for (Clause two : claim.clauses()) {
                for (Token a : one.tokens()) {
                    for (Token b : two.tokens()) {
                        boolean pair = Weights.isName(a)
                                && Weights.isName(b)
                                && rivals(a, b)
                                && (a.kind() == b.kind() || isWord(a) || areTogether(claim, a, b))
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
                        if (pair && isCrossed(claim, around(claim, one), a, around(claim, two), b)) {
                            return Optional.of("'" + a.text() + "' and '" + b.text() + "' stand in each other's place");
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean areTogether(Claim claim, Token a, Token b) {
        return claim.statements().stream().anyMatch(known -> known.near(a, false) && known.near(b, false));
    }

    private static boolean isCrossed(Claim claim, List<Token> textA, Token a, List<Token> textB, Token b) {
        List<Token> both = List.of(a, b);
        int atA = textA.indexOf(a);
        int atB = textB.indexOf(b);
        double straight = fit(claim, textA, atA, both, a) + fit(claim, textB, atB, both, b);
        double crossed = fit(claim, textA, atA, both, b) + fit(claim, textB, atB, both, a);
        return crossed > straight + (a.kind() == Kind.NUMBER ? 1 : CLEARLY);
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
                if (rival.isPresent()) {
                    return Optional.of("'" + name.text() + "' is put where "
                            + saying.get(0).entry().number() + " has '"
                            + rival.get().text() + "'");
                }
            }
        }
        return Optional.empty();
    }

    /** A thing of the statement that the sentence leaves out, while it has this one, which the statement has not. */
    private static Optional<Token> rival(Claim claim, Statement known, Token name) {
        return !Weights.isName(name) || name.kind() == Kind.NUMBER || known.holds(name) || !claim.isCited(name)
                ? Optional.empty()
                : known.clause().tokens().stream()
                        .filter(other -> rivals(name, other))
                        .filter(other -> claim.tokens().stream().noneMatch(said -> said.isIn(other)))
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
                        .filter(known -> known.clauseHolds(value))
                        .anyMatch(known -> known.near(version, false));
                if (apart) {
                    return Optional.of("'" + version.text() + "' and '" + value.text() + "' are not told of one thing");
                }
            }
        }
        return Optional.empty();
    }

    private static double fit(Claim claim, List<Token> text, int at, List<Token> apart, Token there) {
        return claim.statements().stream()
                .filter(statement -> statement.holds(there))
                .mapToDouble(statement -> Weights.fit(text, at, apart, statement, there))
                .max()
                .orElse(0);
    }

    /** Both could stand in one place. */
    static boolean rivals(Token token, Token rival) {
        if (token.norm().equals(rival.norm()) || token.isIn(rival) || rival.isIn(token)) {
            return false;
        }
        boolean numbers = token.kind() != rival.kind()
                && token.isFact()
                && rival.isFact()
                && token.text().matches("\\d+")
                && rival.text().matches("\\d+");
        boolean names = isWord(token)
                && isWord(rival)
                && Weights.isName(token)
                && Weights.isName(rival)
                && shape(token).equals(shape(rival));
        return token.kind() == rival.kind() && !isWord(token) || names || numbers;
    }

    private static boolean isWord(Token token) {
        return token.kind() == Kind.ID || token.kind() == Kind.NAME || token.kind() == Kind.WORD;
    }

    /** Class names stand in the place of class names, keys in that of keys. */
    private static String shape(Token identifier) {
        String text = identifier.text();
        if (identifier.kind() == Kind.NAME || text.matches("[A-Z]+-.*")) {
            return identifier.kind() == Kind.NAME ? "name" : "code";
        }
        if (text.contains("(") || text.contains("/")) {
            return text.contains("(") ? "call" : "path";
        }
        if (text.matches(
                "[\\w-]+\\.(?:java|kt|scala|groovy|xml|ya?ml|properties|json|tf|toml|gradle|md|js|ts|py|sh)")) {
            return "file";
        }
        String last = text.substring(text.lastIndexOf('.') + 1);
        return !last.isEmpty() && Character.isUpperCase(last.charAt(0))
                ? "type"
                : (text.contains(".") ? "dotted" : "") + (text.contains("-") ? "hyphen" : "");
    }
}
