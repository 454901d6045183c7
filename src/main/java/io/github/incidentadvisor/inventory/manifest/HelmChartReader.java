package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import io.github.incidentadvisor.model.Component;
import java.util.Optional;
import java.util.Set;

/**
 * What a Helm chart depends on: {@code Chart.yaml} of version 2, {@code requirements.yaml} of version 1, and the lock files of
 * both. Charts that lie in the tree are no dependencies.
 */
final class HelmChartReader implements ManifestReader {
    private static final Set<String> NAMES =
            Set.of("Chart.yaml", "Chart.yml", "requirements.yaml", "Chart.lock", "requirements.lock");

    @Override
    public boolean canBe(String path) {
        return NAMES.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    public boolean mustBe(String path) {
        return path.endsWith("Chart.yaml") && canBe(path);
    }

    @Override
    public boolean recognises(Source file) {
        return file.has("dependencies:") || file.has("apiVersion:");
    }

    @Override
    public void read(Source file, Findings findings) {
        if (!file.yaml().isWhole()) {
            LineScan.gap(file, file.yaml(), findings);
        }
        file.root().ifPresent(root -> root.items("dependencies").forEach(node -> {
            if (node instanceof Fields dependency) {
                dependency(file, dependency).ifPresent(findings::add);
            }
        }));
    }

    private static Optional<Mention> dependency(Source file, Fields dependency) {
        Optional<Scalar> name = dependency.scalar("name");
        String repository = dependency.text("repository");
        if (name.isEmpty() || repository.isEmpty() || repository.startsWith("file:")) {
            return Optional.empty();
        }
        Optional<Scalar> version = dependency.scalar("version");
        Scalar at = version.orElse(name.get());
        String text = version.map(Scalar::text).orElse("");
        return Optional.of(Mention.of(
                        Kind.HELM_CHART,
                        chart(name.get().text(), repository),
                        name.get().text(),
                        file.at(at.line()))
                .raw(at.text())
                .version(text)
                .judged()
                .holder("dependencies")
                .beside("repository", repository)
                .conditional(!dependency.text("condition").isEmpty()));
    }

    /** A chart by its repository; {@code @alias} says nothing to others. */
    static Component.Chart chart(String name, String repository) {
        return new Component.Chart(
                name, repository.startsWith("@") || repository.startsWith("alias:") ? "" : repository);
    }
}
