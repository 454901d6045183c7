package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.model.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
        if (task(claim.sentence(), claim.dossier()).isPresent()) {
            return Optional.empty();
        }
        boolean known = claim.dossier().tasksKnown();
        boolean cited = !known
                && claim.cited().stream().anyMatch(entry -> Arrays.stream(
                                entry.evidence().quote().split("[.;:]\\s+"))
                        .anyMatch(Instructions::imperative));
        return cited ? Optional.empty() : Optional.of("it tells somebody to do what is no task");
    }

    private static final Pattern FINITE = Pattern.compile(
            "\\b(is|are|was|were|has|have|had|does|did|will|would|may|might|can|could|goes|went|ends|ended|moves|uses|calls|comes|came)\\b");

    private static boolean imperative(String text) {
        String plain = instruction(text)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst(
                        "^(then|first|next|also|now|finally|after that|before that|otherwise|instead|in addition),? ",
                        "")
                .replaceFirst("^(before|after|until|once|when|if|at|in|on|for|to|while)\\b[^,]{3,80}, ", "");
        String[] words = plain.split("[\\s,]+");
        boolean first = words.length > 1 && Lexicon.ENGLISH.isIn("bases", words[0]);
        String main =
                plain.split(",|\\b(which|that|because|so|and|until|before|after|once|if|unless|when|where)\\b", 2)[0];
        boolean noun = FINITE.matcher(main).find() || words.length > 1 && words[1].matches("\\d.*|of|for");
        boolean not = words.length > 2
                && (plain.startsWith("do not ") || plain.startsWith("don't ") || plain.startsWith("never "));
        return first && !noun || not;
    }

    /** The task that the sentence words; empty when it tells somebody to do something else, or nobody to do anything. */
    static Optional<Task> task(Draft.Sentence sentence, Dossier dossier) {
        boolean asTask = dossier.tasks().stream()
                .anyMatch(task -> firstWord(task.text()).equals(firstWord(instruction(sentence.text()))));
        return asTask || imperative(sentence.text())
                ? dossier.tasks().stream()
                        .filter(task -> covers(task, instruction(sentence.text())))
                        .findFirst()
                : Optional.empty();
    }

    /** The part that tells somebody what to do, without the reasons behind it. */
    static String instruction(String text) {
        return text.strip()
                .replaceFirst("(?i)^(?:first|then|next|now|finally|as a first step|to begin with),? ", "")
                .split(
                        "[;:] |, (?=(?:as|since|because|which|so|where|before|after|while|and it|it|the|this|that)\\b)",
                        2)[0];
    }

    private static String firstWord(String text) {
        return text.strip().toLowerCase(Locale.ROOT).split("\\s+", 2)[0];
    }

    /** One thing takes the place of another, however it is called. */
    private static final Set<String> PUTTING = Set.of("MOVE", "REPLACE", "USE", "CHANGE");

    /** The task has the same facts, and nearly the same words. */
    private static boolean covers(Task task, String instruction) {
        List<Token> known = Statement.parts(Reading.of(task.text() + " " + task.place() + "."));
        List<Token> said = Reading.of(instruction).stream()
                .flatMap(clause -> clause.tokens().stream())
                .toList();
        boolean facts = said.stream()
                .filter(token -> token.isFact() || token.kind() == Token.Kind.NAME)
                .allMatch(token -> known.stream().anyMatch(token::isIn));
        List<Token> words = said.stream()
                .filter(token -> token.kind() == Token.Kind.WORD && !Lexicon.ENGLISH.isPlain(token.text()))
                .toList();
        boolean puts = known.stream().anyMatch(token -> PUTTING.contains(token.norm()));
        long shared = words.stream()
                .filter(token -> known.stream().anyMatch(token::isIn) || puts && PUTTING.contains(token.norm()))
                .count();
        boolean anyFact =
                said.stream().anyMatch(token -> token.isFact() && known.stream().anyMatch(token::isIn));
        return facts && shared * 2 >= words.size() && (anyFact || shared >= 2);
    }
}
