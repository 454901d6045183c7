package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Gap;
import java.util.Collection;
import java.util.List;

/** Whether silence about a component means that nothing speaks against it, or that nobody could look. */
public final class Unjudged {
    /** What others have said nothing of: that leaves the component itself judged. */
    private static final List<String> OTHERS = List.of("lifecycle", "release notes", "known vulnerabilities");

    private Unjudged() {}

    /** Whether something that was not checked names the component or stands at its line. */
    public static boolean is(Advisory advisory, Collection<Gap> notChecked) {
        String name = advisory.component().name();
        return notChecked.stream()
                .filter(gap -> OTHERS.stream().noneMatch(gap.what()::startsWith))
                .anyMatch(gap -> gap.place().isKnown() && gap.place().equals(advisory.declaredAt())
                        || List.of(gap.what().split("[^A-Za-z0-9._/-]+")).contains(name));
    }
}
