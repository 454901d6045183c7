package io.github.incidentadvisor.organisation;

import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.organisation.SharedMigration.Within;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two scans side by side. */
final class Changed {
    private Changed() {}

    private record Key(String repository, String migration) {}

    private record Due(String title, Migration.Kind kind, Deadline deadline) {}

    static Since of(Organisation before, List<Member> members, List<SharedMigration> migrations, LocalDate today) {
        Map<Key, Due> then = all(before.migrations());
        Map<Key, Due> now = all(migrations);
        Set<String> known = names(before.members());
        Set<String> read = names(members);
        List<Since.Line> fresh = new ArrayList<>();
        List<Since.Line> nearer = new ArrayList<>();
        now.forEach((key, due) -> {
            Due was = then.get(key);
            if (was == null) {
                if (known.contains(key.repository())) {
                    fresh.add(line(key, due));
                }
            } else if (Nearness.of(due.kind(), due.deadline(), today)
                            .compareTo(Nearness.of(was.kind(), was.deadline(), before.asOf()))
                    < 0) {
                nearer.add(line(key, due));
            }
        });
        List<Since.Line> resolved = new ArrayList<>();
        then.forEach((key, due) -> {
            if (!now.containsKey(key) && read.contains(key.repository())) {
                resolved.add(line(key, due));
            }
        });
        return new Since(
                before.asOf(),
                fresh,
                nearer,
                resolved,
                read.stream().filter(name -> !known.contains(name)).sorted().toList(),
                known.stream().filter(name -> !read.contains(name)).sorted().toList());
    }

    private static Since.Line line(Key key, Due due) {
        return new Since.Line(key.repository(), due.title(), due.deadline());
    }

    private static Map<Key, Due> all(List<SharedMigration> migrations) {
        Map<Key, Due> all = new LinkedHashMap<>();
        for (SharedMigration one : migrations) {
            for (Within within : one.within()) {
                all.putIfAbsent(
                        new Key(within.repository(), one.id()), new Due(within.title(), one.kind(), one.deadline()));
            }
        }
        return all;
    }

    private static Set<String> names(List<Member> members) {
        Set<String> names = new HashSet<>();
        members.forEach(member -> names.add(member.name()));
        return names;
    }
}
