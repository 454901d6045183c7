package io.github.incidentadvisor.incidents;

import java.util.List;

/**
 * One change, as memory is asked about it.
 *
 * @param ecosystem as {@code Component.ecosystem()} says it
 * @param name coordinates, repository, chart …
 * @param from the version before; empty when added
 * @param to the version after; empty when removed
 * @param file where it is declared; may be empty
 * @param words what the vendor's notes and our findings say of it; may be empty
 * @param files names of the files that it touches or breaks, without folders
 */
public record Step(
        String ecosystem, String name, String from, String to, String file, String words, List<String> files) {
    public Step {
        files = List.copyOf(files);
    }
}
