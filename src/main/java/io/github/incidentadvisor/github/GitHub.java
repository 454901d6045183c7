package io.github.incidentadvisor.github;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.incidentadvisor.http.Answer;
import io.github.incidentadvisor.http.Answer.Failed;
import io.github.incidentadvisor.http.Answer.Found;
import io.github.incidentadvisor.http.Answer.Missing;
import io.github.incidentadvisor.http.Answer.Reason;
import io.github.incidentadvisor.http.Http;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GitHub's REST API, read only, at github.com or on a server of one's own. Three calls are all that notes need, and each of them
 * is one request, kept with its validators: the client of hub4j would ask for the repository first and knows no validators.
 *
 * @see <a href="https://docs.github.com/rest/releases/releases">releases</a>, <a
 *     href="https://docs.github.com/rest/git/trees">trees</a>, <a
 *     href="https://docs.github.com/rest/repos/contents">contents</a>
 */
public final class GitHub implements CodeHost {
    private static final int PER_PAGE = 100;
    private static final int BODY = 200_000;
    private static final int MOST_PATHS = 200_000;
    private static final String JSON_TYPE = "application/vnd.github+json";
    private static final String RAW_TYPE = "application/vnd.github.raw+json";
    private static final Pattern NEXT = Pattern.compile("<([^<>]{1,2000})>\\s*;[^,<]{0,200}\\brel=\"?next\"?");
    private static final ObjectMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(30)
                            .maxStringLength(4 << 20)
                            .build())
                    .build())
            .build();

    private final Http http;
    private final URI api;
    private final URI web;
    private final Optional<String> token;

    /**
     * A client.
     *
     * @param http may ask the host of {@code api}, and asks no other whatever an answer says
     * @param api {@code https://api.github.com}, or {@code https://HOST/api/v3} of a server of one's own
     * @param token sent to the host of {@code api} and nowhere else; empty to ask as anybody
     */
    public GitHub(Http http, URI api, Optional<String> token) {
        this.http = http;
        this.api = api;
        this.web = web(api);
        this.token = token.filter(text -> text.matches("[\\x21-\\x7e]{1,500}"));
    }

    /** Where people read what is at {@code api}. */
    static URI web(URI api) {
        String host = api.getHost().replaceFirst("^api\\.", "");
        boolean own = api.getPath() != null && api.getPath().endsWith("/api/v3");
        String port = api.getPort() < 0 ? "" : ":" + api.getPort();
        return URI.create(own ? api.getScheme() + "://" + api.getHost() + port : "https://" + host + port);
    }

    @Override
    public Told<Page> releases(RepositoryName repository, int page) {
        String query = "?per_page=" + PER_PAGE + (page > 1 ? "&page=" + page : "");
        return json(repository, "/releases" + query, (node, answer) -> Optional.of(node)
                .filter(JsonNode::isArray)
                .map(array -> new Page(releases(array), leadsOn(answer.header("link")))));
    }

    private static List<Release> releases(JsonNode array) {
        List<Release> releases = new ArrayList<>();
        for (JsonNode one : array) {
            if (one.path("tag_name").isTextual() && !one.path("draft").asBoolean()) {
                releases.add(new Release(
                        one.path("tag_name").asText(),
                        text(one, "name"),
                        day(text(one, "published_at")),
                        cut(text(one, "body")),
                        text(one, "html_url"),
                        one.path("prerelease").asBoolean()));
            }
        }
        return releases;
    }

    /** Whether there is a next page on the same host; a link that leads elsewhere is none. */
    private boolean leadsOn(String link) {
        Matcher next = NEXT.matcher(link);
        if (!next.find()) {
            return false;
        }
        try {
            return Http.hostOf(URI.create(next.group(1))).equals(Http.hostOf(api));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The first hundred: names come in no useful order, so more of them would cost more than they tell. */
    @Override
    public Told<List<String>> tags(RepositoryName repository) {
        return json(repository, "/tags?per_page=" + PER_PAGE, (node, answer) -> {
            if (!node.isArray()) {
                return Optional.empty();
            }
            List<String> names = new ArrayList<>();
            node.forEach(one -> names.add(text(one, "name")));
            return Optional.of(List.copyOf(names));
        });
    }

    @Override
    public Told<Listing> tree(RepositoryName repository, String ref) {
        String at = WebPages.encoded(ref.isEmpty() ? "HEAD" : ref).replace("/", "%2F");
        return json(repository, "/git/trees/" + at + "?recursive=1", (node, answer) -> {
            if (!node.path("tree").isArray()) {
                return Optional.empty();
            }
            List<String> paths = new ArrayList<>();
            for (JsonNode one : node.get("tree")) {
                if (text(one, "type").equals("blob") && paths.size() < MOST_PATHS) {
                    paths.add(text(one, "path"));
                }
            }
            return Optional.of(new Listing(
                    paths.stream().sorted().toList(),
                    !node.path("truncated").asBoolean() && paths.size() < MOST_PATHS));
        });
    }

    @Override
    public Told<byte[]> file(RepositoryName repository, String ref, String path) {
        String query = ref.isEmpty() ? "" : "?ref=" + WebPages.encoded(ref).replace("/", "%2F");
        return told(
                repository,
                ask(repository, "/contents/" + WebPages.encoded(path) + query, RAW_TYPE),
                found -> Optional.of(found.body()));
    }

    @Override
    public String page(RepositoryName repository, String ref, String path, int line) {
        return WebPages.of(web, repository, ref, path, line);
    }

    @Override
    public String host() {
        return web.getHost();
    }

    private interface Reading<T> {
        Optional<T> of(JsonNode node, Found answer);
    }

    private <T> Told<T> json(RepositoryName repository, String path, Reading<T> reading) {
        return told(repository, ask(repository, path, JSON_TYPE), found -> {
            try {
                JsonNode node = JSON.readTree(found.body());
                return node == null ? Optional.empty() : reading.of(node, found);
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private Answer ask(RepositoryName repository, String path, String accept) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Accept", accept);
        headers.put("X-GitHub-Api-Version", "2022-11-28");
        token.ifPresent(text -> headers.put("Authorization", "Bearer " + text));
        return http.get(URI.create(api + "/repos/" + repository + path), headers);
    }

    private <T> Told<T> told(RepositoryName repository, Answer answer, Function<Found, Optional<T>> reading) {
        if (answer instanceof Found found) {
            Optional<T> thing = reading.apply(found);
            String day = LocalDate.ofInstant(found.fetchedAt(), ZoneOffset.UTC).toString();
            return thing.map((Function<T, Told<T>>) value -> new Told.Found<>(value, day))
                    .orElseGet(() -> new Told.Silent<>(
                            host() + " answered something about " + repository + " that cannot be read"));
        }
        if (answer instanceof Missing) {
            return new Told.Missing<>();
        }
        return new Told.Silent<>(why((Failed) answer));
    }

    /** What happened, and what it takes to do better. */
    private String why(Failed failed) {
        boolean limited = failed.reason() == Reason.RATE_LIMITED;
        if (limited && token.isEmpty()) {
            return failed.text() + "; with a GITHUB_TOKEN in the environment it allows more than 60 an hour";
        }
        if (failed.reason() == Reason.REFUSED && token.isPresent()) {
            return failed.text() + "; GITHUB_TOKEN may not read it or is not valid there";
        }
        return failed.text();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.get(field).asText() : "";
    }

    private static String day(String instant) {
        return instant.matches("\\d{4}-\\d{2}-\\d{2}.*") ? instant.substring(0, 10) : "";
    }

    private static String cut(String body) {
        return body.length() <= BODY ? body : body.substring(0, BODY);
    }
}
