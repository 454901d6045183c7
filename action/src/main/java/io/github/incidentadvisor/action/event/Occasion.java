package io.github.incidentadvisor.action.event;

/** What a run is about. Everything in it may have been written by somebody we do not know; ids are checked, names are not. */
public sealed interface Occasion {
    /**
     * A pull request of this repository.
     *
     * @param headSha the commit that was pushed; what GitHub checks out is its merge with the base
     * @param fork whether the branch is somebody else's, or gone: then the token of this run may only read
     */
    record PullRequest(int number, String headSha, String baseSha, boolean fork, boolean draft, Proposer proposer)
            implements Occasion {}

    /** A queue of pull requests about to be merged: its commit is tested as if it were on the branch already. */
    record MergeGroup(String headSha, String baseSha) implements Occasion {}

    /**
     * Commits that are on a branch.
     *
     * @param before where the branch was; empty when it is new
     */
    record Push(String before) implements Occasion {}

    /**
     * Another workflow is done, which looked at a pull request; which one is asked of GitHub, never of that workflow.
     *
     * @param headOwner whose branch it is
     * @param fork whether that workflow ran code of another repository than this one
     */
    record Analysed(String headSha, String headOwner, String headBranch, boolean fork) implements Occasion {}

    /** The clock, or somebody who did not want to wait for it: the state of the default branch is looked at. */
    record Scan() implements Occasion {}

    /** Anything else: there is nobody to tell but whoever reads the job's summary. */
    record Other(String event) implements Occasion {}
}
