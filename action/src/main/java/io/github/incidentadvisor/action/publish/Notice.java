package io.github.incidentadvisor.action.publish;

/**
 * What the people who run this should know: for the log, and the end of the summary.
 *
 * @param text of our own words, never somebody else's
 */
record Notice(Level level, String text) {
    enum Level {
        NOTICE,
        WARNING,
        ERROR
    }

    static Notice notice(String text) {
        return new Notice(Level.NOTICE, text);
    }

    static Notice warning(String text) {
        return new Notice(Level.WARNING, text);
    }

    static Notice error(String text) {
        return new Notice(Level.ERROR, text);
    }

    /** As a runner reads it from the log ("Workflow commands for GitHub Actions"): nothing in the text can begin another one. */
    String command() {
        String safe = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
        return "::" + level.name().toLowerCase(java.util.Locale.ROOT) + " title=incident-advisor::" + safe;
    }
}
