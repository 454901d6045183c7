package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.model.Component.Image;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a container image by the grammar of
 * <a href="https://pkg.go.dev/github.com/distribution/reference">distribution/reference</a>.
 *
 * @param name as written, without tag and digest
 * @param tag empty when there is none
 * @param digest {@code sha256:…}; empty when there is none
 */
record ImageName(String name, String tag, String digest) {
    private static final int LONGEST = 512;
    private static final Pattern NAME =
            Pattern.compile("(?:[a-zA-Z0-9][a-zA-Z0-9.-]*(?::\\d{1,5})?/)?[a-z0-9]+(?:(?:[._/]|__|-+)[a-z0-9]+)*");
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("[a-z0-9+._-]+:[0-9a-fA-F]{32,}");

    /** First words of a tag that move, and the names of what an image is built on, which say nothing of the image itself. */
    private static final Pattern MOVING =
            Pattern.compile("(?:latest|stable|mainline|current|lts|edge|nightly|main|master|dev|develop|rolling|canary"
                    + "|(?:alpine|slim|debian|ubuntu)[\\d.]*)(?:[-_.].*)?");

    /** A part that is a number, ends in one, or is a commit: {@code e2e} and {@code k8s} are words. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?:.*[-_.])?(?:v?\\d[^-_]*|[a-z]+\\d+|[0-9a-f]{7,64})(?:[-_.].*)?");

    private static final Pattern VARIANT_FIRST = Pattern.compile("(?:alpine|slim|debian|ubuntu)-v?\\d.*");

    private static final Set<String> DISTRIBUTIONS = Set.of("debian", "ubuntu", "buildpack-deps", "debian-debug");

    /** {@code text} as an image's name, if it can be one. */
    static Optional<ImageName> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        int at = text.indexOf('@');
        String digest = at < 0 ? "" : text.substring(at + 1);
        String named = at < 0 ? text : text.substring(0, at);
        int colon = named.lastIndexOf(':');
        boolean tagged = colon > named.lastIndexOf('/');
        String tag = tagged ? named.substring(colon + 1) : "";
        String name = tagged ? named.substring(0, colon) : named;
        boolean fits = NAME.matcher(name).matches()
                && (!tagged || TAG.matcher(tag).matches())
                && (at < 0 || DIGEST.matcher(digest).matches());
        return fits ? Optional.of(new ImageName(name, tag, digest)) : Optional.empty();
    }

    /** The tag, or the digest when that alone says which content is meant. */
    String version() {
        return tag.isEmpty() ? digest : tag;
    }

    Image component() {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        return host ? new Image(first.toLowerCase(Locale.ROOT), name.substring(slash + 1)) : new Image("", name);
    }

    /** A tag without a digit, or one that begins with a word that moves, says no version; a release's codename does. */
    Status status() {
        if (tag.isEmpty()) {
            return digest.isEmpty() ? Status.FLOATING : Status.RESOLVED;
        }
        String lower = tag.toLowerCase(Locale.ROOT);
        if (isCodename(lower)) {
            return Status.RESOLVED;
        }
        boolean numbered = NUMBERED.matcher(lower).matches();
        boolean moves =
                MOVING.matcher(lower).matches() && !VARIANT_FIRST.matcher(lower).matches();
        return numbered && !moves ? Status.RESOLVED : Status.FLOATING;
    }

    private boolean isCodename(String tag) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return DISTRIBUTIONS.contains(last)
                && !MOVING.matcher(tag).matches()
                && !tag.startsWith("testing")
                && !tag.startsWith("unstable")
                && !tag.startsWith("old")
                && !tag.startsWith("sid")
                && !tag.startsWith("devel");
    }
}
