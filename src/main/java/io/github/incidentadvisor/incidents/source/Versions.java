package io.github.incidentadvisor.incidents.source;

import io.github.incidentadvisor.incidents.Fact;
import io.github.incidentadvisor.incidents.Fact.Kind;
import io.github.incidentadvisor.incidents.text.Sentences;
import io.github.incidentadvisor.incidents.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Components with versions, from prose: "KIAM was upgraded from 3.5 to 3.6", "upgraded the AWS Terraform provider to 3.45". */
final class Versions {
    private static final String NAME =
            "(?<!\\w)(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|On|The|In|At)\\b)([A-Z`_][\\w.+-]*(?:[ -][A-Z0-9`][\\w.+-]*){0,3}|[a-z][\\w-]*[a-z](?: (?:provider|chart|operator|client|driver))?)";
    private static final String NUMBER = "[`*_]{0,2}v?(\\d{1,9}(?:\\.\\d{1,9}){1,5})[`*_]{0,2}";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(
                    NAME + "\\W[^.\\n]{0,60}?\\bfrom (?:version )?" + NUMBER + " (?:to|→|->) (?:version )?" + NUMBER),
            Pattern.compile("(?:upgrad|updat|bump|mov|migrat|downgrad)\\w* (?:of )?(?:the |our )?" + NAME
                    + "[^.\\n]{0,30}?\\bto (?:version )?()" + NUMBER),
            Pattern.compile(NAME + " (?:was |were )?(?:upgrad|updat|bump|downgrad)\\w* to (?:version )?()" + NUMBER),
            Pattern.compile(NAME + " (?:SDK )?(?:\\()?(?:version )()" + NUMBER),
            Pattern.compile(
                    "([A-Z][\\w.+-]*(?: [A-Z][\\w.+-]*){0,2}) ()v?(\\d{1,4}\\.\\d{1,5}(?:\\.\\d{1,5})?)\\b(?!%|:| ?(?:GB|MB|s\\b|ms\\b|percent))"));
    private static final Set<String> NO_NAMES = Set.of(
            "released",
            "deployed",
            "updated",
            "upgraded",
            "running",
            "using",
            "since",
            "after",
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
            "this",
            "was",
            "is",
            "between",
            "about");
    private static final int LONGEST = 400;
    private static final int MOST = 30;

    private Versions() {}

    /** Each with the sentence that says so. */
    static List<Fact> in(String text) {
        List<Fact> facts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Span sentence : Sentences.of(text, LONGEST)) {
            String words = sentence.of(text);
            if (words.indexOf('.') < 0 && words.indexOf(' ') < 0) {
                continue;
            }
            for (Pattern form : FORMS) {
                Matcher matcher = form.matcher(words);
                while (matcher.find() && facts.size() < MOST) {
                    String name = matcher.group(1).replaceAll("[`*_]", "").strip();
                    boolean named = name.length() > 1 && !NO_NAMES.contains(name.toLowerCase(java.util.Locale.ROOT));
                    String value = (name + " " + matcher.group(2) + " " + matcher.group(3)).replaceAll(" +", " ");
                    if (named && seen.add(name + matcher.group(3))) {
                        facts.add(new Fact(Kind.COMPONENT, value, sentence));
                    }
                }
            }
        }
        return facts;
    }
}
