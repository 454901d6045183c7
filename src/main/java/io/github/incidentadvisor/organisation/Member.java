package io.github.incidentadvisor.organisation;

import java.time.LocalDate;
import java.util.List;

/**
 * A repository as a scan left it.
 *
 * @param name {@code owner/name}, or the folder's name
 * @param commit that was read
 * @param asOf the day that it was judged by: an earlier one when the former judgement still holds
 * @param until the first later day on which the same commit and data may be judged otherwise
 * @param key commit, data, settings and tool, hashed: an equal one was judged alike
 * @param poms how many POMs its tree holds, by which shards are balanced
 * @param gaps how much could not be checked
 * @param advice what was ever advised, and what came of it
 */
public record Member(
        String name,
        String commit,
        LocalDate asOf,
        LocalDate until,
        String key,
        int poms,
        int gaps,
        List<Advice> advice) {
    public Member {
        advice = List.copyOf(advice);
    }

    /** Whether its judgement holds on {@code day} for what has this key. */
    public boolean holds(String itsKey, LocalDate day) {
        return key.equals(itsKey) && !day.isBefore(asOf) && day.isBefore(until);
    }
}
