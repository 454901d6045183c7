package io.github.incidentadvisor.organisation;

import io.github.incidentadvisor.model.AdvisorException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which repository is read by which of several jobs that know nothing of each other: the same repositories with the same weights
 * give the same plan. The heaviest goes first, each to the shard that has least so far.
 *
 * @param all names by shard, each sorted; some may be empty
 */
public record Shards(List<List<String>> all) {
    /** As many jobs as a matrix of GitHub Actions may have. */
    public static final int MOST = 256;

    public Shards {
        all = all.stream().map(List::copyOf).toList();
    }

    /**
     * A plan.
     *
     * @param poms how many POMs each repository has; 0 where that is not known
     * @throws AdvisorException when so many are not allowed
     */
    public static Shards of(Map<String, Integer> poms, int count) {
        if (count < 1 || count > MOST) {
            throw new AdvisorException("There can be 1 to " + MOST + " shards, and not " + count + ".");
        }
        int unknown = (int) Math.max(
                1,
                Math.round(poms.values().stream()
                        .filter(weight -> weight > 0)
                        .mapToInt(Integer::intValue)
                        .average()
                        .orElse(1)));
        // One without POMs costs something too.
        Map<String, Integer> weights = new TreeMap<>();
        poms.forEach((name, known) -> weights.put(name, known > 0 ? known : unknown));
        List<String> heaviest = weights.keySet().stream()
                .sorted(Comparator.comparing((String name) -> -weights.get(name))
                        .thenComparing(name -> name))
                .toList();
        List<List<String>> shards = new ArrayList<>();
        long[] load = new long[count];
        for (int i = 0; i < count; i++) {
            shards.add(new ArrayList<>());
        }
        for (String name : heaviest) {
            int lightest = 0;
            for (int i = 1; i < count; i++) {
                lightest = load[i] < load[lightest] ? i : lightest;
            }
            load[lightest] += weights.get(name);
            shards.get(lightest).add(name);
        }
        shards.forEach(shard -> shard.sort(Comparator.naturalOrder()));
        return new Shards(shards);
    }

    /** The names of one, counted from 1. */
    public List<String> shard(int number) {
        if (number < 1 || number > all.size()) {
            throw new AdvisorException("There is no shard " + number + " of " + all.size() + ".");
        }
        return all.get(number - 1);
    }
}
