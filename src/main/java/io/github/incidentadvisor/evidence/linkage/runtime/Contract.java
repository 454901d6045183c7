package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import java.util.List;

/** One kind of name by which a project relies on its jars. A new one is a new class and a line in {@link RuntimeBehaviours}. */
interface Contract {
    /** Lines of the project that rely on what the new jars do not have any more. */
    List<Behaviour> broken(Upgrade upgrade);
}
