package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import java.util.List;

/** One check that builds run. A new one is a new class and a line in {@link ProjectPolicies}. */
interface PolicyRule {
    /** What it objects to on one side of a change, in a stable order. What it cannot judge it tells {@code facts}. */
    List<Violation> judge(Facts facts);
}
