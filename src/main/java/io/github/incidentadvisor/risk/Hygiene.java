package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Habits worth a line and no more: tags that float, and what is not pinned in a repository that pins the rest. One finding a habit,
 * whatever the number of places; on a change only what it touches.
 */
public final class Hygiene implements Rule {
    private static final int NAMED = 5;
    private static final Pattern VALUES = Pattern.compile("(?:.*/)?values[^/]*\\.ya?ml");
    private static final Component.Platform IMAGES = new Component.Platform("container-images");
    private static final Component.Platform ACTIONS = new Component.Platform("workflow-actions");

    private final Lifecycles lifecycles;

    /** @param lifecycles tells images that everybody knows from names that the project's own build gives */
    public Hygiene(Lifecycles lifecycles) {
        this.lifecycles = lifecycles;
    }

    @Override
    public List<Found> apply(Situation situation) {
        Set<Place> touched =
                situation.changes().stream().map(Change::declaredAt).collect(Collectors.toSet());
        Predicate<DeclaredReference> ours = reference -> situation.mode() == Mode.STATE
                || touched.contains(reference.place())
                || touched.contains(reference.context().decidedAt());
        List<DeclaredReference> all = situation.head().references().stream()
                .filter(reference -> reference.status() != Status.UNRESOLVED)
                .filter(reference -> !reference.context().conditional())
                .toList();
        List<DeclaredReference> images = of(all, "docker-image");
        List<DeclaredReference> actions = of(all, "github-action");
        List<Found> found = new ArrayList<>();
        add(
                found,
                IMAGES,
                "floating",
                images.stream()
                        .filter(one -> one.status() == Status.FLOATING)
                        .filter(one -> one.context().digest().isEmpty())
                        .filter(this::isMeantSo)
                        .filter(ours)
                        .toList(),
                "whose tag floats: what they run changes from day to day",
                "name a version");
        add(
                found,
                IMAGES,
                "no digest",
                unpinnedWhereMostArePinned(images, ours.and(one -> !lostItsPin(one, situation))),
                "without a digest, in a repository that pins the others",
                "pin by digest like the others");
        add(
                found,
                ACTIONS,
                "by tag",
                unpinnedWhereMostArePinned(actions, ours),
                "by tag, in a repository that pins the others to commits",
                "pin to a commit like the others");
        return found;
    }

    /** A chart's empty tag is its appVersion, and a bare name that nobody knows is what the project's own build calls an image. */
    private boolean isMeantSo(DeclaredReference image) {
        if (image.version().isKnown()) {
            return true;
        }
        boolean bare = !image.name().contains("/");
        return !VALUES.matcher(image.place().file()).matches()
                && (!bare
                        || !lifecycles
                                .productsOf(new Component.Image("", image.name()), new Version("1"))
                                .isEmpty());
    }

    /** What a change has unpinned is that change's own finding. */
    private static boolean lostItsPin(DeclaredReference reference, Situation situation) {
        return situation.changes().stream()
                .anyMatch(change -> change.declaredAt().equals(reference.place())
                        && !change.from().pin().isEmpty());
    }

    private static List<DeclaredReference> of(List<DeclaredReference> all, String kind) {
        return all.stream().filter(one -> one.kind().equals(kind)).toList();
    }

    private static List<DeclaredReference> unpinnedWhereMostArePinned(
            List<DeclaredReference> all, Predicate<DeclaredReference> ours) {
        List<DeclaredReference> loose = all.stream()
                .filter(one -> one.context().digest().isEmpty())
                .filter(one -> one.status() == Status.RESOLVED)
                .toList();
        long pinned =
                all.stream().filter(one -> !one.context().digest().isEmpty()).count();
        return loose.size() > pinned ? List.of() : loose.stream().filter(ours).toList();
    }

    private static void add(
            List<Found> found,
            Component about,
            String habit,
            List<DeclaredReference> references,
            String why,
            String fix) {
        if (references.isEmpty()) {
            return;
        }
        Place place = references.get(0).place();
        int count = references.size();
        String names = references.stream()
                .limit(NAMED)
                .map(one -> one.name()
                        + (one.version().isKnown() ? ":" + one.version().brief() : "") + " at " + one.place())
                .collect(Collectors.joining(", "));
        String noun = about.equals(ACTIONS) ? "action" : "image";
        String text = count + " " + noun + (count == 1 ? " " : "s ") + why + ": " + names
                + (count > NAMED ? " and " + (count - NAMED) + " more" : "") + ".";
        Finding finding = new Finding(
                StableId.of(Kind.HYGIENE, about.purl(), "", habit),
                Kind.HYGIENE,
                Severity.INFO,
                Grade.MEASURED,
                place,
                Reference.NONE,
                Deadline.NONE,
                text,
                fix,
                List.of(Evidence.declaration(
                        place,
                        references.get(0).name() + " " + references.get(0).version())));
        Declaration declaration =
                new Declaration(place, place, references.get(0).raw(), "", "", "");
        Item item = new Item(
                about, Version.NONE, Role.PLATFORM, place.file(), "", false, declaration, List.of(), Version.NONE);
        found.add(Found.of(item, finding));
    }
}
