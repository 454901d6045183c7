package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.index.Memory;
import io.github.incidentadvisor.incidents.names.Named;
import io.github.incidentadvisor.incidents.names.Naming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What memory says of a change, or its silence. It speaks only when one incident at least reaches {@link #SPEAKS} by more than a
 * name and a failure; then the others that reach it are shown as well. The threshold is the lowest that is best on four sets of
 * changes together, three of them written by people who had not seen this code; up to 3.5 nothing changes there, and at their
 * first contact the sets were missed by too much silence rather than by too little.
 */
public final class Search {
    /** Points that an incident needs: another name of the thing in its first sentence, or a name and a rare word. */
    public static final double SPEAKS = 2.75;

    private static final int MOST = 5;
    private static final int CANDIDATES = 30;
    private static final double COMMON = 0.3;

    private final Memory memory;
    private final Naming naming = new Naming();
    private final Correlation correlation;
    private final Map<String, Integer> frequencies = new ConcurrentHashMap<>();

    /** A search in an opened memory. */
    public Search(Memory memory) {
        this.memory = memory;
        this.correlation = new Correlation(this::rarity);
    }

    /** The usual inverse document frequency against that of a word which is in one incident alone. */
    private double rarity(String stem) {
        int in = frequencies.computeIfAbsent(stem, memory::frequency);
        double most = Math.log((memory.size() + 1) / 1.5);
        double rare = in == 0 ? 0 : Math.log((memory.size() + 1) / (in + 0.5)) / most;
        return Math.max(0, (rare - COMMON) / (1 - COMMON));
    }

    /** What is shown for a change, the likeliest first; empty is silence. */
    public List<Likeness> shown(Step step) {
        return shown(judged(step), SPEAKS);
    }

    /** What would be shown with another threshold. */
    public static List<Likeness> shown(List<Likeness> judged, double speaks) {
        if (judged.stream().noneMatch(like -> like.score() >= speaks && !like.bare())) {
            return List.of();
        }
        return judged.stream()
                .filter(like -> like.score() >= Math.min(speaks, SPEAKS))
                .limit(MOST)
                .toList();
    }

    /** Every candidate with its points, whether shown or not. */
    public List<Likeness> judged(Step step) {
        Named named = naming.of(step);
        if (!named.aside().isEmpty()) {
            return List.of();
        }
        Map<String, Incident> candidates = new LinkedHashMap<>();
        memory.candidates(step, named, Telling.of(step.words()), CANDIDATES)
                .forEach(incident -> candidates.put(incident.id() + incident.title(), incident));
        if (NodeReplacement.follows(step)) {
            memory.candidates(NodeReplacement.THINGS, NodeReplacement.DEEDS, CANDIDATES)
                    .forEach(incident -> candidates.put(incident.id() + incident.title(), incident));
        }
        Asked asked = Asked.of(step, named);
        List<Likeness> judged = new ArrayList<>();
        candidates
                .values()
                .forEach(incident -> correlation.judge(asked, incident).ifPresent(judged::add));
        judged.sort(Comparator.comparingDouble((Likeness like) -> -like.score())
                .thenComparing(like -> like.incident().date(), Comparator.reverseOrder())
                .thenComparing(like -> like.incident().id()));
        return judged;
    }
}
