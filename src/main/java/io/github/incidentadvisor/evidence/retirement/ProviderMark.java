package io.github.incidentadvisor.evidence.retirement;

import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import java.util.Optional;
import java.util.Set;

/** A provider of Terraform, whatever its version is. */
record ProviderMark(String provider) implements Mark {
    @Override
    public Set<String> kinds() {
        return Set.of("terraform-provider");
    }

    @Override
    public Optional<Hit> in(DeclaredReference reference) {
        boolean meant = reference.kind().equals("terraform-provider")
                && reference.status() != Status.UNRESOLVED
                && reference.name().equals(provider);
        return meant ? Optional.of(Hit.of(provider)) : Optional.empty();
    }
}
