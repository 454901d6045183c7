package io.github.incidentadvisor.evidence.retirement;

import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A Helm chart by its name and repository, whatever its version is. */
record ChartMark(Pattern chart, Pattern repository) implements Mark {
    private static final int LONGEST = 1000;

    @Override
    public Set<String> kinds() {
        return Set.of("helm-chart");
    }

    @Override
    public Optional<Hit> in(DeclaredReference reference) {
        // A helm_release of Terraform is recognised by its own attributes.
        String from = reference.context().beside().getOrDefault("repository", "");
        boolean meant = reference.kind().equals("helm-chart")
                && reference.status() != Status.UNRESOLVED
                && !reference.context().holder().startsWith("helm_release.")
                && chart.matcher(reference.name()).matches()
                && from.length() <= LONGEST
                && repository.matcher(from).matches();
        return meant
                ? Optional.of(
                        Hit.of((reference.name() + " " + reference.version().text()).strip()))
                : Optional.empty();
    }
}
