package io.github.incidentadvisor.action.publish;

import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Verdict;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kohsuke.github.GHLabel;
import org.kohsuke.github.GHPullRequest;

/** At most one label of ours on a pull request: its verdict. Other people's labels are none of our business. */
final class Labels {
    private static final Map<Verdict, String> NAMES = new EnumMap<>(Map.of(
            Verdict.BROKEN,
            "upgrade: needs a fix",
            Verdict.ACTION,
            "upgrade: act now",
            Verdict.PLAN,
            "upgrade: plan ahead"));

    private Labels() {}

    static void write(GHPullRequest pull, Report report) throws IOException {
        Optional<String> wanted = Optional.ofNullable(NAMES.get(report.verdict()));
        Set<String> there = new HashSet<>();
        for (GHLabel label : pull.getLabels()) {
            there.add(label.getName());
        }
        for (String name : NAMES.values()) {
            if (there.contains(name) && !wanted.equals(Optional.of(name))) {
                pull.removeLabel(name);
            }
        }
        if (wanted.isPresent() && !there.contains(wanted.get())) {
            pull.addLabels(wanted.get());
        }
    }
}
