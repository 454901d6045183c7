package io.github.incidentadvisor.action.hub;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells whether GitHub refuses because too much was asked, and how long it wants to be left alone. See GitHub's "Rate limits for the
 * REST API": a primary limit shows itself by {@code x-ratelimit-remaining: 0}, a secondary one by {@code Retry-After} or by its words
 * alone, as 403 or 429.
 */
final class Limited {
    /** What GitHub asks for where it names no time. */
    private static final Duration UNNAMED = Duration.ofSeconds(60);

    private Limited() {}

    static Optional<Duration> wait(int status, java.net.http.HttpHeaders headers, byte[] body, Clock clock) {
        if (status != 403 && status != 429) {
            return Optional.empty();
        }
        Optional<Long> after = headers.firstValue("retry-after").flatMap(Limited::number);
        if (after.isPresent()) {
            return after.map(Duration::ofSeconds);
        }
        if (headers.firstValue("x-ratelimit-remaining").orElse("").equals("0")) {
            return Optional.of(headers.firstValue("x-ratelimit-reset")
                    .flatMap(Limited::number)
                    .map(reset -> Duration.between(clock.instant(), java.time.Instant.ofEpochSecond(reset)))
                    .filter(wait -> !wait.isNegative())
                    .orElse(UNNAMED));
        }
        return status == 429 || saysSo(new String(body, StandardCharsets.UTF_8))
                ? Optional.of(UNNAMED)
                : Optional.empty();
    }

    static boolean saysSo(String body) {
        String words = body.toLowerCase(Locale.ROOT);
        return words.contains("rate limit") || words.contains("abuse detection");
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,12}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
