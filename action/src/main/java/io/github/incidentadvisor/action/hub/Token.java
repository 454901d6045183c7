package io.github.incidentadvisor.action.hub;

/** What lets us in. It prints as nothing, so that no message can hold it. */
public record Token(String text) {
    /** Whether there is one. */
    public boolean isThere() {
        return !text.isBlank();
    }

    /** Whether it is a person's (GitHub's "token formats"): only then GitHub tells whose. */
    public boolean isOfAPerson() {
        return text.startsWith("ghp_") || text.startsWith("github_pat_") || text.startsWith("gho_");
    }

    @Override
    public String toString() {
        return isThere() ? "(a token)" : "(no token)";
    }
}
