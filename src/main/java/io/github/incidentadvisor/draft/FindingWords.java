package io.github.incidentadvisor.draft;

import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Prose.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was found, as sentences that can be read without the table beside them: lines that say the same are told together, and
 * labels with a colon become phrases.
 */
final class FindingWords {
    /** Kinds whose text is about a line and leaves the line out. */
    static final Set<Kind> LINES =
            Set.of(Kind.BROKEN_REFERENCE, Kind.BROKEN_OVERRIDE, Kind.BEHAVIOUR_CHANGE, Kind.DEPRECATED_REFERENCE);

    private static final Set<Kind> ENDINGS = Set.of(Kind.END_OF_LIFE, Kind.TARGET_NEAR_END, Kind.RETIREMENT);

    /** Longer sentences are read by nobody. */
    private static final int LONGEST = 380;

    private static final Set<String> BEGINNINGS = Set.of("this", "the", "no", "every", "none", "it", "they", "what");
    private static final int NAMED = 3;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?”]) (?=[\\p{Lu}“<])");
    private static final Pattern SKEW = Pattern.compile("^(.+?) needs of (.+?) what it has not: ");
    private static final Pattern FLOATING =
            Pattern.compile("^(\\d+) images? whose tag floats: what (?:they run|it runs) changes from day to day: ");
    private static final Pattern SEEN = Pattern.compile("^Seen before(?: \\((.*?)\\))?: ");
    private static final Pattern NOTE = Pattern.compile("(?s)^(\\S+ \\S+) says: (“.*”) You use (.*)\\.$");

    /** They would call the issues of whoever reads it. */
    private static final Pattern ISSUES = Pattern.compile("\\s*\\(?(?<![\\w&])#\\d+(?:, #\\d+)*\\)?");

    private FindingWords() {}

    /** The sentences for these findings, in their order. */
    static List<Sentence> of(List<Finding> findings) {
        Map<String, List<Finding>> alike = new LinkedHashMap<>();
        findings.forEach(finding -> alike.computeIfAbsent(finding.kind() + finding.text(), key -> new ArrayList<>())
                .add(finding));
        List<Sentence> sentences = new ArrayList<>();
        for (List<Finding> group : alike.values()) {
            List<Evidence> cites = group.stream()
                    .flatMap(finding -> finding.evidence().stream())
                    .distinct()
                    .toList();
            for (String text : sentences(words(group))) {
                sentences.add(new Sentence(text, cites));
            }
        }
        return sentences;
    }

    private static String words(List<Finding> group) {
        Finding first = group.get(0);
        String text = first.text().strip();
        if (LINES.contains(first.kind())) {
            return line(group, text);
        }
        if (ENDINGS.contains(first.kind())) {
            return ending(first, text);
        }
        return switch (first.kind()) {
            case VERSION_SKEW -> SKEW.matcher(text).replaceFirst("$1 needs what $2 does not have: ");
            case HYGIENE ->
                FLOATING.matcher(text)
                        .replaceFirst(found -> found.group(1).equals("1")
                                ? "The tag of one image floats, so what it runs changes from day to day: "
                                : "The tags of " + found.group(1)
                                        + " images float, so what they run changes from day to day: ");
            case PAST_INCIDENT, PAST_REVERT ->
                SEEN.matcher(text)
                        .replaceFirst(found -> found.group(1) == null
                                ? "This was seen before: "
                                : "This was seen before (" + Matcher.quoteReplacement(found.group(1)) + "): ");
            case NEEDS_NEWER_JAVA -> text.replaceFirst(": none of ", ", so none of ");
            case ORPHAN_PIN ->
                text.replaceFirst("^<(\\S+)> pins ", "The property $1 pins ")
                        .replaceFirst(" that [^\\s:]+:([^\\s:]+):(\\S+) would give", " that $1 $2 would give");
            case REMOVED_API ->
                text.replaceFirst(" serves (.+?) no more from (\\S+) on", " stops serving $1 with $2")
                        .replaceFirst("( not serve .+?): Kubernetes dropped it", "$1, since Kubernetes dropped it")
                        .replace("; kubernetesVersion can say", "; the setting kubernetesVersion can tell it");
            case MOVED_DIGEST ->
                text.replaceFirst(" to a content: what ", " to a content, so what ")
                        .replaceFirst(
                                " gets another content: (\\S+) → (\\S+)\\.", " gets another content, from $1 to $2.");
            case VENDOR_ANNOUNCEMENT -> text.replace("”; you have ", "” You have ");
            case RELEASE_NOTE ->
                NOTE.matcher(text)
                        .replaceFirst(found -> Matcher.quoteReplacement("The notes of " + found.group(1) + " say: "
                                + found.group(2) + " You use " + found.group(3) + at(first.place()) + "."));
            default -> text;
        };
    }

    private static String at(Place place) {
        return place.isKnown() ? " (" + place + ")" : "";
    }

    /** Who does it is the line; several lines do it in the plural. */
    private static String line(List<Finding> group, String text) {
        List<Place> places = group.stream()
                .map(Finding::place)
                .filter(Place::isKnown)
                .distinct()
                .toList();
        if (places.isEmpty() || !Character.isLowerCase(text.charAt(0)) || !text.matches("(?s)[a-z]+s .*|will .*")) {
            return text;
        }
        boolean one = places.size() == 1;
        String words = text.replace("; will not compile", one ? "; it will not compile" : "; they will not compile")
                .replace(": will not compile", one ? ", so it will not compile" : ", so they will not compile")
                .replace(": compiles, and", one ? "; it compiles, and" : "; they compile, and")
                .replace(". Compiles, then fails", one ? ". It compiles, then fails" : ". They compile, then fail");
        return names(places) + " " + (one ? words : plural(words));
    }

    private static String names(List<Place> places) {
        List<String> names = places.stream().map(Place::brief).distinct().toList();
        if (names.size() == 1) {
            return names.get(0);
        }
        if (names.size() <= NAMED) {
            return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
        }
        return String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more lines";
    }

    private static String plural(String words) {
        int space = words.indexOf(' ');
        String verb = words.substring(0, space);
        String many = verb.equals("has")
                ? "have"
                : verb.equals("is") ? "are" : verb.replaceFirst("(?<=sh|ch|ss|x)es$|s$", "");
        return many + words.substring(space);
    }

    /** "Spring Boot 4.0: OSS support ends on …" is the OSS support for Spring Boot 4.0. */
    private static String ending(Finding finding, String text) {
        int colon = text.indexOf(": ");
        if (colon < 0) {
            return text;
        }
        if (finding.kind() == Kind.RETIREMENT) {
            return StateWords.of(text.substring(0, colon), text.substring(colon + 2));
        }
        String subject = text.substring(0, colon);
        String rest = text.substring(colon + 2);
        String what = finding.deadline().what();
        if (!what.isEmpty() && rest.startsWith(what + " ")) {
            return upper(what) + " for " + subject
                    + rest.substring(what.length()).replaceAll("; ([\\p{L} ]+) until ", "; $1 lasts until ");
        }
        return "For " + subject + ": " + rest;
    }

    private static List<String> sentences(String words) {
        List<String> sentences = new ArrayList<>();
        int open = 0;
        int start = 0;
        Matcher end = SENTENCE.matcher(words);
        while (end.find()) {
            String part = words.substring(start, end.start());
            open = (int) (part.chars().filter(c -> c == '“').count()
                    - part.chars().filter(c -> c == '”').count());
            if (open == 0) {
                sentences.add(whole(part));
                start = end.end();
            }
        }
        sentences.add(whole(words.substring(start)));
        return sentences;
    }

    private static String whole(String part) {
        String cut = part.length() <= LONGEST ? part : cut(part) + " …";
        cut = ISSUES.matcher(cut).replaceAll("");
        return capital(cut) + (cut.matches("(?s).*[.!?…”]") ? "" : ".");
    }

    /** At a word, and not within brackets: half of a method's parameters name another method. */
    private static String cut(String part) {
        String cut = part.substring(0, LONGEST).replaceFirst("[\\s,;:]+\\S*$", "");
        String closed = cut;
        while (isOpen(closed)) {
            closed = closed.substring(0, closed.lastIndexOf('(')).replaceFirst("[\\s,;:]*\\S*$", "");
        }
        return closed.length() > LONGEST / 2 ? closed : cut;
    }

    private static boolean isOpen(String text) {
        return text.chars().filter(c -> c == '(').count()
                > text.chars().filter(c -> c == ')').count();
    }

    /** A name such as "guava" keeps its small letter at the beginning too. */
    private static String capital(String text) {
        String first = text.split(" ", 2)[0];
        return BEGINNINGS.contains(first) ? upper(text) : text;
    }

    static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
