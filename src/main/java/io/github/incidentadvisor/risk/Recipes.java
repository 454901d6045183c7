package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Published OpenRewrite recipes for a step to a release line, by their exact names. They are named, and never run. */
final class Recipes {
    private record Line(String group, String artifact, String line, String recipe, String home) {
        boolean fits(Artifact one, Version to) {
            return one.group().equals(group)
                    && (artifact.equals("*") || one.artifact().equals(artifact))
                    && (to.text().equals(line) || to.text().startsWith(line + "."));
        }
    }

    private static final List<Line> ALL = read();

    private Recipes() {}

    /** What could do part of the work of going from one version to another line; empty when none is known or none is needed. */
    static Optional<String> of(Component component, Version from, Version to) {
        return component instanceof Artifact artifact
                ? ALL.stream()
                        .filter(line -> line.fits(artifact, to) && !line.fits(artifact, from))
                        .map(line -> "OpenRewrite publishes " + line.recipe() + " (" + line.home()
                                + "), which may do part of this; look at what it does before you keep it")
                        .findFirst()
                : Optional.empty();
    }

    private static List<Line> read() {
        try (var in = Recipes.class.getResourceAsStream("recipes.tsv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .map(field -> new Line(field[0], field[1], field[2], field[3], field[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
