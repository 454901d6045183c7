package io.github.incidentadvisor.organisation;

import java.time.LocalDate;
import java.util.List;

/**
 * What one run of a scan covers: all of it, or one of several shards.
 *
 * @param number from 1
 * @param of how many there are
 * @param repositories names of those that it is to read
 * @param unread those that it could not read
 * @param finished whether it came to its end
 */
public record Part(
        int number, int of, LocalDate asOf, List<String> repositories, List<Unread> unread, boolean finished) {
    public Part {
        repositories = List.copyOf(repositories);
        unread = unread.stream().sorted().distinct().toList();
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("there is no shard " + number + " of " + of);
        }
    }
}
