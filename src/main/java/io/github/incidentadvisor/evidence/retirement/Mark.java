package io.github.incidentadvisor.evidence.retirement;

import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a fact is recognised by: one of its alternatives. */
sealed interface Mark permits AttributeMark, ChartMark, ImageMark, ObjectMark, ProviderMark {
    /** Pulumi's {@code aws:ec2/instance:Instance} and {@code aws:ec2:Instance} are one. */
    Pattern PULUMI = Pattern.compile("([\\w-]+):([\\w.-]+)/[\\w-]+:(\\w+)");

    /** The kinds of references among which it may recognise something. */
    Set<String> kinds();

    /** Whether it may recognise something in an object. */
    default boolean inObjects() {
        return false;
    }

    /** What of a reference it recognises. */
    default Optional<Hit> in(DeclaredReference reference) {
        return Optional.empty();
    }

    /** What of an object it recognises. */
    default List<Hit> in(DeclaredObject object) {
        return List.of();
    }

    /** Whether a reference to it is worth no more than a note. */
    default boolean aside() {
        return false;
    }

    /** A resource type as the table has it. */
    static String type(String written) {
        return written.indexOf('/') < 0 ? written : PULUMI.matcher(written).replaceFirst("$1:$2:$3");
    }
}
