package io.github.incidentadvisor.draft;

/** Makes a drafter of a choice; asked only when a model is configured, since what it needs may have to be fetched. */
public interface Models {
    /**
     * The drafter.
     *
     * @throws NoDraft when what it needs cannot be had
     */
    Drafter drafter(ModelChoice choice);
}
