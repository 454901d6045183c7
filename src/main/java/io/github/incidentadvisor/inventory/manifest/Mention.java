package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.DeclaredReference.Context;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One naming of a component, as a reader puts it together. */
final class Mention {
    private final Kind kind;
    private final Optional<Component> component;
    private final String name;
    private final Place place;
    private String raw = "";
    private String version = "";
    private Status status = Status.RESOLVED;
    private Place decidedAt = Place.NONE;
    private String decidedBy = "";
    private String holder = "";
    private String attribute = "";
    private final Map<String, String> beside = new TreeMap<>();
    private String digest = "";
    private String platform = "";
    private boolean conditional;
    private boolean readInPart;

    private Mention(Kind kind, Optional<Component> component, String name, Place place) {
        this.kind = kind;
        this.component = component;
        this.name = name;
        this.place = place;
    }

    static Mention of(Kind kind, Component component, String name, Place place) {
        return new Mention(kind, Optional.of(component), name, place);
    }

    /** Of something that a variable names. */
    static Mention ofUnknown(Kind kind, String name, Place place) {
        return new Mention(kind, Optional.empty(), name, place).status(Status.UNRESOLVED);
    }

    /**
     * An image that a text names; none when it can be no image's name.
     *
     * @param raw what stands at the place
     */
    static Optional<Mention> image(Resolved text, String raw, Place place) {
        String value = text.text().strip();
        if (value.indexOf(Resolved.UNKNOWN) < 0) {
            return ImageName.parse(value).map(image -> of(Kind.DOCKER_IMAGE, image.component(), image.name(), place)
                    .raw(raw)
                    .version(image.version())
                    .status(image.status())
                    .digest(image.digest())
                    .decidedBy(text.partAt(
                            image.version().isEmpty() ? 0 : image.name().length() + 1)));
        }
        return incomplete(text, raw, place);
    }

    private static Optional<Mention> incomplete(Resolved text, String raw, Place place) {
        String value = text.text().strip();
        int at = value.indexOf('@');
        String named = at < 0 ? value : value.substring(0, at);
        int colon = named.lastIndexOf(':');
        boolean tagged = colon > named.lastIndexOf('/');
        String name = tagged ? named.substring(0, colon) : named;
        String tag = tagged ? named.substring(colon + 1) : "";
        if (name.indexOf(Resolved.UNKNOWN) < 0) {
            return ImageName.parse(name).map(image -> of(Kind.DOCKER_IMAGE, image.component(), name, place)
                    .raw(raw)
                    .status(Status.UNRESOLVED));
        }
        String written = raw.strip();
        int cut = written.lastIndexOf(':');
        boolean cuts = tagged && cut > 0 && written.indexOf('}', cut) < 0 && written.indexOf('$', cut) < 0;
        return Optional.of(ofUnknown(Kind.DOCKER_IMAGE, cuts ? written.substring(0, cut) : written, place)
                .raw(raw)
                .version(tag.indexOf(Resolved.UNKNOWN) < 0 ? tag : ""));
    }

    Mention raw(String text) {
        raw = text;
        return this;
    }

    Mention version(String text) {
        version = text.strip();
        return this;
    }

    Mention status(Status value) {
        status = value;
        return this;
    }

    /** Status from the version's own text. */
    Mention judged() {
        return status(VersionText.status(version));
    }

    Mention decidedBy(Resolved.Part part) {
        return part.known() && part.origin().isKnown() ? decidedAt(part.origin(), part.text()) : this;
    }

    /** Another line decides the version. */
    Mention decidedAt(Place line, String text) {
        if (!line.equals(place)) {
            decidedAt = line;
            decidedBy = text;
        }
        return this;
    }

    Mention holder(String text) {
        holder = text;
        return this;
    }

    Mention attribute(String text) {
        attribute = text;
        return this;
    }

    Mention beside(String key, String value) {
        if (!value.isEmpty()) {
            beside.put(key, value);
        }
        return this;
    }

    Mention digest(String text) {
        digest = text;
        return this;
    }

    Mention platform(String text) {
        platform = text;
        return this;
    }

    Mention conditional(boolean value) {
        conditional = conditional || value;
        return this;
    }

    Mention readInPart() {
        readInPart = true;
        return this;
    }

    Kind kind() {
        return kind;
    }

    Optional<Component> component() {
        return component;
    }

    Place place() {
        return place;
    }

    Place decidedAt() {
        return decidedAt;
    }

    String holder() {
        return holder;
    }

    String rawText() {
        return raw;
    }

    Status status() {
        return status;
    }

    /** What changes when something else is meant: the version and what pins it. */
    Version pinned() {
        return Version.pinned(version, digest);
    }

    DeclaredReference reference() {
        return reference(place, raw, decidedAt);
    }

    /** The deciding line as a reference of its own, if another line decides and has the whole version. */
    Optional<DeclaredReference> decision() {
        return decidedAt.isKnown() && status != Status.UNRESOLVED && decidedBy.contains(version)
                ? Optional.of(reference(decidedAt, decidedBy, Place.NONE))
                : Optional.empty();
    }

    private DeclaredReference reference(Place at, String text, Place decided) {
        return new DeclaredReference(
                kind.word(),
                at,
                text,
                name,
                new Version(version),
                status,
                component.map(this::purl).orElse(""),
                new Context(decided, holder, attribute, beside, digest, platform, conditional, readInPart));
    }

    private String purl(Component named) {
        String purl = named.purl();
        if (status == Status.UNRESOLVED || version.isEmpty()) {
            return purl;
        }
        String at = "@" + URLEncoder.encode(version, StandardCharsets.UTF_8).replace("+", "%20");
        int question = purl.indexOf('?');
        return question < 0 ? purl + at : purl.substring(0, question) + at + purl.substring(question);
    }
}
