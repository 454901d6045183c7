package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Announcements.Announcement;
import io.github.incidentadvisor.evidence.Announcements.Answer;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Entries of the user's feeds whose titles name what the project has. */
public final class VendorAnnouncements implements Rule {
    private final Answer answer;

    /** @param answer what the feeds say */
    public VendorAnnouncements(Answer answer) {
        this.answer = answer;
    }

    @Override
    public List<Found> apply(Situation situation) {
        return answer.announcements().stream()
                .flatMap(one -> item(one, situation).map(item -> Found.of(item, finding(one, item))).stream())
                .toList();
    }

    private static Optional<Item> item(Announcement one, Situation situation) {
        return situation.head().items().stream()
                .filter(item -> item.component().equals(one.component()))
                .min(Comparator.comparing(Item::role).thenComparing(Item::module));
    }

    private static Finding finding(Announcement one, Item item) {
        return new Finding(
                StableId.of(Kind.VENDOR_ANNOUNCEMENT, one.component().purl(), "", one.title()),
                Kind.VENDOR_ANNOUNCEMENT,
                Severity.INFO,
                Grade.STATED,
                item.declaration().decidedAt(),
                Reference.NONE,
                Deadline.NONE,
                one.feed() + " announced on " + one.day() + ": “" + one.title() + "”; you have "
                        + one.component().name() + " " + item.version().brief() + ".",
                "",
                List.of(new Evidence(
                        "announcement",
                        Grade.STATED,
                        one.feed(),
                        one.url(),
                        one.day().toString(),
                        one.title())));
    }
}
