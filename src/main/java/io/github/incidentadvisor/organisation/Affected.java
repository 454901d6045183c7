package io.github.incidentadvisor.organisation;

import java.util.List;

/**
 * The blast radius of one vendor change: who uses what was asked for.
 *
 * @param question as it was asked
 * @param places each use, by repository
 * @param repositories how many have any
 * @param unsure uses of it whose version is not known, so that they may be meant or not
 */
public record Affected(String question, int repositories, List<Where> places, List<Where> unsure) {
    public Affected {
        places = List.copyOf(places);
        unsure = List.copyOf(unsure);
    }

    /** A use in a repository. */
    public record Where(String repository, Use use) {}
}
