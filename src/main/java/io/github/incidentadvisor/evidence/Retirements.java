package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.evidence.Retirement.Successor;
import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.time.LocalDate;
import java.util.List;

/** What vendors take away, and where manifests rely on it. Safe for many threads; answers are the same for a whole run. */
public interface Retirements {
    /** The facts that a naming of a component falls under. What is not known, or floats where its value matters, matches none. */
    List<Match> of(DeclaredReference reference);

    /** The facts that a declared resource falls under by its being there or by a value of it. */
    List<Match> of(DeclaredObject object);

    /**
     * What to write instead of {@code value} where {@code fact} takes that away, the nearest first and what lasts longest last;
     * only what nothing known begins to end before or on {@code day}.
     */
    List<Successor> successors(Retirement fact, String value, LocalDate day);

    /** What a reader of the answers should know about the facts themselves: that they are old. */
    List<Gap> gaps();

    /**
     * A place that relies on what is taken away.
     *
     * @param value what stands there: {@code java11}, {@code ubuntu-20.04}, {@code centos:7}
     * @param place the line that decides the value
     * @param usedAt the line that uses it; the same where one line does both
     * @param holder what it stands in: {@code aws_lambda_function.api}, {@code jobs.build}; may be empty
     * @param purl of the component, without a version; empty for what is no component
     * @param version of the component; empty likewise
     * @param conditional whether it may not be in force
     * @param aside whether that it stands there is no trouble by itself
     */
    record Match(
            Retirement fact,
            String value,
            Place place,
            Place usedAt,
            String holder,
            String purl,
            String version,
            boolean conditional,
            boolean aside) {}
}
