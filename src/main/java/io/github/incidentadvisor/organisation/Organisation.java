package io.github.incidentadvisor.organisation;

import io.github.incidentadvisor.model.Report.Tool;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Many repositories as one report.
 *
 * @param members those that were read, by name
 * @param unread those that were not, and parts of the scan that are missing
 * @param migrations nearest deadline first
 * @param incidents those that touch most repositories first
 * @param affected an answer to each question about who uses what
 */
public record Organisation(
        Tool tool,
        LocalDate asOf,
        List<Member> members,
        List<Unread> unread,
        List<SharedMigration> migrations,
        List<SharedIncident> incidents,
        List<Affected> affected,
        Since since) {
    public Organisation {
        members = members.stream().sorted(Comparator.comparing(Member::name)).toList();
        unread = unread.stream().sorted().distinct().toList();
        migrations = List.copyOf(migrations);
        incidents = List.copyOf(incidents);
        affected = List.copyOf(affected);
    }

    /** What came of all advice. */
    public List<Advice> advice() {
        return members.stream().flatMap(member -> member.advice().stream()).toList();
    }

    /** How many pieces of advice came to this. */
    public long count(Advice.Outcome outcome) {
        return advice().stream().filter(one -> one.outcome() == outcome).count();
    }

    /** Migrations of single repositories, in all. */
    public int due() {
        return migrations.stream().mapToInt(one -> one.within().size()).sum();
    }
}
