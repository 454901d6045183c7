package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.migration.NewText.To;
import io.github.incidentadvisor.migration.NewText.Unknown;
import io.github.incidentadvisor.model.Component.Image;
import io.github.incidentadvisor.model.Version;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release line written the way that a tag writes the one before: {@code 17-jre} becomes {@code 21-jre}. */
final class NewTag {
    private static final Pattern DOTTED = Pattern.compile("\\d+(\\.\\d+)*");

    /** Parts of tags that name a release of an operating system. */
    private static final Pattern SYSTEM = Pattern.compile(
            "(?i)(?:^|[-_.])((?:alpine|ubi|debian|ubuntu|ol|al|nanoserver|windowsservercore)-?\\d[\\w.]*"
                    + "|stretch|buster|bullseye|bookworm|trixie|xenial|bionic|focal|jammy|noble)(?:$|[-_])");

    private final LocalDate today;

    NewTag(LocalDate today) {
        this.today = today;
    }

    /** What becomes of the part {@code version} of an item's version, in its own shape. */
    NewText of(Item item, String version, Cycle now, Cycle then, String note) {
        String all = item.version().unpinned().text();
        Optional<String> to = like(version, now, then);
        if (to.isEmpty()) {
            return new Unknown(all + " names a release, and " + newest(then) + "; how its tag reads is not known");
        }
        FileText tag = new FileText("", all.getBytes(StandardCharsets.ISO_8859_1));
        List<FileText.Span> found = tag.all(new FileText.Span(0, tag.text().length()), version, FileText.Words.NUMBER);
        if (found.size() != 1) {
            return new Unknown(all + " does not hold " + version + " exactly once");
        }
        Matcher system = SYSTEM.matcher(all);
        if (item.component() instanceof Image && system.find()) {
            return new Unknown("the tag " + all + " names " + system.group(1) + " too, and whether there is one for "
                    + to.get() + " is not known here");
        }
        String after = all.substring(0, found.get(0).start())
                + to.get()
                + all.substring(found.get(0).end());
        return new To(version, to.get(), note.isEmpty() ? note(item, after) : note);
    }

    private static String newest(Cycle cycle) {
        return cycle.latest().isKnown() && !cycle.latest().text().equals(cycle.name())
                ? "the newest of " + cycle.name() + " is " + cycle.latest()
                : "no release of " + cycle.name() + " is known here";
    }

    /** The new version in as many parts as the old one has. */
    private Optional<String> like(String version, Cycle now, Cycle then) {
        if (version.equals(now.name())) {
            return Optional.of(then.name());
        }
        if (!DOTTED.matcher(version).matches()) {
            return Optional.empty();
        }
        if (parts(version) == parts(then.name())) {
            return Optional.of(then.name());
        }
        return released(then)
                .map(Version::text)
                .filter(latest -> DOTTED.matcher(latest).matches() && parts(latest) == parts(version));
    }

    /** How many numbers with dots between them; 0 when it is anything else. */
    static int parts(String text) {
        return DOTTED.matcher(text).matches() ? text.split("\\.").length : 0;
    }

    /** What to look at once an image has this tag; empty for what is no image. */
    static String note(Item item, String tag) {
        if (!(item.component() instanceof Image)) {
            return "";
        }
        String digest = item.version().pin().isEmpty() ? "" : ", and pin it to its digest again";
        return "see that the image " + item.component().name() + ":" + tag + " exists" + digest
                + "; no registry was asked";
    }

    /** Its newest release, if that is out. */
    Optional<Version> released(Cycle cycle) {
        return Optional.of(cycle.latest()).filter(Version::isKnown).filter(latest -> !cycle.latestReleased()
                .isAfter(today));
    }
}
