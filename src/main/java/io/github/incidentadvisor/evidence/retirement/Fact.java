package io.github.incidentadvisor.evidence.retirement;

import io.github.incidentadvisor.evidence.Retirement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A retirement and what it is recognised by.
 *
 * @param family what it can be exchanged within; the facts of a family stand in the table from the oldest to the newest; empty
 *     when it has none
 */
record Fact(Retirement retirement, List<Mark> marks, String family) {
    Fact {
        marks = List.copyOf(marks);
    }

    /** What a member of a family is called in a manifest. */
    String value() {
        return values().min(Comparator.naturalOrder()).orElse("");
    }

    /** What {@code value} has beyond another value that is meant: {@code -arm} of {@code ubuntu-22.04-arm}. */
    String variant(String value) {
        return values().filter(value::startsWith)
                .min(Comparator.comparing(String::length))
                .map(plain -> value.substring(plain.length()))
                .orElse("");
    }

    private Stream<String> values() {
        return marks.stream().filter(AttributeMark.class::isInstance).flatMap(mark -> ((AttributeMark) mark)
                .values().exact().stream());
    }

    /** Whether it has {@code value} at one of the places at which {@code other} is looked for. */
    boolean has(String value, Fact other) {
        return marks.stream()
                .filter(AttributeMark.class::isInstance)
                .map(AttributeMark.class::cast)
                .filter(mark -> mark.values().has(value))
                .anyMatch(mark -> other.marks.stream()
                        .anyMatch(theirs -> theirs instanceof AttributeMark attribute
                                && attribute.at().equals(mark.at())
                                && attribute.names().equals(mark.names())
                                && attribute.when().equals(mark.when())));
    }
}
