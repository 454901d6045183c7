package io.github.incidentadvisor.incidents.index;

import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.names.Named;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report.IncidentsSearched;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An opened generation: what it holds, and which of it is worth judging. Safe for many threads. */
public final class Memory implements AutoCloseable {
    private final IncidentIndex index;
    private final Manifest manifest;

    Memory(IncidentIndex index, Manifest manifest) {
        this.index = index;
        this.manifest = manifest;
    }

    /** How many incidents there are. */
    public int size() {
        return index.size();
    }

    /** How much there is to search. */
    public IncidentsSearched searched() {
        return new IncidentsSearched(manifest.count(), manifest.sources(), manifest.oldest(), manifest.newest());
    }

    /** What could not be read, and how many were left out as duplicates. */
    public List<Gap> gaps() {
        Set<Gap> all = new TreeSet<>();
        manifest.gaps().values().forEach(all::addAll);
        return List.copyOf(all);
    }

    /** How many were left out because another has the same address, or the same id and title. */
    public int duplicates() {
        return manifest.duplicates();
    }

    /** In how many incidents a word is, by its stem. */
    public int frequency(String stem) {
        return index.frequency(stem);
    }

    /** The incidents worth judging for a change, the likeliest first. */
    public List<Incident> candidates(Step step, Named named, Set<String> words, int atMost) {
        try {
            return index.candidates(step, named, words, atMost);
        } catch (IOException e) {
            throw new UncheckedIOException("the index of incidents cannot be read", e);
        }
    }

    /** The incidents that have one of {@code deeds} and one of {@code things}. */
    public List<Incident> candidates(Set<String> things, Set<String> deeds, int atMost) {
        try {
            return index.of(things, deeds, atMost);
        } catch (IOException e) {
            throw new UncheckedIOException("the index of incidents cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of incidents cannot be closed", e);
        }
    }
}
