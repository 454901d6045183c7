package io.github.incidentadvisor.action.issues;

import io.github.incidentadvisor.action.hub.Hub;
import io.github.incidentadvisor.action.hub.Refusal;
import io.github.incidentadvisor.model.LeadTimes;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Brings the issues of a repository up to date with what a scan found. */
public final class Upkeep {
    /** More than a day zone and a run around midnight can make. */
    private static final int DAYS_APART = 2;

    private final Wishes wishes;
    private final LocalDate today;

    /**
     * What is wished for.
     *
     * @param author whose issues are ours
     * @param scope the folder that is looked at, where there are several; empty for the whole
     * @param most how many of ours may be open at once
     */
    public record Wishes(String author, String scope, LeadTimes leadTimes, int most, boolean milestones) {
        /** The same with so many at most. */
        public Wishes atMost(int other) {
            return new Wishes(author, scope, leadTimes, other, milestones);
        }
    }

    /** @param today by the clock, which a report may not be far from: one that asks "what if it were" opens no issues */
    public Upkeep(Wishes wishes, LocalDate today) {
        this.wishes = wishes;
        this.today = today;
    }

    /** Ids of the migrations that it is time for, nearest deadline first. */
    public static List<String> due(Report report, LeadTimes leadTimes) {
        return report.migrations().stream()
                .sorted(Agenda.ORDER)
                .filter(migration -> leadTimes.reach(migration, report.asOf()))
                .map(Migration::id)
                .toList();
    }

    /** How many of ours are open, as far as they count. */
    public long open(Hub hub) throws IOException {
        Tracker tracker = new Tracker(hub, wishes.author(), wishes.scope(), wishes.milestones());
        return tracker.existing().stream().filter(Existing::counts).count();
    }

    /** What people who run this should know, in our own words. */
    public List<String> apply(Report report, Hub hub) {
        if (report.mode() != Report.Mode.STATE) {
            return List.of();
        }
        if (Math.abs(ChronoUnit.DAYS.between(today, report.asOf())) > DAYS_APART) {
            return List.of("The report was judged by " + report.asOf() + ", which is not today: no issue was touched.");
        }
        Tracker tracker = new Tracker(hub, wishes.author(), wishes.scope(), wishes.milestones());
        List<String> notices = new ArrayList<>();
        try {
            Agenda.Plan plan = Agenda.of(
                    report, tracker.existing(), new Agenda.Rules(wishes.scope(), wishes.leadTimes(), wishes.most()));
            notices.addAll(plan.notices());
            if (taken(plan.steps(), tracker, notices)) {
                taken(tracker.twice(report), tracker, notices);
            }
        } catch (IOException e) {
            notices.add("No issues: " + Refusal.of(e).text() + ".");
        }
        return notices;
    }

    /** Whether an issue was opened. What GitHub refuses is told, and the rest goes on. */
    private static boolean taken(List<? extends Step> steps, Tracker tracker, List<String> notices) {
        boolean opened = false;
        for (Step step : steps) {
            try {
                tracker.take(step);
                opened |= step instanceof Step.Open;
            } catch (IOException e) {
                Refusal refusal = Refusal.of(e);
                notices.add("An issue was not written: " + refusal.text() + ".");
                if (refusal.endsAll()
                        || refusal.kind() == Refusal.Kind.PERMISSION
                        || refusal.kind() == Refusal.Kind.FEATURE) {
                    break;
                }
            }
        }
        return opened;
    }
}
