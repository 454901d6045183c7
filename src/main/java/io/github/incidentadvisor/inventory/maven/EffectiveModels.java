package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.Policies;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingResult;
import org.apache.maven.model.building.ModelProblem;

/** The effective model of each module that takes part, built by Maven's own builder. */
final class EffectiveModels {
    /** As Maven's DefaultModelValidator words it. */
    private static final Pattern NO_VERSION =
            Pattern.compile("'dependencies\\.dependency\\.version' for ([^:\\s]+:[^:\\s]+)\\S* is missing");

    private final TreePoms poms;
    private final MavenContext context;
    private final TreeModelResolver resolver;
    private final ConcurrentModelCache cache = new ConcurrentModelCache();
    private final Map<String, EffectivePom> byPath = new TreeMap<>();
    private final Set<String> incomplete = ConcurrentHashMap.newKeySet();
    private final List<Gap> gaps = Collections.synchronizedList(new ArrayList<>());
    private final List<Policies.Unversioned> unversioned = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Optional<EffectivePom>> outside = new ConcurrentHashMap<>();

    EffectiveModels(TreePoms poms, MavenContext context, TreeModelResolver resolver) {
        this.poms = poms;
        this.context = context;
        this.resolver = resolver;
        Set<String> wave = new LinkedHashSet<>(poms.roots());
        Set<String> seen = new LinkedHashSet<>(wave);
        while (!wave.isEmpty()) {
            List<EffectivePom> built = wave.parallelStream()
                    .map(poms::at)
                    .flatMap(Optional::stream)
                    .map(this::build)
                    .flatMap(Optional::stream)
                    .toList();
            wave = new LinkedHashSet<>();
            for (EffectivePom pom : built) {
                byPath.put(pom.path(), pom);
                for (String module : pom.model().getModules()) {
                    poms.at(pom.path())
                            .flatMap(source -> source.related(module))
                            .ifPresent(wave::add);
                }
            }
            wave.removeIf(path -> !seen.add(path));
        }
    }

    private Optional<EffectivePom> build(TreePom pom) {
        try {
            return Optional.of(new EffectivePom(pom, poms, result(request(pom))));
        } catch (ModelBuildingException e) {
            return refused(pom, e);
        } catch (RuntimeException | StackOverflowError e) {
            incomplete.add(pom.path());
            gaps.add(new Gap(
                    pom.path(),
                    "its model could not be built: " + TreePoms.firstLine(String.valueOf(e.getMessage())),
                    new Place(pom.path(), 1)));
        }
        return Optional.empty();
    }

    private ModelBuildingResult result(ModelBuildingRequest request) throws ModelBuildingException {
        return context.builder().build(request);
    }

    private ModelBuildingRequest request(TreePom pom) {
        DefaultModelBuildingRequest request = blank();
        request.setModelSource(pom);
        request.setPomFile(context.root().resolve(pom.path()).toFile());
        request.setProcessPlugins(true);
        return request;
    }

    private DefaultModelBuildingRequest blank() {
        DefaultModelBuildingRequest request = new DefaultModelBuildingRequest();
        request.setModelResolver(resolver);
        request.setModelCache(cache);
        request.setLocationTracking(true);
        request.setTwoPhaseBuilding(false);
        request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
        request.setProfiles(context.profiles());
        request.setActiveProfileIds(context.activeProfiles());
        request.setInactiveProfileIds(context.inactiveProfiles());
        request.setUserProperties(copy(context.userProperties()));
        request.setSystemProperties(copy(context.systemProperties()));
        return request;
    }

    private static Properties copy(Properties properties) {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    /** What Maven refuses may still say a lot: where its model was made in full, what is there is read. */
    private Optional<EffectivePom> refused(TreePom pom, ModelBuildingException e) {
        ModelProblem worst = e.getProblems().stream()
                .min(java.util.Comparator.comparing(ModelProblem::getSeverity))
                .orElse(null);
        int line = worst != null && pom.path().equals(worst.getSource()) ? Math.max(1, worst.getLineNumber()) : 1;
        String message = worst == null ? e.getMessage() : worst.getMessage();
        e.getProblems().forEach(problem -> unversioned(pom, problem));
        String more = e.getProblems().size() > 1 ? " (and " + (e.getProblems().size() - 1) + " more problems)" : "";
        boolean readable = e.getResult() != null
                && e.getResult().getEffectiveModel() != null
                && e.getResult().getModelIds().size() > 1;
        String foreign = resolver.ignoredRepositories().isEmpty()
                ? ""
                : " Repositories that POMs name ("
                        + String.join(", ", new java.util.TreeSet<>(resolver.ignoredRepositories()))
                        + ") are not asked; put them into settings.xml if you trust them.";
        gaps.add(new Gap(
                pom.path(),
                "Maven refuses it: " + TreePoms.firstLine(message) + more
                        + (readable
                                ? ". The rest of it is read all the same."
                                : ". This module is left out; the others are not.")
                        + foreign,
                new Place(pom.path(), line)));
        incomplete.add(pom.path());
        if (!readable) {
            return Optional.empty();
        }
        return Optional.of(new EffectivePom(pom, poms, e.getResult()));
    }

    private void unversioned(TreePom pom, ModelProblem problem) {
        Matcher matcher = NO_VERSION.matcher(String.valueOf(problem.getMessage()));
        if (matcher.lookingAt()) {
            int line = pom.path().equals(problem.getSource()) ? Math.max(1, problem.getLineNumber()) : 1;
            unversioned.add(new Policies.Unversioned(pom.path(), matcher.group(1), new Place(pom.path(), line)));
        }
    }

    /** Dependencies that nothing gives a version to. */
    List<Policies.Unversioned> unversioned() {
        return unversioned;
    }

    /** The effective model of a parent or BOM that is not in the tree; empty when it cannot be had. */
    Optional<EffectivePom> outside(String group, String artifact, String version) {
        return outside.computeIfAbsent(group + ":" + artifact + ":" + version, key -> {
            try {
                DefaultModelBuildingRequest request = blank();
                request.setUserProperties(new Properties());
                resolver.aim(request, group, artifact, version);
                return Optional.of(new EffectivePom(null, poms, result(request)));
            } catch (ModelBuildingException | org.apache.maven.model.resolution.UnresolvableModelException e) {
                return Optional.empty();
            }
        });
    }

    /** Modules of which more could not be known. */
    Set<String> incomplete() {
        return incomplete;
    }

    ConcurrentModelCache cache() {
        return cache;
    }

    /** By path, sorted. */
    Map<String, EffectivePom> all() {
        return byPath;
    }

    List<Gap> gaps() {
        return gaps;
    }
}
