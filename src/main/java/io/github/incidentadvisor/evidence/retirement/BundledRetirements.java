package io.github.incidentadvisor.evidence.retirement;

import io.github.incidentadvisor.evidence.Retirement;
import io.github.incidentadvisor.evidence.Retirement.Successor;
import io.github.incidentadvisor.evidence.Retirements;
import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The retirement facts that ship with us. Needs no network; as old as {@link #asOf()} says. */
public final class BundledRetirements implements Retirements {
    private static final int STALE_DAYS = 180;

    private final RetirementTable table;
    private final LocalDate today;
    private final Map<String, List<Sought>> inReferences = new HashMap<>();
    private final List<Sought> inObjects = new ArrayList<>();

    /** @param today the day to judge by */
    public BundledRetirements(LocalDate today) {
        this(RetirementTable.bundled(), today);
    }

    BundledRetirements(RetirementTable table, LocalDate today) {
        this.table = table;
        this.today = today;
        for (Fact fact : table.facts()) {
            for (Mark mark : fact.marks()) {
                Sought sought = new Sought(fact, mark);
                for (String kind : mark.kinds()) {
                    inReferences.computeIfAbsent(kind, key -> new ArrayList<>()).add(sought);
                }
                if (mark.inObjects()) {
                    inObjects.add(sought);
                }
            }
        }
    }

    private record Sought(Fact fact, Mark mark) {}

    /** The day on which the facts were collected. */
    public LocalDate asOf() {
        return table.read();
    }

    /** All of them, in the table's order. */
    public List<Retirement> facts() {
        return table.facts().stream().map(Fact::retirement).toList();
    }

    @Override
    public List<Match> of(DeclaredReference reference) {
        Map<String, Match> found = new LinkedHashMap<>();
        for (Sought sought : inReferences.getOrDefault(reference.kind(), List.of())) {
            sought.mark()
                    .in(reference)
                    .ifPresent(hit -> found.putIfAbsent(
                            sought.fact().retirement().id(), match(sought.fact(), sought.mark(), hit, reference)));
        }
        return List.copyOf(found.values());
    }

    @Override
    public List<Match> of(DeclaredObject object) {
        String holder = holder(object);
        return inObjects.stream()
                .flatMap(sought ->
                        sought.mark().in(object).stream().map(hit -> match(sought.fact(), hit, holder, object)))
                .toList();
    }

    private static String holder(DeclaredObject object) {
        if (object.format().equals("github-step")) {
            return object.name();
        }
        return object.type() + (object.name().isEmpty() ? "" : "." + object.name());
    }

    private static Match match(Fact fact, Hit hit, String holder, DeclaredObject object) {
        Place place = hit.place().isKnown() ? hit.place() : object.place();
        boolean conditional = object.conditional() || isNoWorkflow(place, holder);
        return new Match(fact.retirement(), hit.value(), place, place, holder, "", "", conditional, false);
    }

    private static Match match(Fact fact, Mark mark, Hit hit, DeclaredReference reference) {
        DeclaredReference.Context context = reference.context();
        return new Match(
                fact.retirement(),
                hit.value(),
                context.decidedAt().isKnown() ? context.decidedAt() : reference.place(),
                reference.place(),
                context.holder(),
                reference.purl().replaceFirst("@[^?]*", ""),
                reference.version().text(),
                context.conditional() || isNoWorkflow(reference.place(), context.holder()),
                mark.aside());
    }

    /** GitHub runs what lies in the root's folder; the same file elsewhere is somebody's template. */
    private static boolean isNoWorkflow(Place place, String holder) {
        return holder.startsWith("jobs.") && !place.file().startsWith(".github/workflows/");
    }

    @Override
    public List<Successor> successors(Retirement retirement, String value, LocalDate day) {
        Fact fact = table.facts().stream()
                .filter(one -> one.retirement().id().equals(retirement.id()))
                .findFirst()
                .orElseThrow();
        List<Successor> family = family(fact).stream()
                .map(one -> new Successor(one.value(), one.retirement().begins()))
                .filter(one -> one.until().on().isAfter(day))
                .toList();
        if (!family.isEmpty()) {
            Successor longest = family.stream()
                    .max(Comparator.comparing(Successor::until))
                    .map(lasting -> last(family, lasting.until()))
                    .orElseThrow();
            return longest.equals(family.get(0)) ? List.of(longest) : List.of(family.get(0), longest);
        }
        String variant = fact.variant(value);
        return retirement.successors().stream()
                .map(instead -> instead + variant)
                .map(instead -> new Successor(instead, begins(instead, fact)))
                .filter(one -> one.until().on().isAfter(day))
                .toList();
    }

    /** Of those that last equally long the newest. */
    private static Successor last(List<Successor> all, Deadline until) {
        return all.stream()
                .filter(one -> one.until().on().equals(until.on()))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    /** The newer members of its family. */
    private List<Fact> family(Fact fact) {
        if (fact.family().isEmpty()) {
            return List.of();
        }
        List<Fact> members = table.facts().stream()
                .filter(one -> one.family().equals(fact.family()))
                .toList();
        return members.subList(members.indexOf(fact) + 1, members.size());
    }

    private Deadline begins(String value, Fact instead) {
        return table.facts().stream()
                .filter(one -> one.has(value, instead))
                .map(one -> one.retirement().begins())
                .min(Comparator.naturalOrder())
                .orElse(Deadline.NONE);
    }

    @Override
    public List<Gap> gaps() {
        long age = ChronoUnit.DAYS.between(table.read(), today);
        return age > STALE_DAYS
                ? List.of(
                        Gap.of(
                                "newer vendor retirements",
                                "the bundled facts are of " + table.read() + ", " + age
                                        + " days old; what vendors announced since is not known. A newer release brings newer ones."))
                : List.of();
    }
}
