package io.github.incidentadvisor.evidence.retirement;

import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container image by its name, whatever its tag is.
 *
 * @param image the whole name with its registry, Docker Hub's without
 * @param exceptTag tags that are not meant; never matches when all are
 */
record ImageMark(Pattern image, Pattern exceptTag, boolean aside) implements Mark {
    private static final int LONGEST = 1000;

    private static final Pattern PURL = Pattern.compile("pkg:docker/([^@?]+)(?:@[^?]*)?(?:\\?repository_url=([^&]+))?");

    @Override
    public Set<String> kinds() {
        return Set.of("docker-image");
    }

    @Override
    public Optional<Hit> in(DeclaredReference reference) {
        if (!reference.kind().equals("docker-image")
                || reference.status() == Status.UNRESOLVED
                || reference.purl().length() > LONGEST) {
            return Optional.empty();
        }
        Matcher purl = PURL.matcher(reference.purl());
        if (!purl.matches()) {
            return Optional.empty();
        }
        String registry = purl.group(2) == null ? "" : decoded(purl.group(2)) + "/";
        String name = registry + decoded(purl.group(1));
        String digest = reference.context().digest();
        boolean pinned = !digest.isEmpty();
        String tag = pinned && reference.version().text().equals(digest)
                ? ""
                : reference.version().text();
        // Of a digest without a tag nobody knows which tag it has.
        boolean unsure = tag.isEmpty() && pinned && !exceptTag.pattern().isEmpty();
        boolean meant = image.matcher(name).matches()
                && !unsure
                && (exceptTag.pattern().isEmpty() || !exceptTag.matcher(tag).matches());
        return meant ? Optional.of(Hit.of(name + (tag.isEmpty() ? "" : ":" + tag))) : Optional.empty();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
