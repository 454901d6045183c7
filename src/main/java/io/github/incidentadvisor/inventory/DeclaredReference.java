package io.github.incidentadvisor.inventory;

import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A place in a file that names a component.
 *
 * @param kind what sort of place: {@code maven-parent}, {@code maven-dependency}, {@code maven-managed}, {@code maven-bom},
 *     {@code maven-plugin}, {@code maven-plugin-dependency}, {@code maven-extension}, {@code java-release},
 *     {@code maven-wrapper}, {@code docker-image} … (those of manifests: {@code Kind} in {@code inventory.manifest})
 * @param raw the text as it stands there
 * @param name the component as the format names it: {@code group:artifact}, an image's repository, a resource's type
 * @param purl with version when there is one; empty when the ecosystem has none
 * @param context what stands around it and helps to say what it is
 */
public record DeclaredReference(
        String kind,
        Place place,
        String raw,
        String name,
        Version version,
        Status status,
        String purl,
        Context context) {
    /** By place, then kind and name. */
    public static final Comparator<DeclaredReference> ORDER = Comparator.comparing(DeclaredReference::place)
            .thenComparing(DeclaredReference::kind)
            .thenComparing(DeclaredReference::name)
            .thenComparing(reference -> reference.version().text());

    /** A reference that its own line says all about. */
    public DeclaredReference(
            String kind, Place place, String raw, String name, Version version, Status status, String purl) {
        this(kind, place, raw, name, version, status, purl, Context.NONE);
    }

    /** Whether the version is known. */
    public enum Status {
        /** A definite version. */
        RESOLVED,
        /** A range, {@code LATEST}, or nothing: what it means depends on the day. */
        FLOATING,
        /** The text is a variable that nothing defines, or stands in something that is not in force. */
        UNRESOLVED;

        /** The name in inventory.json. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What stands around a reference.
     *
     * @param decidedAt the line whose text decides the version, where it is another one than the reference's: a variable, an
     *     argument, an anchor; {@link Place#NONE} when the reference's own line decides
     * @param holder what it stands in, as the format calls it: {@code services.db}, {@code aws_eks_cluster.main},
     *     {@code jobs.build}
     * @param attribute the path in the holder's type: {@code engine_version}, {@code Properties.Runtime}, {@code runs-on};
     *     empty where the kind says it
     * @param beside values that belong to it: {@code engine}, {@code distribution}, {@code repository}
     * @param digest content digest or commit that pins it; empty when nothing does
     * @param platform the platform that is asked for; empty when none is
     * @param conditional whether it stands under a condition of a template or profile, so that it may not be in force
     * @param readInPart whether it was found by its line alone in a file that could not be parsed
     */
    public record Context(
            Place decidedAt,
            String holder,
            String attribute,
            Map<String, String> beside,
            String digest,
            String platform,
            boolean conditional,
            boolean readInPart) {
        /** Nothing. */
        public static final Context NONE = new Context(Place.NONE, "", "", Map.of(), "", "", false, false);

        public Context {
            beside = Collections.unmodifiableMap(new TreeMap<>(beside));
        }
    }
}
