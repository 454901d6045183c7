package io.github.incidentadvisor.github;

import java.util.List;

/**
 * A place where projects keep their sources and say what they released. What comes from it was written by anybody; it is
 * bounded in size and otherwise as it was. Never throws for what the place does. Safe for many threads.
 */
public interface CodeHost {
    /** The default branch. */
    String HEAD = "";

    /** A page of the releases, newest first, from 1 on. A place that knows no releases tells an empty page. */
    Told<Page> releases(RepositoryName repository, int page);

    /** Names of tags, in no special order; at a place that is asked over the network not all of them. */
    Told<List<String>> tags(RepositoryName repository);

    /** The files at a tag, branch or commit, or at {@link #HEAD}. */
    Told<Listing> tree(RepositoryName repository, String ref);

    /** The bytes of a file at a tag, branch or commit, or at {@link #HEAD}. */
    Told<byte[]> file(RepositoryName repository, String ref, String path);

    /** Where a person can read a file, at a line if that is 1 or more; {@code path} empty for the repository itself. */
    String page(RepositoryName repository, String ref, String path, int line);

    /** The host in an address of it: {@code github.com}. */
    String host();

    /**
     * Some releases.
     *
     * @param more whether there is another page
     */
    record Page(List<Release> releases, boolean more) {
        public Page {
            releases = List.copyOf(releases);
        }
    }

    /**
     * A release as the host shows it.
     *
     * @param tag the tag that it is of
     * @param title what it is called; may be empty
     * @param day ISO day on which it was published; may be empty
     * @param body its text, Markdown; may be empty
     * @param url where a person can read it
     */
    record Release(String tag, String title, String day, String body, String url, boolean prerelease) {}

    /**
     * Files of a commit.
     *
     * @param paths with {@code /}, sorted
     * @param whole whether these are all
     */
    record Listing(List<String> paths, boolean whole) {
        public Listing {
            paths = List.copyOf(paths);
        }
    }
}
