package io.github.incidentadvisor.inventory.manifest;

/**
 * One format. Which files are of it is decided in two steps: by the name, which is cheap and only says what can be, and by the
 * content. Of several readers that recognise a file the first registered reads it. Safe for many threads.
 */
interface ManifestReader {
    /** Whether a file of this path can be of the format; only then is it opened. */
    boolean canBe(String path);

    /**
     * Whether a file of this path is of the format whatever stands in it, so that it cannot be read is a gap and not another
     * format's file.
     */
    default boolean mustBe(String path) {
        return false;
    }

    /** Whether it is of the format by what it says. */
    boolean recognises(Source file);

    /** Reads a file that is recognised; what cannot be understood becomes a gap. */
    void read(Source file, Findings findings);
}
