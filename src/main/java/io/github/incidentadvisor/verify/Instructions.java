package io.github.incidentadvisor.verify;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Nobody is told to do what is no task. */
final class Instructions implements Check {
    private static final Pattern ADVICE = Pattern.compile(
            "(?i)\\b(you|we|teams?|users?|everyone|please|developers?|reviewers?|maintainers?|operators?|owners?) "
                    + "(also |all |then |first |now )?(should|must|need to|needs to|have to|has to|ought to|can safely|may want to|might want to)\\b|^please\\b|\\bmake sure\\b|\\bensure\\b|"
                    + "\\b(recommend|recommended|advise|advised|suggest|suggested|best to|time to|advisable|consider)\\b");

    @Override
    public Optional<String> objection(Claim claim) {
        Optional<Imperative> instruction = Imperative.in(claim.text());
        if (instruction.isEmpty() && !ADVICE.matcher(claim.text()).find()
                || claim.task().isPresent()) {
            return Optional.empty();
        }
        boolean advised = instruction.isEmpty()
                && claim.cited().stream()
                        .anyMatch(entry ->
                                ADVICE.matcher(entry.evidence().quote()).find());
        boolean told = !claim.dossier().tasksKnown()
                && claim.cited().stream()
                        .flatMap(entry -> Arrays.stream(entry.evidence().quote().split("[.;:]\\s+")))
                        .anyMatch(part -> Imperative.in(part).isPresent());
        return advised || told ? Optional.empty() : Optional.of("it tells somebody to do what is no task");
    }
}
