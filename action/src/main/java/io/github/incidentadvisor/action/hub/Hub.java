package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.HttpException;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** One repository on GitHub: the library for what it knows, and plain requests on the same wire for what it does not. */
public final class Hub {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NEXT = Pattern.compile("<([^>]{1,2000})>;\\s*rel=\"next\"");
    private static final int MOST_PAGES = 30;

    /** Held, since a logger that nobody holds forgets its level. It prints what servers say, where a runner takes orders. */
    private static final Logger LIBRARY = Logger.getLogger("org.kohsuke.github");

    static {
        LIBRARY.setLevel(Level.OFF);
        // The wire asks again where that is right; the library would on top of it, for writes too.
        System.setProperty("org.kohsuke.github.GitHubClient.retryCount", "0");
    }

    private final Wire wire;
    private final URI api;
    private final Token token;
    private final String repository;
    private final GitHub gitHub;

    /** @param repository {@code owner/name} */
    public Hub(Wire wire, URI api, Token token, String repository) throws IOException {
        this.wire = wire;
        this.api = api;
        this.token = token;
        this.repository = repository;
        this.gitHub = new GitHubBuilder()
                .withEndpoint(api.toString())
                // A token given as a person's would be asked for its login at once, which a workflow's cannot tell.
                .withAuthorizationProvider(() -> "Bearer " + token.text())
                .withConnector(wire)
                // The wire waits, within bounds; the library would for up to an hour.
                .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
                .withAbuseLimitHandler(GitHubAbuseLimitHandler.FAIL)
                .build();
    }

    /** The library's view. */
    public GitHub gitHub() {
        return gitHub;
    }

    /** {@code owner/name}. */
    public String repository() {
        return repository;
    }

    /** The token in use. */
    public Token token() {
        return token;
    }

    /** How many requests went out. */
    public int requests() {
        return wire.requests();
    }

    /** An object of a path below this repository. */
    public JsonNode get(String path) throws IOException {
        return json(call("GET", address("/repos/" + repository + path), null));
    }

    /** An object of a path of the whole host. */
    public JsonNode getOfHost(String path) throws IOException {
        return json(call("GET", address(path), null));
    }

    /** All of a list, page by page. */
    public List<JsonNode> list(String path) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        URI at = address("/repos/" + repository + path + (path.contains("?") ? "&" : "?") + "per_page=100");
        for (int page = 0; at != null && page < MOST_PAGES; page++) {
            GitHubConnectorResponse response = call("GET", at, null);
            json(response).forEach(all::add);
            String link = response.header("Link");
            Matcher next = NEXT.matcher(link == null ? "" : link);
            at = next.find() ? URI.create(next.group(1)) : null;
        }
        return all;
    }

    /** Sends an object to a path below this repository. */
    public JsonNode send(String method, String path, ObjectNode body) throws IOException {
        return json(call(method, address("/repos/" + repository + path), body));
    }

    /** Takes away what is at a path below this repository; what is gone already is gone. */
    public void delete(String path) throws IOException {
        try {
            call("DELETE", address("/repos/" + repository + path), null);
        } catch (HttpException e) {
            if (e.getResponseCode() != 404) {
                throw e;
            }
        }
    }

    /** An empty object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    private URI address(String path) {
        return URI.create(api.toString().replaceFirst("/+$", "") + path);
    }

    private GitHubConnectorResponse call(String method, URI uri, ObjectNode body) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Accept", List.of("application/vnd.github+json"));
        headers.put("Authorization", List.of("Bearer " + token.text()));
        headers.put("X-GitHub-Api-Version", List.of("2022-11-28"));
        headers.put("User-Agent", List.of("incident-advisor"));
        byte[] bytes = body == null ? new byte[0] : MAPPER.writeValueAsBytes(body);
        GitHubConnectorResponse response = wire.send(new Call(method, uri.toURL(), headers, bytes));
        if (response.statusCode() >= 300) {
            String text = new String(response.bodyStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            throw new Refusal.Answered(response.statusCode(), text, response.allHeaders(), uri);
        }
        return response;
    }

    private static JsonNode json(GitHubConnectorResponse response) throws IOException {
        JsonNode body = MAPPER.readTree(response.bodyStream());
        return body == null ? MAPPER.missingNode() : body;
    }
}
