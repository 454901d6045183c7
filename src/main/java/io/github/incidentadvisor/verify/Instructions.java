package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.model.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
        boolean instructs = imperative(claim.text());
        boolean advises = ADVICE.matcher(claim.text()).find();
        if (!instructs && !advises) {
            return Optional.empty();
        }
        if (!instructs
                && claim.cited().stream()
                        .anyMatch(entry ->
                                ADVICE.matcher(entry.evidence().quote()).find())) {
            return Optional.empty();
        }
        if (claim.dossier().tasks().stream().anyMatch(task -> covers(task, claim))) {
            return Optional.empty();
        }
        boolean known = claim.dossier().tasksKnown();
        boolean cited = !known
                && claim.cited().stream().anyMatch(entry -> Arrays.stream(
                                entry.evidence().quote().split("[.;:]\\s+"))
                        .anyMatch(Instructions::imperative));
        return cited ? Optional.empty() : Optional.of("it tells somebody to do what is no task");
    }

    private static boolean imperative(String text) {
        String plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst(
                        "^(then|first|next|also|now|finally|after that|before that|otherwise|instead|in addition),? ",
                        "")
                .replaceFirst("^(before|after|until|once|when|if|at|in|on|for|to|while)\\b[^,]{3,80}, ", "");
        String[] words = plain.split("[^\\p{L}'-]+");
        boolean first = words.length > 1 && Lexicon.ENGLISH.isIn("bases", words[0]);
        boolean noun = words.length > 1
                && List.of("is", "was", "goes", "moves", "has", "of").contains(words[1]);
        boolean not = words.length > 2
                && (plain.startsWith("do not ") || plain.startsWith("don't ") || plain.startsWith("never "));
        return first && !noun || not;
    }

    /** The task has the same facts, and nearly the same words. */
    private static boolean covers(Task task, Claim claim) {
        List<Token> known = Statement.parts(Reading.of(task.text() + " " + task.place() + "."));
        List<Token> said = claim.tokens();
        boolean facts = said.stream()
                .filter(token -> token.isFact() || token.kind() == Token.Kind.NAME)
                .allMatch(token -> known.stream().anyMatch(token::isIn)
                        || claim.isCited(token) && token.kind() == Token.Kind.PLACE);
        List<Token> words = said.stream()
                .filter(token -> token.kind() == Token.Kind.WORD && !Lexicon.ENGLISH.isPlain(token.text()))
                .toList();
        long shared = words.stream()
                .filter(token -> known.stream().anyMatch(token::isIn))
                .count();
        boolean anyFact =
                said.stream().anyMatch(token -> token.isFact() && known.stream().anyMatch(token::isIn));
        return facts && shared * 2 >= words.size() && (anyFact || shared >= 2);
    }
}
