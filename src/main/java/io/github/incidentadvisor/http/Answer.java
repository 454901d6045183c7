package io.github.incidentadvisor.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What came of asking for a URL. Trouble is a value here and never an exception. */
public sealed interface Answer {
    /**
     * The thing itself (status 200, or 304 and our copy of it).
     *
     * @param headers the few that callers may need ({@code content-type}, {@code etag}, {@code last-modified}, {@code link},
     *     {@code x-ratelimit-remaining}, {@code x-ratelimit-reset}), names in lower case
     * @param fromCache whether the body came from disk; with {@code fetchedAt} just now it was confirmed by a 304
     * @param fetchedAt when the server last said that it is so
     * @param notRefreshed why an old copy could not be confirmed; empty when it is fresh
     */
    record Found(byte[] body, Map<String, String> headers, boolean fromCache, Instant fetchedAt, String notRefreshed)
            implements Answer {
        public Found {
            body = body.clone();
            headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        }

        @Override
        public byte[] body() {
            return body.clone();
        }

        /** The body as UTF-8; bytes that are none become U+FFFD. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The header by its lower-case name; empty when it was not sent. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /**
     * The server says that there is no such thing.
     *
     * @param status 404 or 410
     */
    record Missing(int status, boolean fromCache, Instant fetchedAt, String notRefreshed) implements Answer {}

    /**
     * No answer.
     *
     * @param text a clause for people: what and why, without secrets: {@code endoflife.date could not be reached}
     */
    record Failed(Reason reason, String text) implements Answer {}

    /** Why there is no answer. */
    enum Reason {
        /** Only the cache may be used, and it does not hold this. */
        OFFLINE,
        /** The run has used up its requests. */
        BUDGET,
        /** The URL's host is not one of those configured, or the URL is none. */
        HOST,
        /** No connection, now or earlier in this run. */
        DEAD,
        TIMEOUT,
        TOO_LARGE,
        /** 429, or another answer that says so. */
        RATE_LIMITED,
        /** 401, 403, 407. */
        REFUSED,
        /** 5xx. */
        SERVER,
        /** It led to another host, in circles, or from https to http. */
        REDIRECT,
        /** The answer broke off or is not HTTP as we know it. */
        PROTOCOL
    }
}
