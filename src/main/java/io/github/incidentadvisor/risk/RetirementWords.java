package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Retirement;
import io.github.incidentadvisor.evidence.Retirement.Conflict;
import io.github.incidentadvisor.evidence.Retirement.Phase;
import io.github.incidentadvisor.evidence.Retirement.Successor;
import io.github.incidentadvisor.evidence.Retirements.Match;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Grade;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a place that relies on what a vendor takes away. */
final class RetirementWords {
    private RetirementWords() {}

    /** @param alike how many places the sentence stands for */
    static String text(Match match, long alike, LocalDate today) {
        Retirement fact = match.fact();
        List<String> sentences = new ArrayList<>();
        sentences.add(name(match) + ": " + state(fact, today));
        if (!fact.phases().isEmpty() && !fact.note().isEmpty()) {
            sentences.add(fact.note());
        }
        if (!fact.origin().isConfirmed()) {
            sentences.add("reported by " + fact.origin().reportedBy() + "; not confirmed");
        }
        if (!fact.origin().conflicts().isEmpty()) {
            sentences.add("pages disagree: "
                    + fact.origin().conflicts().stream()
                            .map(one -> one.says() + " (" + one.who() + ")")
                            .collect(Collectors.joining("; ")));
        }
        if (match.conditional()) {
            sentences.add("it stands under a condition and may not be in force");
        }
        if (!match.usedAt().equals(match.place())) {
            sentences.add("used at " + match.usedAt());
        }
        if (alike > 1) {
            sentences.add((alike - 1) + (alike == 2 ? " more place has it" : " more places have it"));
        }
        return sentences.stream().map(RetirementWords::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    /** Vendor and product, and the value where the product's name does not hold it. */
    private static String name(Match match) {
        Retirement fact = match.fact();
        String name = fact.product().startsWith(fact.vendor()) ? fact.product() : fact.vendor() + " " + fact.product();
        return name.endsWith(match.value()) ? name : name + " (" + match.value() + ")";
    }

    private static String state(Retirement fact, LocalDate today) {
        if (fact.phases().isEmpty()) {
            return fact.note().isEmpty() ? "no day is known" : fact.note();
        }
        String phases = fact.phases().stream().map(phase -> when(phase, today)).collect(Collectors.joining("; "));
        boolean announced = !fact.origin().announced().equals(LocalDate.MIN);
        boolean past = fact.phases().get(0).on().isBefore(today);
        return phases + (announced && !past ? "; announced on " + fact.origin().announced() : "");
    }

    private static String when(Phase phase, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, phase.on());
        if (days <= 0) {
            return phase.what() + " since " + phase.on();
        }
        return phase.what() + " from " + phase.on() + ", in " + days + (days == 1 ? " day" : " days");
    }

    /** Where to go, in the imperative; empty when nobody says. */
    static String fix(Retirement fact, List<Successor> targets) {
        if (targets.isEmpty()) {
            return fact.advice().isEmpty() ? "" : "move to " + fact.advice();
        }
        String to = targets.stream().map(RetirementWords::until).collect(Collectors.joining(", or to "));
        return "move to " + to + (fact.advice().isEmpty() ? "" : " (" + fact.advice() + ")");
    }

    private static String until(Successor successor) {
        return successor.value()
                + (successor.until().isKnown()
                        ? " (" + successor.until().what() + " until "
                                + successor.until().on() + ")"
                        : "");
    }

    static List<Evidence> evidence(Match match) {
        Retirement fact = match.fact();
        String source = "retirement facts, " + fact.id();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.declaration(match.place(), match.value()));
        evidence.add(new Evidence(
                "retirement",
                Grade.STATED,
                source,
                fact.origin().url(),
                fact.origin().read(),
                quote(fact)));
        for (Conflict conflict : fact.origin().conflicts()) {
            evidence.add(new Evidence(
                    "retirement",
                    Grade.STATED,
                    source,
                    conflict.url(),
                    fact.origin().read(),
                    conflict.says() + " (" + conflict.who() + ")"));
        }
        return evidence;
    }

    private static String quote(Retirement fact) {
        String phases = fact.phases().stream()
                .map(phase -> phase.what() + " " + phase.on())
                .collect(Collectors.joining(", "));
        String said = phases.isEmpty() ? (fact.note().isEmpty() ? fact.product() : fact.note()) : phases;
        if (!fact.origin().isConfirmed()) {
            return said + "; not confirmed, reported by " + fact.origin().reportedBy();
        }
        return said + "; read in " + String.join(", ", fact.origin().readIn());
    }
}
