package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.migration.Begun.Broken;
import io.github.incidentadvisor.migration.Begun.Changed;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Migration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What of a migration is mechanical, as edits, and what is not, as tasks.
 *
 * @param before the tree that it is made for
 * @param after the same with the edits made; nothing is written
 */
public record Plan(Tree before, Tree after, List<LeftToDo> left) {
    public Plan {
        left = left.stream().distinct().sorted().toList();
    }

    /** The edits that follow from the report and the tree alone. */
    public static Plan of(Ground ground) {
        Proposal removed = new PinRemovals(ground).propose();
        Proposal first = removed.and(new ApiMoves(ground).propose());
        Proposal moved = first.and(new VersionMoves(ground).propose(first.settled()));
        Proposal all = moved.and(new JavaEverywhere(ground).propose(moved.edits()));
        return new Plan(ground.tree(), Edits.over(ground.tree(), all.edits()), all.left()).leaving(ground.elsewhere());
    }

    /** And those that were measured to be needed with the edits made. */
    public Plan and(List<Behaviour> measured) {
        Proposal renamed = RenamedKeys.of(measured, after);
        List<LeftToDo> both = new ArrayList<>(left);
        both.addAll(renamed.left());
        return new Plan(before, Edits.over(after, renamed.edits()), both);
    }

    /** With more for a person to do. */
    public Plan leaving(List<LeftToDo> more) {
        List<LeftToDo> both = new ArrayList<>(left);
        both.addAll(more);
        return new Plan(before, after, both);
    }

    /** Whether nothing would be written. */
    public boolean isEmpty() {
        return changed().isEmpty();
    }

    /** Whether this one writes something else than another one for the same tree. */
    public boolean changesMoreThan(Plan other) {
        return !after.entries().equals(other.after.entries());
    }

    /** Files that change, each with its new content. */
    public Map<String, byte[]> changed() {
        Map<String, byte[]> changed = new java.util.TreeMap<>();
        for (Tree.Entry entry : after.entries()) {
            boolean same = before.find(entry.path())
                    .filter(was -> was.id().equals(entry.id()))
                    .isPresent();
            if (!same) {
                changed.put(entry.path(), after.read(entry));
            }
        }
        return changed;
    }

    /**
     * What has become of the migration.
     *
     * @param breaks what was measured to break with the edits made
     * @param notChecked what could not be judged of the result
     */
    public Begun begun(Migration migration, List<Broken> breaks, List<Gap> notChecked) {
        List<Changed> files = changed().entrySet().stream()
                .map(file -> new Changed(
                        file.getKey(),
                        before.find(file.getKey()).orElseThrow().id(),
                        after.find(file.getKey()).orElseThrow().id(),
                        Base64.getEncoder().encodeToString(file.getValue())))
                .toList();
        return new Begun(
                migration,
                before.revision().commit(),
                MigrationBranch.PREFIX + migration.id(),
                "",
                files,
                UnifiedDiff.of(this),
                left,
                breaks,
                notChecked);
    }
}
