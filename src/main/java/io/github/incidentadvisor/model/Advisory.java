package io.github.incidentadvisor.model;

import java.util.List;

/**
 * Everything there is to say about one component: what changes or ends, what that does, what to do.
 *
 * @param inChange whether the change under review is about it; otherwise it is due elsewhere in the repository
 * @param from the version in the base, or the present one when nothing changes; {@link Version#NONE} when added
 * @param to the version in the head; the same as {@code from} when nothing changes; {@link Version#NONE} when removed
 * @param movedBy purl of the declared component that brought the change; empty when declared itself
 * @param moves how many other components this one moved
 */
public record Advisory(
        String id,
        boolean inChange,
        Verdict verdict,
        Component component,
        Version from,
        Version to,
        Role role,
        Place declaredAt,
        String movedBy,
        int moves,
        Risk risk,
        List<Finding> findings,
        Recommendation recommendation,
        List<Task> tasks,
        Prose prose) {
    public Advisory {
        findings = List.copyOf(findings);
        tasks = List.copyOf(tasks);
    }

    /** The same in other words. */
    public Advisory with(Prose words) {
        return copy(findings, recommendation, words);
    }

    /** The same with these of its findings; verdict, recommendation and tasks stay those of all. */
    public Advisory with(List<Finding> some) {
        return copy(some, recommendation, prose);
    }

    /** The same with another advice. */
    public Advisory with(Recommendation other) {
        return copy(findings, other, prose);
    }

    private Advisory copy(List<Finding> itsFindings, Recommendation itsRecommendation, Prose itsProse) {
        return new Advisory(
                id,
                inChange,
                verdict,
                component,
                from,
                to,
                role,
                declaredAt,
                movedBy,
                moves,
                risk,
                itsFindings,
                itsRecommendation,
                tasks,
                itsProse);
    }

    /** Whether the version differs between base and head. */
    public boolean moved() {
        return !from.equals(to);
    }
}
