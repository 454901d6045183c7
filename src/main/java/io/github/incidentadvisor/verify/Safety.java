package io.github.incidentadvisor.verify;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Nobody has measured that a change is safe; at most, that nothing was found in what was checked. */
final class Safety implements Check {
    private static final Pattern PHRASES = Pattern.compile(
            "(?i)\\b(no|without( any)?|zero|free of|little|low|minimal) "
                    + "((known|further|other|code|additional|real|significant|extra|immediate) )*(risks?|impact|danger|problems?|issues?|trouble|harm|changes? (is|are)? ?(needed|required|necessary)|"
                    + "action|tests?|testing|effect|side effects|downside|concerns?|urgency|hurry|need to worry|reason (to|not to)|objections?)\\b"
                    + "|\\b(nothing|none of (your|the) code|nobody)( \\w+){0,4} (can|will|could|should|to) (break|fail|do|worry|change|go wrong|happen)\\b"
                    + "|\\b(will|would|can|does|do|should|could|cannot|won't|can't|doesn't)( not| never)? ?(be )?(work|just work|break anything|go well|run fine|be fine|merge cleanly|hurt|harm)\\b"
                    + "|\\b(ready|fine|okay|ok|good|cleared) to (merge|ship|deploy|go|upgrade|release)\\b"
                    + "|\\b(?<!before it )(?<!until it )(?<!before this )can be (merged|ignored|shipped|deployed|skipped|released|postponed|disregarded)\\b|\\bgo ahead\\b|\\b(need|needs|requires?) no (further|more|other|code|action|change|test|work)"
                    + "|\\b(works|work|behaves?|runs?) (fine|well|as before|unchanged|correctly)\\b|\\bnot (a|an) (problem|issue|risk|concern)\\b|\\bnot (be )?(affected|exposed|at risk)\\b|\\bno( longer)? (breaking|break)");

    @Override
    public Optional<String> objection(Claim claim) {
        boolean word = claim.clauses().stream().anyMatch(clause -> clause.says("safety"));
        if (!word && !PHRASES.matcher(claim.text()).find()) {
            return Optional.empty();
        }
        String plain = claim.text().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        boolean quoted = claim.cited().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.evidence().quote()), entry.concluded().stream()))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(plain));
        return quoted ? Optional.empty() : Optional.of("it claims that something is safe");
    }
}
