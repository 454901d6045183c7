package io.github.incidentadvisor.model;

/**
 * One thing known, and where it comes from. Equal evidence gets one number in a report, whoever cites it.
 *
 * @param kind what sort of thing it is: {@code declaration}, {@code lifecycle}, {@code metadata}, {@code linkage} …
 * @param source what was read: a {@code file:line}, a product of the lifecycle data, a repository; never empty
 * @param url where a reader can look it up; empty when there is no such place
 * @param asOf the ISO day on which the source was true or read; empty when it is the tree itself
 * @param quote the words or values that carry the claim, verbatim where they are somebody's; never empty
 */
public record Evidence(String kind, Grade grade, String source, String url, String asOf, String quote) {
    public Evidence {
        if (source.isEmpty() || quote.isEmpty()) {
            throw new IllegalArgumentException("evidence needs a source and a quote: " + kind);
        }
    }

    /** What a line of the project's own tree says. */
    public static Evidence declaration(Place place, String quote) {
        return new Evidence("declaration", Grade.MEASURED, place.toString(), "", "", quote);
    }
}
