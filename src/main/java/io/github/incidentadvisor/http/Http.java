package io.github.incidentadvisor.http;

import io.github.incidentadvisor.http.Answer.Failed;
import io.github.incidentadvisor.http.Answer.Found;
import io.github.incidentadvisor.http.Answer.Missing;
import io.github.incidentadvisor.http.Answer.Reason;
import io.github.incidentadvisor.http.HttpCache.Entry;
import io.github.incidentadvisor.http.Wire.Response;
import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Our one HTTP client: asks configured hosts only, counts and bounds what it asks, keeps answers on disk with their validators
 * and remembers hosts that do not answer. Never throws for what the network or the disk does. Safe for many threads; the same
 * URL asked by several at once is one request. Several processes may share the cache folder.
 */
public final class Http {
    private static final List<String> KEPT_HEADERS =
            List.of("content-type", "etag", "last-modified", "link", "x-ratelimit-remaining", "x-ratelimit-reset");
    private static final int LONGEST_HEADER = 4_000;

    private final AllowedHosts hosts;
    private final HttpCache cache;
    private final Clock clock;
    private final boolean offline;
    private final Limits limits;
    private final Journey journey;
    private final Map<String, Answer> missing = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Answer>> underWay = new ConcurrentHashMap<>();
    private final AtomicBoolean cacheFails = new AtomicBoolean();

    /**
     * @param allowedHosts {@code host} or {@code host:port} of the configured base URLs, see {@link #hostOf}
     * @param cacheDirectory need not exist; an unusable one costs requests and is a {@link #gaps() gap}
     * @param clock for the age of answers and {@code Retry-After} dates
     * @param offline only the cache is asked, however old
     */
    public Http(
            Requests requests,
            Set<String> allowedHosts,
            Path cacheDirectory,
            Clock clock,
            boolean offline,
            Limits limits,
            String userAgent,
            ProxySelector proxies) {
        this.hosts = new AllowedHosts(allowedHosts);
        this.cache = new HttpCache(cacheDirectory, limits.bodyBytes());
        this.clock = clock;
        this.offline = offline;
        this.limits = limits;
        this.journey = new Journey(new Wire(requests, limits, userAgent, proxies), hosts, limits, clock);
    }

    /** What {@code allowedHosts} must hold so that URLs below {@code baseUrl} may be asked. */
    public static String hostOf(URI baseUrl) {
        return AllowedHosts.authority(baseUrl);
    }

    /**
     * The answer to a GET. {@code Authorization} goes to the URL's own host only.
     *
     * @param headers {@code Accept}, {@code Authorization} and the like; validators, user agent and encoding are ours
     */
    public Answer get(URI uri, Map<String, String> headers) {
        return ask(uri, headers, new byte[0]);
    }

    /**
     * The answer to a question that is too long for a URL. It is kept like one to a GET, by what was asked; a redirect is not
     * followed.
     *
     * @param headers as with {@link #get}, and the {@code Content-Type} of {@code body}
     * @param body not empty
     */
    public Answer post(URI uri, Map<String, String> headers, byte[] body) {
        return ask(uri, headers, body);
    }

    private Answer ask(URI uri, Map<String, String> headers, byte[] body) {
        if (!hosts.allow(uri)) {
            return new Failed(Reason.HOST, AllowedHosts.redacted(uri) + " is on no host that is configured");
        }
        Map<String, String> asked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        asked.putAll(headers);
        String what = body.length == 0 ? uri.toString() : uri + " asked " + HttpCache.sha256(body);
        String key = HttpCache.key(what, asked.getOrDefault("Accept", ""), asked.containsKey("Authorization"));
        Answer known = missing.get(key);
        if (known != null) {
            return known;
        }
        var mine = new CompletableFuture<Answer>();
        CompletableFuture<Answer> other = underWay.putIfAbsent(key, mine);
        if (other != null) {
            return other.join();
        }
        try {
            mine.complete(answer(uri, asked, body, key));
        } finally {
            mine.complete(new Failed(Reason.PROTOCOL, AllowedHosts.redacted(uri) + " was not asked to the end"));
            underWay.remove(key);
        }
        return mine.join();
    }

    /** What did not work beside the answers themselves. */
    public List<Gap> gaps() {
        return cacheFails.get()
                ? List.of(
                        Gap.of("answers of other hosts", "the cache folder cannot be written; the next run asks again"))
                : List.of();
    }

    private Answer answer(URI uri, Map<String, String> headers, byte[] body, String key) {
        Entry held = cache.read(key).orElse(null);
        if (held != null && isFresh(held)) {
            return said(held, true, "");
        }
        if (offline) {
            return held != null
                    ? said(held, true, "offline")
                    : new Failed(Reason.OFFLINE, AllowedHosts.authority(uri) + " was not asked: offline");
        }
        if (held != null && held.status() == 200 && body.length == 0) {
            validator(headers, "If-None-Match", held.headers().get("etag"));
            validator(headers, "If-Modified-Since", held.headers().get("last-modified"));
        }
        try {
            Response response = journey.travel(withoutUser(uri), headers, body);
            refuseWebPage(uri, headers, response);
            return heard(uri, key, held, response);
        } catch (Trouble trouble) {
            return held != null ? said(held, true, trouble.getMessage()) : trouble.failed();
        }
    }

    private static void validator(Map<String, String> headers, String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    private boolean isFresh(Entry held) {
        Duration age = Duration.between(held.fetchedAt(), clock.instant());
        return !age.isNegative() && age.compareTo(limits.freshFor()) < 0;
    }

    /** A log-in page of somebody's network comes with 200; it must not be kept as the answer. */
    private static void refuseWebPage(URI uri, Map<String, String> headers, Response response) throws Trouble {
        boolean wantsJson = headers.getOrDefault("Accept", "").contains("json");
        if (response.status() == 200
                && wantsJson
                && response.header("content-type").contains("text/html")) {
            throw new Trouble(
                    Reason.PROTOCOL, AllowedHosts.redacted(uri) + " answered with a web page where JSON was asked for");
        }
    }

    private Answer heard(URI uri, String key, Entry held, Response response) throws Trouble {
        String what = AllowedHosts.redacted(uri);
        Instant now = clock.instant();
        switch (response.status()) {
            case 200:
                return kept(key, new Entry(200, now, headers(response), response.body()), false, response);
            case 304:
                if (held != null && held.status() == 200) {
                    Map<String, String> headers = new TreeMap<>(held.headers());
                    headers.putAll(headers(response));
                    return kept(key, new Entry(200, now, headers, held.body()), true, response);
                }
                throw new Trouble(Reason.PROTOCOL, what + " answered 304 though nothing was held");
            case 404, 410:
                Answer none = kept(key, new Entry(response.status(), now, Map.of(), new byte[0]), false, response);
                missing.put(key, none);
                return none;
            case 401, 403, 407:
                throw new Trouble(Reason.REFUSED, what + " was refused (" + response.status() + ")");
            default:
                Reason reason = response.status() >= 500 ? Reason.SERVER : Reason.PROTOCOL;
                throw new Trouble(reason, what + " answered " + response.status());
        }
    }

    private Answer kept(String key, Entry entry, boolean fromCache, Response response) {
        if (!response.header("cache-control").contains("no-store")) {
            try {
                cache.write(key, entry);
            } catch (IOException e) {
                cacheFails.set(true);
            }
        }
        return said(entry, fromCache, "");
    }

    private static Answer said(Entry entry, boolean fromCache, String notRefreshed) {
        return entry.status() == 200
                ? new Found(entry.body(), entry.headers(), fromCache, entry.fetchedAt(), notRefreshed)
                : new Missing(entry.status(), fromCache, entry.fetchedAt(), notRefreshed);
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> kept = new TreeMap<>();
        for (String name : KEPT_HEADERS) {
            String value = response.header(name);
            if (!value.isEmpty() && value.length() <= LONGEST_HEADER) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    /** The platform's client does not send it, and nothing of ours may. */
    private static URI withoutUser(URI uri) {
        return uri.getRawUserInfo() == null ? uri : URI.create(uri.toString().replaceFirst("//[^/@]*@", "//"));
    }
}
