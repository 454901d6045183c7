package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What readers found in one file. For one thread. */
final class Findings {
    private final List<Mention> mentions = new ArrayList<>();
    private final List<DeclaredObject> objects = new ArrayList<>();
    private final Set<Gap> gaps = new LinkedHashSet<>();

    void add(Mention mention) {
        mentions.add(mention);
    }

    void add(DeclaredObject object) {
        objects.add(object);
    }

    /** A file of which not everything could be read. */
    void gap(Source file, String reason, int line) {
        gap(file.path(), reason, file.at(line));
    }

    void gap(String what, String reason, Place place) {
        gaps.add(new Gap(what, reason, place));
    }

    List<Mention> mentions() {
        return mentions;
    }

    List<DeclaredObject> objects() {
        return objects;
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }
}
