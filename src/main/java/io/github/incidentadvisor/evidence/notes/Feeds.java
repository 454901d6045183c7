package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.Announcements;
import io.github.incidentadvisor.evidence.notes.Xml.Element;
import io.github.incidentadvisor.http.Answer.Failed;
import io.github.incidentadvisor.http.Answer.Found;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Gap;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * RSS 2.0 and Atom (RFC 4287). An entry is about a component if its title has the component's name as a word of its own; names
 * that are short or common words match nothing.
 */
public final class Feeds implements Announcements {
    private static final int RECENT_DAYS = 180;
    private static final int MOST_ENTRIES = 500;
    private static final int MOST_OF_ONE = 3;
    private static final int SHORTEST_NAME = 4;

    private final Http http;
    private final List<URI> feeds;
    private final LocalDate today;

    /**
     * Feeds.
     *
     * @param http may ask the hosts of these feeds
     * @param today entries of later days or long before are left out
     */
    public Feeds(Http http, List<URI> feeds, LocalDate today) {
        this.http = http;
        this.feeds = List.copyOf(feeds);
        this.today = today;
    }

    /** An entry as it stands in its feed. */
    private record Entry(String title, String feed, String url, LocalDate day) {}

    @Override
    public Answer about(Collection<Component> components) {
        List<Announcement> announcements = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        feeds.forEach(feed -> entries.addAll(read(feed, gaps)));
        entries.removeIf(entry -> entry.day().isAfter(today) || entry.day().isBefore(today.minusDays(RECENT_DAYS)));
        entries.sort(Comparator.comparing(Entry::day, Comparator.reverseOrder()).thenComparing(Entry::title));
        for (Component component : components.stream().distinct().toList()) {
            name(component).ifPresent(name -> entries.stream()
                    .filter(entry -> name.matcher(entry.title()).find())
                    .limit(MOST_OF_ONE)
                    .forEach(entry -> announcements.add(
                            new Announcement(component, entry.title(), entry.feed(), entry.url(), entry.day()))));
        }
        return new Answer(announcements, gaps);
    }

    private static Optional<Pattern> name(Component component) {
        String name = component instanceof Artifact artifact
                ? artifact.artifact()
                : component.name().replaceFirst(".*/", "");
        boolean telling = name.length() >= SHORTEST_NAME && (!(component instanceof Artifact) || name.contains("-"));
        return telling
                ? Optional.of(Pattern.compile(
                        "(?i)(?<![\\w-])" + Pattern.quote(name).replace("-", "\\E[- ]\\Q") + "(?![\\w-])"))
                : Optional.empty();
    }

    private List<Entry> read(URI feed, List<Gap> gaps) {
        String what = "announcements of " + feed.getHost();
        var answer = http.get(feed, Map.of("Accept", "application/atom+xml, application/rss+xml, application/xml"));
        if (!(answer instanceof Found found)) {
            gaps.add(Gap.of(what, answer instanceof Failed failed ? failed.text() : "there is no such feed"));
            return List.of();
        }
        try {
            return entries(Xml.read(found.body()), feed.getHost());
        } catch (XMLStreamException e) {
            gaps.add(Gap.of(what, "it is no feed that can be read"));
            return List.of();
        }
    }

    private static List<Entry> entries(Element root, String host) {
        boolean atom = root.name().equals("feed");
        Element channel = atom ? root : root.child("channel");
        String feed = channel.of("title").isEmpty() ? host : Remarks.cut(channel.of("title"));
        List<Entry> entries = new ArrayList<>();
        for (Element one : channel.children()) {
            if (!one.name().equals(atom ? "entry" : "item") || entries.size() >= MOST_ENTRIES) {
                continue;
            }
            String date = atom ? first(one.of("published"), one.of("updated")) : one.of("pubDate");
            day(date)
                    .ifPresent(day -> entries.add(new Entry(
                            Remarks.cut(one.of("title")),
                            feed,
                            atom ? one.child("link").attribute("href") : one.of("link"),
                            day)));
        }
        return entries;
    }

    private static String first(String a, String b) {
        return a.isEmpty() ? b : a;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(
                    text.matches("\\d{4}-\\d{2}-\\d{2}.*")
                            ? LocalDate.parse(text.substring(0, 10))
                            : ZonedDateTime.parse(
                                            text.replaceFirst(" (?:UT|UTC|Z)$", " GMT"),
                                            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                                    .toLocalDate());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
