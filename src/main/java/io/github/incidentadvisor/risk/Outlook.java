package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Risk.Reason;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long what a change moves to is supported: what speaks for it. */
public final class Outlook {
    private final Lifecycles lifecycles;

    public Outlook(Lifecycles lifecycles) {
        this.lifecycles = lifecycles;
    }

    /** For each product that {@code component} is at {@code version}, until when; empty when the data does not know. */
    Optional<Reason> of(Component component, Version version, LocalDate today) {
        List<String> texts = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        List<ProductVersion> products = version.isKnown() ? lifecycles.productsOf(component, version) : List.of();
        for (ProductVersion at : products) {
            Optional<Cycle> cycle = lifecycles.cycleOf(at.product(), at.version());
            if (cycle.isPresent() && !cycle.get().endedUndated()) {
                texts.add(at.product().label() + " " + until(cycle.get(), today));
                evidence.add(EndingWords.lifecycle(at.product(), cycle.get()));
            }
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Reason(String.join("; ", texts) + ".", evidence));
    }

    private static String until(Cycle cycle, LocalDate today) {
        String lts = cycle.lts() ? " is long-term and" : "";
        return cycle.name()
                + (cycle.endOfLife().isKnown()
                        ? lts + (cycle.endOfLife().isPast(today) ? " had " : " has ")
                                + cycle.endOfLife().what() + " until "
                                + cycle.endOfLife().on()
                        : lts + " has no announced end");
    }
}
