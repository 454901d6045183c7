package io.github.incidentadvisor.evidence.linkage.source;

import io.github.incidentadvisor.evidence.Linkage.Effect;
import io.github.incidentadvisor.evidence.Linkage.Instead;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;

/**
 * A line that the change of class path touches.
 *
 * @param reference what it names there of a library; {@link Reference#NONE} when it names nothing of one
 * @param message what happens, the compiler's words or ours, one line
 * @param instead what there is in its place
 */
public record Line(Effect effect, Place place, Reference reference, String message, Instead instead) {}
