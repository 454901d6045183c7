package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.lifecycle.Target;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said of a release line that ends, and of where to go. */
final class EndingWords {
    /** Products that refuse to skip a minor version. */
    private static final Set<String> CLUSTERS =
            Set.of("amazon-eks", "azure-kubernetes-service", "google-kubernetes-engine", "kubernetes");

    /** Places named in a sentence. */
    private static final int PLACES = 3;

    private EndingWords() {}

    /** Whether it is a cluster's version. */
    static boolean isCluster(String product) {
        return CLUSTERS.contains(product);
    }

    static String fix(
            Product product,
            Item about,
            Optional<Target> target,
            Optional<Target> barred,
            JavaLevels levels,
            List<Place> others) {
        String step = CLUSTERS.contains(product.id()) ? ", one minor version at a time" : "";
        String go = target.map(t -> "move to " + product.label() + " " + words(about, t) + step)
                .orElse("");
        String also = go.isEmpty() || others.isEmpty()
                ? ""
                : "; the same step at "
                        + others.stream().limit(PLACES).map(Place::toString).collect(Collectors.joining(", "))
                        + (others.size() > PLACES ? " and " + (others.size() - PLACES) + " more" : "");
        Optional<String> bar = barred.map(Target::longest).flatMap(to -> levels.against(product, to.cycle())
                .map(why -> product.label() + " " + to.cycle().name() + " is ruled out for now: " + why));
        return bar.map(why -> go.isEmpty() ? why : go + also + "; " + why).orElse(go + also);
    }

    private static String words(Item about, Target target) {
        return until(about, target.smallest())
                + (target.longest().equals(target.smallest())
                        ? ""
                        : ", or to " + until(about, target.longest()) + " to stay longest");
    }

    /** A platform or image is asked for by its line ({@code 21}), a library by its release. */
    static Version version(Item about, Target.Step step) {
        return about.component() instanceof Component.Artifact
                ? step.version()
                : new Version(step.cycle().name());
    }

    private static String until(Item about, Target.Step step) {
        Version version = version(about, step);
        return (version.isKnown() ? version.text() : step.cycle().name())
                + (step.cycle().endOfLife().isKnown()
                        ? " (" + step.cycle().endOfLife().what() + " until "
                                + step.cycle().endOfLife().on() + ")"
                        : " (no end announced)");
    }

    static String text(Product product, Cycle cycle, Item about, LocalDate today, List<String> companions) {
        Deadline end = cycle.endOfLife();
        String name = product.label() + " " + cycle.name();
        String what = end.what().isEmpty() ? "support" : end.what();
        String state;
        if (!end.isKnown()) {
            state = name + " is not supported any more";
        } else if (end.isPast(today)) {
            state = name + ": " + what + " ended on " + end.on();
        } else {
            state = name + ": " + what + " ends on " + end.on() + ", in " + end.daysFrom(today) + " days";
        }
        Deadline extended = cycle.paidSupport();
        String paid = extended.isKnown()
                ? "; " + (extended.what().isEmpty() ? "paid support" : extended.what())
                        + (extended.isPast(today) ? " ended on " : " until ") + extended.on()
                : "";
        String brought = about.declaration().decidedAt().isKnown()
                        || about.declaration().owner().isEmpty()
                ? ""
                : " It comes with " + shortName(about.declaration().owner()) + ".";
        return state + paid + "." + brought + with(name, companions);
    }

    private static String with(String name, List<String> companions) {
        int last = companions.size() - 1;
        return switch (last) {
            case -1 -> "";
            case 0 -> " With " + name + " goes " + companions.get(0) + ", which ends too.";
            default ->
                " With " + name + " go " + String.join(", ", companions.subList(0, last)) + " and "
                        + companions.get(last) + ", which end too.";
        };
    }

    private static String shortName(String purl) {
        String path = purl.replaceFirst("\\?.*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static List<Evidence> evidence(Product product, Cycle cycle, Item about) {
        String version = about.component().name() + " " + about.version();
        Evidence use = about.declaration().decidedAt().isKnown()
                ? Evidence.declaration(about.declaration().decidedAt(), version)
                : new Evidence(
                        "resolution",
                        Grade.MEASURED,
                        "the resolved dependency graph of " + about.module(),
                        "",
                        "",
                        about.path().isEmpty() ? version : String.join(" > ", about.path()));
        return List.of(use, lifecycle(product, cycle));
    }

    /** What the data says of a release line. */
    static Evidence lifecycle(Product product, Cycle cycle) {
        List<String> facts = new ArrayList<>();
        facts.add("cycle " + cycle.name());
        if (cycle.endOfLife().isKnown()) {
            facts.add(cycle.endOfLife().what() + " until " + cycle.endOfLife().on());
        } else if (cycle.endedUndated()) {
            facts.add("ended");
        }
        if (cycle.paidSupport().isKnown()) {
            facts.add(
                    cycle.paidSupport().what() + " until " + cycle.paidSupport().on());
        }
        if (cycle.latest().isKnown()) {
            facts.add("latest " + cycle.latest());
        }
        return new Evidence(
                "lifecycle",
                Grade.STATED,
                "lifecycle data, product " + product.id(),
                product.url(),
                product.asOf(),
                String.join(", ", facts));
    }
}
