package io.github.incidentadvisor;

import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Newest;
import io.github.incidentadvisor.inventory.maven.NewestVersions;
import io.github.incidentadvisor.inventory.maven.NewestVersions.Question;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What repositories offer beyond the versions that a tree declares itself.
 *
 * @param newest by {@code group:artifact@version}
 */
record Availability(Map<String, Newest> newest, List<Gap> gaps) {
    /** As many questions as can be open at once without passing the budget by more than a few. */
    private static final int BATCH = 16;

    Availability {
        newest = Map.copyOf(newest);
        gaps = List.copyOf(gaps);
    }

    /** What is known beyond this version of this component; {@link Newest#NOTHING} when nothing is. */
    Newest beyond(Component component, Version version) {
        return component instanceof Artifact artifact
                ? newest.getOrDefault(artifact.ga() + "@" + version, Newest.NOTHING)
                : Newest.NOTHING;
    }

    /**
     * Asks, batch by batch, until the budget is used up.
     *
     * @param wanted by {@code group:artifact}
     */
    static Availability of(
            NewestVersions versions, Inventory head, Predicate<String> wanted, Requests requests, int budget) {
        Set<String> own = new HashSet<>();
        head.modules().forEach(module -> own.add(module.ga()));
        Map<String, Question> questions = new LinkedHashMap<>();
        head.references().stream()
                .filter(reference -> reference.kind().startsWith("maven-")
                        && reference.name().contains(":"))
                .filter(reference -> reference.status() == DeclaredReference.Status.RESOLVED)
                .filter(reference -> !own.contains(reference.name()) && wanted.test(reference.name()))
                .forEach(reference ->
                        questions.putIfAbsent(reference.name() + "@" + reference.version(), question(reference)));
        List<Map.Entry<String, Question>> all = new ArrayList<>(questions.entrySet());
        Map<String, Newest> newest = new LinkedHashMap<>();
        List<Gap> gaps = new ArrayList<>();
        int size = 1; // The first question finds out which repositories are there at all.
        for (int at = 0; at < all.size(); at += size) {
            size = at == 0 ? 1 : BATCH;
            if (requests.total() + size > budget) {
                gaps.add(Gap.of(
                        "newer versions of " + (all.size() - at) + " more declared components",
                        "the budget of " + budget + " requests is used up; run again, or raise requestBudget"));
                break;
            }
            List<Map.Entry<String, Question>> batch = all.subList(at, Math.min(all.size(), at + size));
            Map<Question, Newest> answers =
                    versions.of(batch.stream().map(Map.Entry::getValue).toList());
            batch.forEach(entry -> newest.put(entry.getKey(), answers.get(entry.getValue())));
        }
        gaps.addAll(versions.gaps());
        return new Availability(newest, gaps);
    }

    private static Question question(DeclaredReference reference) {
        String[] name = reference.name().split(":");
        boolean plugin = reference.kind().contains("plugin") || reference.kind().contains("extension");
        return new Question(Artifact.of(name[0], name[1]), reference.version(), plugin);
    }
}
