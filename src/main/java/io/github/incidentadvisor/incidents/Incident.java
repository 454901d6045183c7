package io.github.incidentadvisor.incidents;

import io.github.incidentadvisor.incidents.Fact.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What happened before: a post-mortem, a ticket, a revert.
 *
 * @param id as the source names it, such as {@code INC-118}; else the file's path or the commit
 * @param title one line
 * @param url where a person can read it; may be empty
 * @param date ISO day of the incident; empty when the text says none
 * @param source what it was read from, for people: {@code docs/incidents}, {@code PagerDuty}
 * @param closed whether the source is not public: then the words are quoted only where that is allowed
 * @param text everything that was read; the facts' spans lie in it
 */
public record Incident(
        String id,
        String title,
        String url,
        String date,
        String source,
        boolean closed,
        Sort sort,
        String text,
        List<Fact> facts) {
    private static final Pattern TICKET = Pattern.compile(
            "^https?://[^/]{1,200}/([\\w.-]{1,100}/[\\w.-]{1,100})/(?:-/)?(?:issues|pull|pulls|merge_requests|discussions|releases)/");

    public Incident {
        facts = List.copyOf(facts);
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an incident without an id: " + title);
        }
        for (Fact fact : facts) {
            if (fact.span().end() > text.length()) {
                throw new IllegalArgumentException(id + ": the words of " + fact.kind() + " are not in its text");
            }
        }
    }

    /** What kind of memory it is. */
    public enum Sort {
        /** Somebody wrote down what happened. */
        REPORT,
        /** A version went up and then down again. */
        REVERT,
        /** A comment beside a version says why it must not move. */
        PIN
    }

    /** The same without a day, where the one that it says cannot be. */
    public Incident undated() {
        return new Incident(id, title, url, "", source, closed, sort, text, facts);
    }

    /** {@code OWNER/NAME} of the project in whose tracker it stands; empty when its address is no ticket on a code host. */
    public String tracker() {
        Matcher ticket = TICKET.matcher(url);
        return ticket.find() ? ticket.group(1) : "";
    }

    /** The facts of one kind, in the order of the text. */
    public Stream<Fact> all(Kind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind);
    }

    /** The first fact of one kind. */
    public Optional<Fact> first(Kind kind) {
        return all(kind).findFirst();
    }

    /** The words that carry a fact. */
    public String words(Fact fact) {
        return fact.span().of(text);
    }
}
