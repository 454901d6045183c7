package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.migration.FileText.Span;
import io.github.incidentadvisor.migration.FileText.Words;
import io.github.incidentadvisor.migration.NewText.To;
import io.github.incidentadvisor.model.Component.Image;
import io.github.incidentadvisor.model.Component.Platform;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where exactly on its line the text of a version stands. */
final class DecidedText {
    private static final Pattern WRAPPER_URL = Pattern.compile("/([^/]+)/apache-maven-([^/]+)-bin\\.(?:zip|tar\\.gz)");

    private DecidedText() {}

    /** The edits that write the new text, or why they cannot be told. */
    record Answer(List<Edit> edits, String why) {
        static Answer no(String why) {
            return new Answer(List.of(), why);
        }
    }

    static Answer edits(FileText file, int line, Item item, To to) {
        Optional<Span> span = file.line(line);
        if (span.isEmpty()) {
            return Answer.no("there is no such line any more");
        }
        if (item.component().equals(Platform.MAVEN) && file.in(span.get()).contains("apache-maven-")) {
            return wrapper(file, span.get(), to);
        }
        String raw = item.declaration().raw();
        List<Span> within = raw.isBlank() || raw.contains("${") ? List.of() : file.all(span.get(), raw, Words.WHOLE);
        if (within.size() > 1) {
            return Answer.no("'" + raw + "' stands there " + within.size() + " times");
        }
        Span where = within.isEmpty() ? span.get() : within.get(0);
        Words words = within.isEmpty() ? Words.WHOLE : Words.NUMBER;
        for (String text : texts(item, to)) {
            List<Span> found = file.all(where, text, text.equals(to.from()) ? words : Words.WHOLE);
            if (found.size() > 1) {
                return Answer.no("'" + text + "' stands there " + found.size() + " times");
            }
            if (found.size() == 1) {
                return edit(file, found.get(0), to, item);
            }
        }
        // Joined to something else by what may be part of a version: macos-13.
        List<Span> joined = file.all(where, to.from(), Words.NUMBER);
        if (joined.size() == 1) {
            return edit(file, joined.get(0), to, item);
        }
        return Answer.no(
                "'" + item.version().unpinned() + "' does not stand there as it is; it is put together elsewhere");
    }

    /** What may stand there, the longest first: with what pins it, alone, the product's version in it. */
    private static Set<String> texts(Item item, To to) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add(item.version().text());
        texts.add(item.version().unpinned().text());
        texts.add(to.from());
        return texts;
    }

    private static Answer edit(FileText file, Span span, To to, Item item) {
        Span version = span;
        if (item.component() instanceof Image) {
            // A digest says what the old tag meant, and would beat the new one.
            Matcher digest = Pattern.compile("@sha256:[0-9a-f]{64}").matcher(file.text());
            digest.region(span.end(), Math.min(file.text().length(), span.end() + 80));
            if (digest.lookingAt()) {
                version = new Span(span.start(), digest.end());
            }
        }
        String old = file.in(version).replaceFirst("@sha256:.*", "");
        FileText text = new FileText("", old.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        List<Span> found = text.all(new Span(0, old.length()), to.from(), Words.NUMBER);
        if (found.size() != 1) {
            return Answer.no("'" + old + "' does not hold " + to.from() + " exactly once");
        }
        String after = old.substring(0, found.get(0).start())
                + to.to()
                + old.substring(found.get(0).end());
        return new Answer(List.of(file.edit(version, after)), "");
    }

    /** The wrapper's address names the version twice, and the checksum beside it belongs to the old one. */
    private static Answer wrapper(FileText file, Span line, To to) {
        if (file.text().lines().anyMatch(one -> one.strip().matches("distributionSha(?:256|512)Sum\\s*[=:].*"))) {
            return Answer.no("a checksum of the old distribution stands beside it, and that of " + to.to()
                    + " is not known here");
        }
        Matcher matcher = WRAPPER_URL.matcher(file.text());
        List<MatchResult> urls =
                matcher.region(line.start(), line.end()).results().toList();
        if (urls.size() != 1
                || !urls.get(0).group(1).equals(to.from())
                || !urls.get(0).group(2).equals(to.from())) {
            return Answer.no("the address does not name " + to.from() + " the way Maven's own do");
        }
        MatchResult url = urls.get(0);
        return new Answer(
                List.of(
                        file.edit(new Span(url.start(1), url.end(1)), to.to()),
                        file.edit(new Span(url.start(2), url.end(2)), to.to())),
                "");
    }
}
