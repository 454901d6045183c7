package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Risk.Level;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How careful to be, in one word. High: it breaks, a day presses, or a line may do something else and no test runs it. Moderate: something is worth a look before, or what the step
 * does was not checked in full, or the step is of a kind that may change behaviour, goes back, or leads to what came out days ago.
 * Low: a small step, all of the code that it can touch was checked, and nothing was found that asks for a look. None: nothing moves
 * and nothing was found.
 */
final class Levels {
    private static final Pattern PRE_RELEASE = Pattern.compile(
            "(?i).*(?:[.-]|\\d)(?:alpha|beta|rc|cr|m|milestone|snapshot|ea|preview|dev)[.-]?\\d*(?:[.-].*)?");

    private Levels() {}

    static Level of(Verdict verdict, List<Finding> findings) {
        boolean unwatched = findings.stream().anyMatch(LinesUnderTest::isUnwatched);
        if (verdict == Verdict.BROKEN || verdict == Verdict.ACTION || unwatched) {
            return Level.HIGH;
        }
        boolean asksForALook = findings.stream().anyMatch(finding -> finding.severity() != Severity.INFO);
        return verdict == Verdict.PLAN || asksForALook ? Level.MODERATE : findings.isEmpty() ? Level.NONE : Level.LOW;
    }

    /**
     * What the step alone amounts to.
     *
     * @param unusual whether anything goes back by it, or has hardly been out
     */
    static Level ofStep(Version from, Version to, Looked looked, boolean unusual) {
        boolean quiet = isSmall(from, to) && !isPreRelease(to) && !unusual;
        return looked.isWhole() && quiet ? Level.LOW : Level.MODERATE;
    }

    /** Before 1.0, a minor version may change anything (SemVer 2.0.0, 4). */
    static boolean isSmall(Version from, Version to) {
        Version.Step step = from.isKnown() && to.isKnown() ? from.stepTo(to) : Version.Step.OTHER;
        boolean early = from.text().matches("v?0\\..*");
        return step == Version.Step.PATCH || step == Version.Step.MINOR && !early;
    }

    /** Whether whoever made it says that it is not finished. */
    static boolean isPreRelease(Version version) {
        return PRE_RELEASE.matcher(version.text()).matches();
    }
}
