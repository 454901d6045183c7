package io.github.incidentadvisor.incidents.source;

import io.github.incidentadvisor.incidents.Fact;
import io.github.incidentadvisor.incidents.Fact.Kind;
import io.github.incidentadvisor.incidents.text.Sentences;
import io.github.incidentadvisor.incidents.text.Span;
import io.github.incidentadvisor.incidents.text.Token;
import io.github.incidentadvisor.incidents.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Components with versions, from prose: "KIAM was upgraded from 3.5 to 3.6", "upgraded the AWS Terraform provider to 3.45". The
 * name is the nearest one before the version, with nothing but words of movement between.
 */
final class Versions {
    private static final int REACH = 9;
    private static final int MOST_WORDS = 4;
    private static final int LONGEST = 400;
    private static final int MOST = 30;
    private static final Set<String> MOVES = Set.of(
            "upgrad",
            "updat",
            "bump",
            "mov",
            "migrat",
            "downgrad",
            "version",
            "releas",
            "switch",
            "rais",
            "go",
            "went");
    /** What comes after one of these is where it happened. */
    private static final Set<String> PLACES = Set.of("on", "in", "at", "for", "by", "with", "inside");

    private static final Set<String> TAILS =
            Set.of("provider", "chart", "operator", "client", "driver", "sdk", "agent");
    private static final Set<String> NO_NAMES = Set.of(
            "the",
            "from",
            "version",
            "to",
            "on",
            "in",
            "at",
            "of",
            "and",
            "a",
            "an",
            "this",
            "that",
            "was",
            "were",
            "is",
            "it",
            "we",
            "our",
            "after",
            "since",
            "when",
            "then",
            "once",
            "all",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "released",
            "fixed",
            "http",
            "https",
            "pr",
            "v");

    private final String text;
    private final List<Token> tokens;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private Versions(String text) {
        this.text = text;
        this.tokens = Tokens.of(text);
    }

    /** Each with the sentence that says so. */
    static List<Fact> in(String text) {
        Versions versions = new Versions(text);
        int token = 0;
        for (Span sentence : Sentences.of(text, LONGEST)) {
            int first = token;
            while (token < versions.tokens.size() && versions.tokens.get(token).start() < sentence.end()) {
                token++;
            }
            for (int i = first; i < token && versions.facts.size() < MOST; i++) {
                versions.at(i, first, sentence);
            }
        }
        return versions.facts;
    }

    private void at(int i, int first, Span sentence) {
        if (!isVersion(i)) {
            return;
        }
        boolean to = i - 1 >= first && term(i - 1).equals("to");
        boolean both = to && i - 3 >= first && isVersion(i - 2) && term(i - 3).equals("from");
        boolean starts = i + 2 < tokens.size()
                && i - 1 >= first
                && term(i - 1).equals("from")
                && term(i + 1).equals("to");
        if (starts && isVersion(i + 2)) {
            return;
        }
        int anchor = both ? i - 4 : to || i - 1 >= first && term(i - 1).equals("version") ? i - 2 : i - 1;
        String name = name(anchor, first, to || both);
        if (!name.isEmpty() && seen.add(name + " " + term(i))) {
            String from = both ? " " + term(i - 2) : "";
            facts.add(new Fact(Kind.COMPONENT, name + from + " " + term(i), sentence));
        }
    }

    /** @param moved whether words may stand between, one of which says that a version moved */
    private String name(int anchor, int first, boolean moved) {
        boolean said = !moved;
        for (int last = anchor; last >= Math.max(first, anchor - (moved ? REACH : 0)); last--) {
            if (isName(last)) {
                int start = last;
                while (start - 1 >= first && last - start < MOST_WORDS - 1 && isName(start - 1) && joined(start)) {
                    start--;
                }
                boolean place = moved && start - 1 >= first && PLACES.contains(term(start - 1));
                if (place && start - 2 >= first) {
                    last = start;
                    continue;
                }
                boolean before = said;
                for (int i = Math.max(first, start - 3); i < start; i++) {
                    before |= MOVES.contains(tokens.get(i).stem());
                }
                String name = text.substring(
                                tokens.get(start).start(), tokens.get(last).end())
                        .replaceAll("[`*_]", "");
                return before ? name : "";
            }
            said |= MOVES.contains(tokens.get(last).stem());
        }
        return "";
    }

    private boolean joined(int at) {
        return tokens.get(at).start() - tokens.get(at - 1).end() == 1;
    }

    private boolean isName(int at) {
        Token token = tokens.get(at);
        boolean tail = TAILS.contains(token.term()) && at > 0 && isName(at - 1) && joined(at);
        return tail
                || !token.number()
                        && Character.isUpperCase(text.charAt(token.start()))
                        && token.term().length() > 1
                        && !NO_NAMES.contains(token.term());
    }

    private boolean isVersion(int at) {
        Token token = tokens.get(at);
        return token.number() && token.term().contains(".");
    }

    private String term(int at) {
        return tokens.get(at).term();
    }
}
