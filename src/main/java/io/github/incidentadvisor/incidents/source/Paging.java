package io.github.incidentadvisor.incidents.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.http.Answer;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a list that comes in pages, to its end or as far as it goes. Pages have fixed addresses, so that one that was read within
 * a day is not asked for again: a run that was killed goes on where it stopped. A list that never ends is left when a page brings
 * nothing new.
 */
final class Paging {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_PAGES = 200;

    private final Http http;
    private final String what;
    private final Map<String, String> headers;

    /** @param what for gaps: {@code PagerDuty incidents} */
    Paging(Http http, String what, Map<String, String> headers) {
        this.http = http;
        this.what = what;
        this.headers = Map.copyOf(headers);
    }

    /** How a list's pages look. */
    interface Shape {
        /** The list in a page; missing when this is no such page. */
        JsonNode items(JsonNode page);

        /** What tells one item from another. */
        String id(JsonNode item);

        /** The address of the page after; empty at the end. */
        Optional<URI> next(JsonNode page, int pages);
    }

    /** All items, and why some may be missing. */
    record Read(List<JsonNode> items, List<Gap> gaps) {}

    Read all(URI first, Shape shape) {
        List<JsonNode> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<URI> at = Optional.of(first);
        for (int pages = 1; at.isPresent(); pages++) {
            if (pages > MOST_PAGES) {
                return stopped(items, "the list has more than " + MOST_PAGES + " pages; the rest was not read");
            }
            Page page = page(at.get());
            if (!page.trouble().isEmpty()) {
                return stopped(items, page.trouble());
            }
            JsonNode list = shape.items(page.json());
            if (!list.isArray()) {
                return stopped(items, "an answer has no list where one was expected");
            }
            int before = seen.size();
            for (JsonNode item : list) {
                if (seen.add(shape.id(item))) {
                    items.add(item);
                }
            }
            at = shape.next(page.json(), pages);
            if (at.isPresent() && seen.size() == before) {
                return stopped(items, "its pages repeat themselves; it was left after " + pages + " of them");
            }
        }
        return new Read(items, List.of());
    }

    private Read stopped(List<JsonNode> items, String reason) {
        return new Read(items, List.of(Gap.of(what, reason)));
    }

    /**
     * One answer.
     *
     * @param trouble why there is none; empty when there is
     */
    record Page(JsonNode json, String trouble) {}

    Page page(URI uri) {
        Answer answer = http.get(uri, headers);
        if (answer instanceof Answer.Found found) {
            try {
                return new Page(JSON.readTree(found.body()), "");
            } catch (JacksonException e) {
                return new Page(JSON.nullNode(), "an answer is no JSON");
            } catch (IOException e) {
                return new Page(JSON.nullNode(), "an answer cannot be read");
            }
        }
        String reason = answer instanceof Answer.Failed failed
                ? failed.text()
                : "there is no such list; check the name and what the token may see";
        return new Page(JSON.nullNode(), reason);
    }
}
