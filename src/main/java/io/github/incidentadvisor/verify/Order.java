package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.verify.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** From and to, caller and called, old and new: two things of one kind stand in the order that is cited. */
final class Order implements Check {
    /** Words that turn the order of the two things around them. */
    private static final Pattern TURNING = Pattern.compile(
            "(?i)\\b(takesplaceof|replaces|supersedes|comes in through|comes with|comes in with|came in through|"
                    + "brought in by|called by|used by|refused by|removed by|to \\S+ from)\\b");

    /** "Replaces this with that" goes from this to that. */
    private static final Pattern REPLACING = Pattern.compile("(?i)\\breplaces ((?:\\S+ ){0,8}?with) ");

    private static final Pattern STEP = Pattern.compile("(?i)\\bfrom ([\\w.:/-]*\\w) to ([\\w.:/-]*\\w)");

    private static final Pattern RISING = Pattern.compile("(?i)\\b(up|raised?|upgraded?|rises?)\\b");
    private static final Pattern FALLING = Pattern.compile(
            "(?i)\\b((?<!further |lines? )down|downgraded?|lowered|(?:falls?|fell)(?! in\\b| into\\b| within\\b| under\\b)|back|revert(ed|s)?)\\b");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> ofClause(claim, clause)).or(() -> direction(claim));
    }

    private static Optional<String> ofClause(Claim claim, Clause clause) {
        if (claim.isTask(clause)) {
            return Optional.empty();
        }
        List<Token> said = new ArrayList<>();
        int place = claim.clauses().indexOf(clause);
        if (clause.isRelative() && place > 0) {
            said.addAll(claim.clauses().get(place - 1).tokens());
        }
        said.addAll(clause.tokens());
        String words = String.join(" ", clause.words());
        boolean relates = clause.has("REPLACE") || clause.has("RENAME");
        for (int i = 0; i < said.size(); i++) {
            for (int j = i + 1; j < said.size(); j++) {
                Token a = said.get(i);
                Token b = said.get(j);
                if (isPair(a, b)
                        && claim.isOnce(a)
                        && claim.isOnce(b)
                        && (a.kind() == Kind.ID || isDirected(clause))
                        && isTurned(claim, a, b, words)) {
                    return Optional.of("'" + a.text() + "' and '" + b.text() + "' have changed places");
                }
                if (relates
                        && a.kind() != Kind.DATE
                        && isPair(a, b)
                        && claim.cited().stream().noneMatch(entry -> hasBoth(claim, entry, a, b))) {
                    return Optional.of("'" + a.text() + "' and '" + b.text() + "' are not told of one thing");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasBoth(Claim claim, Entry entry, Token a, Token b) {
        List<Statement> known = claim.said(entry);
        return known.stream().anyMatch(one -> one.near(a) && one.near(b));
    }

    private static boolean isPair(Token a, Token b) {
        return a.kind() == b.kind()
                && (a.isFact())
                && !a.norm().equals(b.norm())
                && !a.isIn(b)
                && !b.isIn(a)
                && a.kind() != Kind.PLACE
                && Rivals.are(a, b);
    }

    private static boolean isTurned(Claim claim, Token a, Token b, String said) {
        if (claim.clauses().stream().noneMatch(Order::isDirected) && isOwned(claim, a) && isOwned(claim, b)) {
            return false;
        }
        boolean anyRight = false;
        boolean anyWrong = false;
        for (var entry : claim.cited()) {
            List<String> texts = new ArrayList<>(entry.concluded());
            texts.add(entry.evidence().quote());
            texts.add(entry.evidence().source());
            for (String text : texts) {
                List<Clause> clauses = claim.read(text);
                List<Token> all =
                        clauses.stream().flatMap(c -> c.tokens().stream()).toList();
                int first = index(all, a);
                int second = index(all, b);
                if (first < 0 || second < 0 || first == second) {
                    continue;
                }
                boolean turned = (turns(said) != isObjectFirst(claim.text(), a, b))
                        != (turns(text) != isObjectFirst(text, a, b));
                boolean right = (first < second) != turned || movedTogether(claim.tokens(), all, a, b);
                anyRight |= right;
                anyWrong |= !right;
            }
        }
        return anyWrong && !anyRight;
    }

    /** Whether it tells of a step, from one to another. */
    private static boolean isDirected(Clause clause) {
        return TURNING.matcher(String.join(" ", clause.words())).find()
                || clause.has("MOVE")
                || clause.has("REPLACE")
                || clause.has("RENAME")
                || clause.words().contains("from") && clause.saysOneOf(Set.of("to", "into"));
    }

    /** Whether it stands behind the same name here and in what is cited: "okhttp 4.12.0". */
    private static boolean isOwned(Claim claim, Token value) {
        return owner(claim.tokens(), value)
                .filter(name -> claim.cited().stream()
                        .flatMap(entry -> Stream.concat(
                                Stream.of(
                                        entry.evidence().quote(),
                                        entry.evidence().source()),
                                entry.concluded().stream()))
                        .anyMatch(text -> owner(
                                        claim.read(text).stream()
                                                .flatMap(clause -> clause.tokens().stream())
                                                .toList(),
                                        value)
                                .filter(known -> name.isIn(known) || known.isIn(name))
                                .isPresent()))
                .isPresent();
    }

    private static Optional<Token> owner(List<Token> tokens, Token value) {
        int at = index(tokens, value);
        return Optional.of(at)
                .filter(i -> i > 0)
                .map(i -> tokens.get(i - 1))
                .filter(token -> token.kind() == Kind.ID
                        || token.kind() == Kind.NAME
                        || token.kind() == Kind.WORD
                                && Lexicon.ENGLISH.meaning(token.text()).isEmpty()
                                && !Lexicon.ENGLISH.isPlain(token.text()));
    }

    /** "The method that Foo calls": what is called stands before who calls. */
    private static boolean isObjectFirst(String text, Token a, Token b) {
        return Pattern.compile("\\Q" + a.text() + "\\E,? (?:that|which) (?:the )?(?:[\\w.-]+ )?[\\w.:/-]*\\Q" + b.text()
                        + "\\E,? (?!is\\b|are\\b|was\\b|were\\b)[a-z]|" + "\\Q" + b.text()
                        + "\\E,? (?:that|which) (?:the )?(?:[\\w.-]+ )?[\\w.:/-]*\\Q" + a.text()
                        + "\\E,? (?!is\\b|are\\b|was\\b|were\\b)[a-z]")
                .matcher(text)
                .find();
    }

    private static boolean turns(String text) {
        String plain = text;
        for (var phrase : Lexicon.ENGLISH.phrases().entrySet()) {
            if (phrase.getValue().equals("takesplaceof")) {
                plain = plain.toLowerCase(Locale.ROOT).replace(phrase.getKey(), phrase.getValue());
            }
        }
        return TURNING.matcher(REPLACING.matcher(plain).replaceAll("changes $1"))
                                .results()
                                .count()
                        % 2
                == 1;
    }

    /** The words beside each of the two are those that stand beside it in the evidence: the clauses were told in another order. */
    private static boolean movedTogether(List<Token> said, List<Token> known, Token a, Token b) {
        Set<String> nearA = near(said, a);
        Set<String> nearB = near(said, b);
        Set<String> knownA = near(known, a);
        Set<String> knownB = near(known, b);
        long kept = shared(nearA, knownA, knownB) + shared(nearB, knownB, knownA);
        long crossed = shared(nearA, knownB, knownA) + shared(nearB, knownA, knownB);
        return kept > crossed;
    }

    private static long shared(Set<String> said, Set<String> known, Set<String> other) {
        return said.stream()
                .filter(word -> known.contains(word) && !other.contains(word))
                .count();
    }

    private static Set<String> near(List<Token> tokens, Token at) {
        int index = index(tokens, at);
        Set<String> words = new java.util.HashSet<>();
        for (int i = Math.max(0, index - 2); i <= Math.min(tokens.size() - 1, index + 2); i++) {
            if (i != index && !tokens.get(i).isFact() && !tokens.get(i).text().contains("-")) {
                words.add(tokens.get(i).norm());
            }
        }
        return words;
    }

    private static int index(List<Token> tokens, Token token) {
        for (int i = 0; i < tokens.size(); i++) {
            if (token.isIn(tokens.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> direction(Claim claim) {
        Matcher step = STEP.matcher(claim.text());
        while (step.find()) {
            String turned = "from " + step.group(2) + " to " + step.group(1);
            Optional<Entry> other = claim.cited().stream()
                    .filter(entry ->
                            entry.evidence().quote().toLowerCase(Locale.ROOT).contains(turned.toLowerCase(Locale.ROOT)))
                    .findFirst();
            if (other.isPresent()) {
                return Optional.of("in " + other.get().number() + " it goes the other way");
            }
        }
        boolean evidenceFalls = claim.cited().stream()
                .anyMatch(entry -> FALLING.matcher(entry.evidence().quote()).find());
        boolean moves = claim.clauses().stream().anyMatch(clause -> clause.has("MOVE"));
        boolean falls = FALLING.matcher(claim.text()).find()
                && !RISING.matcher(claim.text()).find();
        return moves && falls && !evidenceFalls ? Optional.of("no cited entry goes down") : Optional.empty();
    }
}
