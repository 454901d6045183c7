package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.verify.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every version, number, date, identifier, place and name stands in what is cited, or follows from it by counting. */
final class Facts implements Check {
    private static final Set<String> WRITTEN = Set.of(
            "entry",
            "notice",
            "bulletin",
            "announcement",
            "advisory",
            "note",
            "notes",
            "data",
            "statement",
            "message",
            "calendar",
            "page",
            "newer",
            "older",
            "corrected",
            "record",
            "list",
            "report",
            "correction",
            "facts");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> {
            for (int i = 0; i < clause.tokens().size(); i++) {
                Token token = clause.tokens().get(i);
                boolean named = token.isFact()
                        || token.kind() == Kind.NAME
                        || isKnownElsewhere(claim, token)
                        || isSibling(claim, token);
                boolean spans = token.kind() == Kind.NUMBER && Span.at(clause, i) != null;
                if (spans && !Days.follows(claim, clause, i) && !Counts.isTold(claim, clause, i)) {
                    return Optional.of("no cited entry gives '" + token.text() + "' of these");
                }
                if (named
                        && !claim.isCited(token)
                        && !isDayOfEntry(claim, clause, token)
                        && !follows(claim, clause, i)
                        && !isNameOfPlace(claim, token)) {
                    return Optional.of("no cited entry has '" + token.text() + "'");
                }
            }
            return Optional.empty();
        });
    }

    /** "At line 18": of a cited place, whose file the sentence names if it names any. */
    private static boolean isLine(Claim claim, Clause clause, Token number) {
        if (!number.text().matches("\\d+")
                || claim.clauses().stream().noneMatch(one -> one.saysOneOf(Set.of("line", "lines")))) {
            return false;
        }
        List<Token> places = claim.statements().stream()
                .flatMap(known -> Stream.concat(known.neighbours().stream(), known.context().stream()))
                .filter(token -> token.kind() == Kind.PLACE)
                .toList();
        List<Token> said = places.stream()
                .filter(place -> claim.tokens().stream().anyMatch(token -> isFileOf(token, place)))
                .toList();
        boolean names = claim.tokens().stream().anyMatch(token -> token.text()
                .matches(".*\\w\\.(?:java|kt|xml|ya?ml|tf|properties|json|toml|gradle)"));
        return (said.isEmpty() && !names ? places : said)
                .stream().anyMatch(place -> place.text().endsWith(":" + number.text()));
    }

    private static boolean isFileOf(Token token, Token place) {
        return token.kind() != Kind.PLACE && token.isFact() && token.isIn(place);
    }

    /** "The notice of May": when an entry was written. */
    private static boolean isDayOfEntry(Claim claim, Clause clause, Token token) {
        return token.kind() == Kind.DATE
                && clause.saysOneOf(WRITTEN)
                && claim.cited().stream()
                        .flatMap(entry -> Reading.ofList(entry.evidence().asOf()).stream())
                        .flatMap(day -> day.tokens().stream())
                        .anyMatch(token::isIn);
    }

    /** "Commons-compress" where the evidence has commons-io, and the sentence has not. */
    private static boolean isSibling(Claim claim, Token token) {
        return Weights.isName(token)
                && token.text().contains("-")
                && claim.statements().stream()
                        .flatMap(known -> known.clause().tokens().stream())
                        .filter(known -> known.text().contains("-") && !claim.isSaid(known))
                        .anyMatch(known -> areSiblings(token.text(), known.text()));
    }

    private static boolean areSiblings(String one, String other) {
        List<String> mine = List.of(one.toLowerCase(Locale.ROOT).split("-"));
        List<String> theirs = List.of(other.toLowerCase(Locale.ROOT).split("-"));
        int last = mine.size() - 1;
        return mine.size() == theirs.size()
                && (mine.get(0).equals(theirs.get(0)) || mine.get(last).equals(theirs.get(last)));
    }

    /** A name such as "orders-db" that the dossier has. */
    private static boolean isKnownElsewhere(Claim claim, Token token) {
        return Weights.isName(token)
                && claim.dossier().entries().stream()
                        .anyMatch(entry -> claim.said(entry).stream().anyMatch(known -> known.clauseHolds(token)));
    }

    private static boolean follows(Claim claim, Clause clause, int at) {
        Token token = clause.tokens().get(at);
        if (isLine(claim, clause, token) || Days.isReckoned(claim, token)) {
            return true;
        }
        if (token.kind() != Kind.NUMBER) {
            return false;
        }
        return Days.follows(claim, clause, at) || Sums.follows(claim, clause, token);
    }

    /**
     * What is declared at a cited line, or goes between cited versions, has its name from another entry about that line or
     * version.
     */
    private static boolean isNameOfPlace(Claim claim, Token token) {
        return (token.kind() == Kind.NAME || token.kind() == Kind.ID)
                && claim.dossier().entries().stream()
                        .anyMatch(entry -> claim.cited().stream().anyMatch(cited -> names(claim, entry, token, cited)));
    }

    private static boolean names(Claim claim, Entry entry, Token name, Entry cited) {
        List<Statement> saying = claim.said(entry).stream()
                .filter(statement -> statement.holds(name))
                .toList();
        if (cited.evidence().source().equals(entry.evidence().source())) {
            return !saying.isEmpty() && Statement.isDeclared(entry);
        }
        return cited.evidence().kind().equals("change")
                && versions(claim, cited).anyMatch(version -> saying.stream()
                        .flatMap(known -> known.clause().tokens().stream())
                        .anyMatch(known -> known.kind() == Kind.VERSION && known.isIn(version)));
    }

    private static Stream<Token> versions(Claim claim, Entry entry) {
        return claim.said(entry).stream()
                .flatMap(known -> known.clause().tokens().stream())
                .filter(token -> token.kind() == Kind.VERSION);
    }
}
