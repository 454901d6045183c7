package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.evidence.TestedLines;
import io.github.incidentadvisor.inventory.Newest;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Version;
import java.util.function.BiFunction;

/**
 * What is known of a change beside the findings.
 *
 * @param available what repositories offer beyond a component's version
 * @param coverage how much of the project's code was held against the change
 * @param outlook how long what is moved to is supported
 * @param releases when what is moved to came out
 * @param tested what the project's tests run
 */
public record Background(
        BiFunction<Component, Version, Newest> available,
        Coverage coverage,
        Outlook outlook,
        ReleaseDays releases,
        TestedLines tested) {}
