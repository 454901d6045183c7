package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.names.Name;
import io.github.incidentadvisor.incidents.text.Span;
import io.github.incidentadvisor.incidents.text.Token;
import java.util.Set;

/** Places that have the name but mean another thing: what goes around it, or the tool by which something else was done. */
final class Aside {
    /** {@code kafka exporter}, {@code terraform AWS provider}: things of their own with their own versions. */
    private static final Set<String> SATELLITES = Set.of(
            "exporter",
            "provider",
            "plugin",
            "sidecar",
            "dashboard",
            "adapter",
            "bot",
            "integration",
            "metric",
            "certificat",
            "credential");

    private static final Set<String> CLIENTS = Set.of("driver", "client", "connector", "sdk");
    private static final Set<String> MEANS = Set.of("through", "via", "us", "ran", "run");
    private static final int NEXT = 2;

    private Aside() {}

    /** @param client whether the change is of a client, so that clients are meant and not beside it */
    static boolean isAnother(Name name, boolean client, Span tokens, Reading reading) {
        return hasSatellite(name, client, tokens.end(), reading)
                || isMeans(tokens.start() - 1, reading)
                || !client && isServed(name, tokens.start(), reading);
    }

    /** {@code the driver for Kafka} is none of its servers. */
    private static boolean isServed(Name name, int first, Reading reading) {
        return first > 1
                && reading.sentenceOf(first - 2) == reading.sentenceOf(first)
                && reading.stem(first - 1).equals("for")
                && CLIENTS.contains(reading.stem(first - 2))
                && !name.words().contains(reading.tokens().get(first - 2).term());
    }

    /** The next words, as long as nothing but blanks parts them. */
    private static boolean hasSatellite(Name name, boolean client, int last, Reading reading) {
        for (int i = last + 1; i <= last + NEXT && i < reading.tokens().size(); i++) {
            Token token = reading.tokens().get(i);
            String between =
                    reading.text().substring(reading.tokens().get(i - 1).end(), token.start());
            if (!between.isBlank() && !between.equals("-") || between.contains("\n\n")) {
                return false;
            }
            boolean satellite = SATELLITES.contains(token.stem()) || !client && CLIENTS.contains(token.stem());
            if (satellite && !name.words().contains(token.term())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMeans(int before, Reading reading) {
        return before >= 0
                && reading.sentenceOf(before) == reading.sentenceOf(before + 1)
                && MEANS.contains(reading.stem(before));
    }
}
