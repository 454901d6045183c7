package io.github.incidentadvisor.incidents.source;

import io.github.incidentadvisor.incidents.Fact;
import io.github.incidentadvisor.incidents.Fact.Kind;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.text.Days;
import io.github.incidentadvisor.incidents.text.Outline;
import io.github.incidentadvisor.incidents.text.Outline.Part;
import io.github.incidentadvisor.incidents.text.Sentences;
import io.github.incidentadvisor.incidents.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the text of a post-mortem to the record: no model, every field with the words that say so. */
final class PostMortem {
    private static final Pattern ID = Pattern.compile(
            "\\b((?:INC|PM|SEV|OUT|PIR|POSTMORTEM|INCIDENT)[-_ ]?\\d[\\d-]*\\d|(?:INC|PM)[-_ ]?\\d+)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERITY = Pattern.compile(
            "\\b(?:SEV[- ]?[0-5]|P[0-5]|S[1-4]|critical|high|major|medium|moderate|minor|low)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPAN = Pattern.compile(
            "(?:(\\d{1,4}) ?(?:d|days?)\\b)?,? ?(?:and )?(?:(\\d{1,4}) ?(?:h|hrs?|hours?)\\b)?,? ?(?:and )?(?:(\\d{1,5}) ?(?:m|min|mins|minutes?)\\b)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ITEM = Pattern.compile("(?m)^[ \\t]*(?:[-*+–]|\\d{1,3}[.)])[ \\t]+(\\S.*)$");
    private static final Pattern DONE = Pattern.compile(
            "(?i)^\\[x\\]|^~~|\\bdone\\b[.!)\\s|]*$|\\(done\\)|✅|☑|\\|\\s*(?:done|closed|complete[d]?)\\s*\\|?");
    private static final Pattern CAUSED = Pattern.compile(
            "(?i)root cause (?:was|is|of this|turned)|caused by|because|was due to|due to an? |the reason (?:was|is)|reason was|culprit");
    private static final Pattern REMEDIED = Pattern.compile(
            "(?i)rolled back|roll(?:ing)? back|reverted|fixed by|resolved by|downgrad|was restored|were restored|pinned to|hotfix|workaround");
    private static final Pattern TRIGGERED = Pattern.compile(
            "(?i)\\b(?:upgrad|bump|deploy|roll(?:ed)? ?out|releas|migrat|switch(?:ed|ing)? (?:to|from)|version)\\w*|\\bplanned change");
    private static final Set<Kind> DAYS = EnumSet.of(Kind.DATE, Kind.STARTED, Kind.DETECTED, Kind.RESOLVED);
    private static final Set<Kind> SHORT = EnumSet.of(Kind.SEVERITY, Kind.STATUS, Kind.SERVICE);
    /** An item that only points elsewhere. */
    private static final Pattern POINTER = Pattern.compile("^(?:[Ss]ee )?<?https?://\\S+$");

    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_SENTENCE = 400;
    private static final int MOST_ACTIONS = 40;

    private final String text;
    private final Outline outline;
    private final List<Fact> facts = new ArrayList<>();

    private PostMortem(String text) {
        this.text = text;
        this.outline = Outline.of(text);
    }

    /**
     * Reads one.
     *
     * @param name the file's path or the ticket's number: where an id and a day are looked for when the text has none
     */
    static Incident read(String name, String url, String source, boolean closed, String text) {
        PostMortem reading = new PostMortem(text);
        reading.extract();
        String title = reading.outline.title().of(text).replaceAll("\\s+", " ").strip();
        return new Incident(
                reading.id(name),
                title.isEmpty() ? name : title,
                url,
                reading.date(name),
                source,
                closed,
                Incident.Sort.REPORT,
                text,
                reading.facts);
    }

    private void extract() {
        Span title = outline.title();
        if (title.end() > title.start()) {
            facts.add(new Fact(Kind.TITLE, title.of(text).replaceAll("\\s+", " "), title));
        }
        for (Part part : outline.parts()) {
            Labels.of(part.plain()).ifPresent(kind -> add(kind, part));
        }
        sentence(Kind.CAUSE, CAUSED);
        sentence(Kind.REMEDY, REMEDIED);
        sentence(Kind.TRIGGER, TRIGGERED);
        summary();
        facts.addAll(Versions.in(text));
        severityInTitle();
    }

    private void add(Kind kind, Part part) {
        Span content = part.content();
        if (content.end() == content.start()) {
            return;
        }
        if (DAYS.contains(kind)) {
            Days.first(text, content).ifPresent(day -> facts.add(new Fact(kind, day.iso(), day.span())));
        } else if (kind == Kind.DURATION) {
            duration(content);
        } else if (SHORT.contains(kind)) {
            Span line = firstLine(content);
            if (line.end() - line.start() <= LONGEST_VALUE) {
                facts.add(new Fact(kind, line.of(text).replaceAll("[*`|]", "").strip(), line));
            }
        } else if (kind == Kind.OPEN_ACTION) {
            actions(content);
        } else if (facts.stream().noneMatch(fact -> fact.kind() == kind)) {
            facts.add(new Fact(kind, "", content));
        }
    }

    private Span firstLine(Span content) {
        int end = text.indexOf('\n', content.start());
        return new Span(content.start(), end < 0 || end > content.end() ? content.end() : end).stripped(text);
    }

    private void duration(Span content) {
        Matcher matcher =
                SPAN.matcher(text).region(content.start(), Math.min(content.end(), content.start() + LONGEST_VALUE));
        while (matcher.find()) {
            if (matcher.end() > matcher.start() && matcher.group().matches(".*\\d.*")) {
                long minutes = number(matcher, 1) * 1440 + number(matcher, 2) * 60 + number(matcher, 3);
                facts.add(new Fact(
                        Kind.DURATION,
                        Long.toString(minutes),
                        new Span(matcher.start(), matcher.end()).stripped(text)));
                return;
            }
        }
    }

    private static long number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }

    private void actions(Span content) {
        Matcher item = ITEM.matcher(text).region(content.start(), content.end());
        int count = 0;
        while (item.find() && count++ < MOST_ACTIONS) {
            boolean done = DONE.matcher(item.group(1)).find();
            String words = item.group(1).replaceFirst("^\\[[ xX]\\]\\s*", "").strip();
            if (words.length() > 3 && !POINTER.matcher(words).find()) {
                facts.add(new Fact(
                        done ? Kind.DONE_ACTION : Kind.OPEN_ACTION, words, new Span(item.start(1), item.end(1))));
            }
        }
        if (count == 0) {
            tableActions(content);
        }
    }

    /** The first cell of each row but the head. */
    private void tableActions(Span content) {
        Matcher row = Pattern.compile("(?m)^[ \\t]*\\|[ \\t]*([^|\\n]{1,300}?)[ \\t]*\\|(.*)$")
                .matcher(text)
                .region(content.start(), content.end());
        boolean head = true;
        int count = 0;
        while (row.find() && count < MOST_ACTIONS) {
            if (row.group(1).matches("[ :-]+")) {
                head = false;
            } else if (!head && row.group(1).length() > 3) {
                boolean done = DONE.matcher(row.group(2)).find();
                facts.add(new Fact(
                        done ? Kind.DONE_ACTION : Kind.OPEN_ACTION, row.group(1), new Span(row.start(1), row.end(1))));
                count++;
            }
        }
    }

    /** Where no part is labelled so: the first sentence that speaks of it. */
    private void sentence(Kind kind, Pattern words) {
        if (facts.stream().anyMatch(fact -> fact.kind() == kind)) {
            return;
        }
        Span title = outline.title();
        Sentences.of(text, LONGEST_SENTENCE).stream()
                .filter(span -> kind == Kind.TRIGGER || span.start() >= title.end())
                .filter(span -> words.matcher(span.of(text)).find())
                .findFirst()
                .ifPresent(span -> facts.add(new Fact(kind, "", span)));
    }

    /** Where none is labelled: the first prose after the title. */
    private void summary() {
        if (facts.stream().anyMatch(fact -> fact.kind() == Kind.SUMMARY)) {
            return;
        }
        Sentences.of(text, LONGEST_SENTENCE).stream()
                .filter(span -> span.start() >= outline.title().end())
                .filter(span -> span.end() - span.start() > 30 && Character.isLetter(text.charAt(span.start())))
                .findFirst()
                .ifPresent(span -> facts.add(new Fact(Kind.SUMMARY, "", span)));
    }

    private void severityInTitle() {
        Span title = outline.title();
        Matcher matcher = SEVERITY.matcher(text).region(title.start(), title.end());
        boolean known = facts.stream().anyMatch(fact -> fact.kind() == Kind.SEVERITY);
        if (!known && matcher.find() && matcher.group().matches("(?i)sev.*|p\\d|s\\d")) {
            facts.add(new Fact(Kind.SEVERITY, matcher.group(), new Span(matcher.start(), matcher.end())));
        }
    }

    /** The day of the incident: said so, begun, in the title, in the name, detected, or else the first in the text. */
    private String date(String name) {
        Optional<Fact> said = first(Kind.DATE).or(() -> first(Kind.STARTED));
        if (said.isPresent()) {
            return said.get().value();
        }
        Optional<Days.Found> inTitle = Days.first(text, outline.title());
        if (inTitle.isPresent()) {
            return dated(inTitle.get());
        }
        Optional<Days.Found> inName = Days.first(name, new Span(0, name.length()));
        if (inName.isPresent()) {
            return inName.get().iso();
        }
        return first(Kind.DETECTED)
                .or(() -> first(Kind.RESOLVED))
                .map(Fact::value)
                .orElseGet(() -> Days.first(text, new Span(0, text.length()))
                        .map(this::dated)
                        .orElse(""));
    }

    private String dated(Days.Found found) {
        facts.add(new Fact(Kind.DATE, found.iso(), found.span()));
        return found.iso();
    }

    private Optional<Fact> first(Kind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind).findFirst();
    }

    private String id(String name) {
        String title = outline.title().of(text);
        for (String place : List.of(title, name.substring(name.lastIndexOf('/') + 1))) {
            Matcher matcher = ID.matcher(place);
            if (matcher.find()) {
                return matcher.group(1).toUpperCase(java.util.Locale.ROOT).replace(' ', '-');
            }
        }
        return name;
    }
}
