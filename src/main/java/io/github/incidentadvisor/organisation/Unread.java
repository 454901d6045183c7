package io.github.incidentadvisor.organisation;

/** A repository that could not be read, and why. */
public record Unread(String name, String reason) implements Comparable<Unread> {
    @Override
    public int compareTo(Unread other) {
        return name.compareTo(other.name) != 0 ? name.compareTo(other.name) : reason.compareTo(other.reason);
    }
}
