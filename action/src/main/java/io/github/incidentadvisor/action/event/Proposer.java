package io.github.incidentadvisor.action.event;

import java.util.Locale;

/** Who proposes a change of versions, as far as that decides what is left for us to say. */
public enum Proposer {
    PERSON,
    DEPENDABOT,
    RENOVATE;

    /**
     * Renovate is hosted under many names, so its branch counts too; a person who names a branch so only loses the release notes,
     * which are then said to stand in the description.
     */
    static Proposer of(String login, String branch) {
        String who = login.toLowerCase(Locale.ROOT);
        if (who.equals("dependabot[bot]") || who.equals("dependabot-preview[bot]")) {
            return DEPENDABOT;
        }
        boolean bot = who.endsWith("[bot]") || who.contains("renovate");
        return who.equals("renovate[bot]") || bot && branch.startsWith("renovate/") ? RENOVATE : PERSON;
    }

    /** Whether the pull request's own description already quotes the release notes of what it moves. */
    public boolean quotesReleaseNotes() {
        return this != PERSON;
    }
}
