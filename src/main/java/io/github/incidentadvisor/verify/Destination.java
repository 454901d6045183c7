package io.github.incidentadvisor.verify;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What something moves to or turns into is not what it came from. */
final class Destination implements Check {
    private static final Pattern TO = Pattern.compile(
            "(?i)(.*?)\\b(?:move[ds]?|renamed?|changed?|turned?|migrate[ds]?|converted?|moving)\\b(.*?)\\b(?:in)?to (?:the )?([\\w.#/-]*\\w)(.*)");

    @Override
    public Optional<String> objection(Claim claim) {
        Matcher said = TO.matcher(claim.text());
        if (!said.matches()) {
            return Optional.empty();
        }
        String target = said.group(3).toLowerCase(Locale.ROOT);
        return claim.cited().stream()
                .filter(entry -> {
                    Matcher known = TO.matcher(entry.evidence().quote());
                    return known.matches()
                            && !known.group(3).equalsIgnoreCase(target)
                            && (known.group(1) + known.group(2))
                                    .toLowerCase(Locale.ROOT)
                                    .contains(target)
                            && (said.group(1) + said.group(2))
                                    .toLowerCase(Locale.ROOT)
                                    .contains(known.group(3).toLowerCase(Locale.ROOT));
                })
                .findFirst()
                .map(entry -> "in " + entry.number() + " it goes the other way");
    }
}
