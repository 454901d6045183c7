package io.github.incidentadvisor.model;

import java.time.LocalDate;

/**
 * How many days before a deadline people are told of it.
 *
 * @param forced when the vendor stops or changes what runs
 * @param support when only support ends
 * @param deprecation when something is announced to go
 */
public record LeadTimes(int forced, int support, int deprecation) {
    /** Unless somebody wishes otherwise. */
    public static final LeadTimes DEFAULT = new LeadTimes(180, 90, 30);

    /** @throws AdvisorException when it is not three numbers of days, such as {@code 180,90,30} */
    public static LeadTimes of(String text) {
        String plain = text.replaceAll("\\s+", "");
        if (!plain.matches("\\d{1,4},\\d{1,4},\\d{1,4}")) {
            throw new AdvisorException("lead-times must be three numbers of days, such as 180,90,30.");
        }
        String[] days = plain.split(",");
        return new LeadTimes(Integer.parseInt(days[0]), Integer.parseInt(days[1]), Integer.parseInt(days[2]));
    }

    /** Whether it is time; what is dangerous or has stopped and names no day is due at once, anything else without a day never. */
    public boolean reach(Migration migration, LocalDate today) {
        Deadline deadline = migration.deadline();
        return deadline.isKnown()
                ? deadline.daysFrom(today) <= days(migration.kind())
                : migration.kind().compareTo(Migration.Kind.VULNERABILITY) <= 0;
    }

    /** How many days before. */
    public int days(Migration.Kind kind) {
        return switch (kind) {
            case FORCED_STOP, VULNERABILITY -> forced;
            case END_OF_SUPPORT -> support;
            case DEPRECATION, ORPHAN_PIN -> deprecation;
        };
    }
}
