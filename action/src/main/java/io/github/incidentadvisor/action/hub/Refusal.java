package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kohsuke.github.GHException;
import org.kohsuke.github.HttpException;

/**
 * Why GitHub did not do something, and what a person can do about it.
 *
 * @param status 0 when there was no answer
 * @param text one sentence, of our own words and names from GitHub's headers only
 */
public record Refusal(Kind kind, int status, String text) {
    /** What a refusal means for the rest of the run. */
    public enum Kind {
        /** The token is no good: nothing else will go through either. */
        TOKEN,
        /** Too much was asked: nothing else should be asked now. */
        LIMIT,
        /** This needs a permission that the token has not. */
        PERMISSION,
        /** The conversation takes no more. */
        LOCKED,
        /** A feature of the repository is switched off. */
        FEATURE,
        /** It is not there, or we may not see it. */
        MISSING,
        /** It is there already. */
        EXISTS,
        /** GitHub does not take what we sent. */
        CONTENT,
        /** The server had an accident; what was asked may have been done. */
        ACCIDENT
    }

    /** A refusal of a plain request, shaped as the library's own. */
    static final class Answered extends HttpException {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, List<String>> headers;

        Answered(int status, String body, Map<String, List<String>> headers, URI uri) {
            super(body, status, "", uri.toString());
            this.headers = headers;
        }

        @Override
        public Map<String, List<String>> getResponseHeaderFields() {
            return headers;
        }
    }

    /** Whether there is no point in asking anything else. */
    public boolean endsAll() {
        return kind == Kind.TOKEN || kind == Kind.LIMIT;
    }

    /** What {@code e} means; the library wraps some of them when it reads page after page. */
    public static Refusal of(Exception thrown) {
        Exception e = thrown instanceof GHException && thrown.getCause() instanceof IOException cause ? cause : thrown;
        if (e instanceof FileNotFoundException) {
            return missing(404);
        }
        if (!(e instanceof HttpException http) || http.getResponseCode() <= 0) {
            String why = ownWords(thrown);
            return new Refusal(Kind.ACCIDENT, 0, "GitHub could not be asked (" + why + ")");
        }
        int status = http.getResponseCode();
        String words = message(http.getMessage()).toLowerCase(Locale.ROOT);
        return switch (status) {
            case 301, 302, 307, 308 ->
                new Refusal(Kind.MISSING, status, "the repository has been renamed or moved; its new name will do it");
            case 401 -> new Refusal(Kind.TOKEN, status, "GitHub does not know the token: it has run out or is wrong");
            case 403, 429 -> refused(http, status, words);
            case 404 -> words.contains("dependency graph") ? graph(status) : missing(status);
            case 410 -> new Refusal(Kind.FEATURE, status, "this is switched off in the repository");
            case 400, 409, 422 ->
                words.contains("already exists")
                        ? new Refusal(Kind.EXISTS, status, "it exists already")
                        : new Refusal(Kind.CONTENT, status, "GitHub did not take it (" + status + ")");
            default ->
                new Refusal(
                        status >= 500 ? Kind.ACCIDENT : Kind.CONTENT, status, "GitHub answered " + status + " instead");
        };
    }

    /** What our own wire said; other people's messages may hold anything. */
    private static String ownWords(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at.getMessage() != null && at.getMessage().startsWith("not asked: ")) {
                return at.getMessage();
            }
        }
        return "no answer";
    }

    private static Refusal missing(int status) {
        return new Refusal(
                Kind.MISSING,
                status,
                "GitHub does not find it, which is also its answer to a token that may not see it");
    }

    private static Refusal graph(int status) {
        return new Refusal(
                Kind.FEATURE,
                status,
                "the dependency graph is not switched on for this repository (Settings, Code security)");
    }

    private static Refusal refused(HttpException e, int status, String words) {
        if (status == 429
                || Limited.saysSo(words)
                || header(e, "x-ratelimit-remaining").equals("0")) {
            return new Refusal(Kind.LIMIT, status, "GitHub's rate limit is used up; a later run will do it");
        }
        if (words.contains("locked")) {
            return new Refusal(Kind.LOCKED, status, "the conversation is locked");
        }
        if (words.contains("advanced security") || words.contains("code scanning") || words.contains("code security")) {
            return new Refusal(
                    Kind.FEATURE,
                    status,
                    "code scanning is not switched on for this repository (Settings, Code security)");
        }
        if (words.contains("dependency graph")) {
            return graph(status);
        }
        if (words.contains("create or approve pull requests")) {
            return new Refusal(
                    Kind.FEATURE,
                    status,
                    "workflows may not create pull requests here (Settings, Actions, General: Allow GitHub Actions to create and"
                            + " approve pull requests)");
        }
        if (words.contains("workflows` permission") || words.contains("workflow` scope")) {
            return new Refusal(
                    Kind.PERMISSION,
                    status,
                    "a workflow's own token may not change workflow files; they need another token");
        }
        if (words.contains("archived")) {
            return new Refusal(Kind.FEATURE, status, "the repository is archived");
        }
        String needed = permission(e);
        return new Refusal(
                Kind.PERMISSION,
                status,
                "the token may not do it" + (needed.isEmpty() ? "" : "; give the job 'permissions: " + needed + "'"));
    }

    /** As a workflow writes it: the last of what would be enough, since that is the narrowest. */
    private static String permission(HttpException e) {
        String[] ways = header(e, "x-accepted-github-permissions").split(";");
        String way = ways[ways.length - 1].strip().split(",")[0];
        return way.matches("[a-z_]{3,40}=(read|write|admin)")
                ? way.replace('_', '-').replace("=", ": ")
                : "";
    }

    private static String header(HttpException e, String name) {
        return headers(e).entrySet().stream()
                .filter(one ->
                        name.equalsIgnoreCase(one.getKey()) && !one.getValue().isEmpty())
                .map(one -> one.getValue().get(0))
                .findFirst()
                .orElse("");
    }

    /** The library fails to say that it has none, for an exception that it made without an answer. */
    private static Map<String, List<String>> headers(HttpException e) {
        try {
            return e.getResponseHeaderFields();
        } catch (NullPointerException none) {
            return Map.of();
        }
    }

    private static String message(String body) {
        try {
            JsonNode root = new ObjectMapper().readTree(body == null ? "" : body);
            return root.path("message").asText(body) + " " + root.path("errors");
        } catch (JsonProcessingException e) {
            return body;
        }
    }
}
