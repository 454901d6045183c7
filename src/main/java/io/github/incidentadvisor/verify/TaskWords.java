package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier;
import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Task;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The task that an instruction words: it has the same facts and nearly the same words. What it adds, such as the version that a
 * step leaves, is cited and takes the place of nothing that the task names.
 */
final class TaskWords {
    /** One thing takes the place of another, however it is called. */
    private static final Set<String> PUTTING = Set.of("MOVE", "REPLACE", "USE", "CHANGE", "RENAME");

    private TaskWords() {}

    static Optional<Task> of(Imperative imperative, Dossier dossier, List<Statement> cited) {
        List<String> steps = Imperative.steps(
                isBare(imperative.instruction())
                        ? imperative.instruction() + " " + imperative.before()
                        : imperative.instruction());
        boolean all =
                steps.stream().allMatch(step -> dossier.tasks().stream().anyMatch(task -> covers(task, step, cited)));
        return dossier.tasks().stream()
                .filter(task -> all && covers(task, steps.get(0), cited)
                        || covers(task, imperative.instruction(), cited)
                                && Imperative.steps(task.text()).size() >= steps.size())
                .findFirst();
    }

    /** "Move there" and "replace it" are about what stands before. */
    private static boolean isBare(String instruction) {
        return instruction.strip().matches("(?i)\\w+ (?:there|it|them|this|so|accordingly|both)[.!]?");
    }

    /** The task that begins with the same word as the sentence. */
    static boolean opensLikeOne(String text, Dossier dossier) {
        String first = firstWord(Imperative.leading(text).instruction());
        return dossier.tasks().stream().anyMatch(task -> firstWord(task.text()).equals(first));
    }

    /** A task as something that words can rest on. */
    static List<Statement> statements(Task task, Map<Entry, List<Statement>> read) {
        Evidence words =
                new Evidence("task", Grade.MEASURED, task.place() + "", "", "", task.text() + " at " + task.place());
        return read.computeIfAbsent(new Entry(task.id(), words, List.of()), Statement::of);
    }

    private static String firstWord(String text) {
        return text.strip().toLowerCase(Locale.ROOT).split("\\s+", 2)[0];
    }

    private static boolean covers(Task task, String instruction, List<Statement> cited) {
        List<Token> known = Statement.parts(Reading.of(task.text() + " " + task.place() + "."));
        List<Token> said = Reading.of(instruction).stream()
                .flatMap(clause -> clause.tokens().stream())
                .toList();
        boolean facts = said.stream()
                .filter(token -> token.isFact() || token.kind() == Token.Kind.NAME)
                .allMatch(token -> isIn(token, known) || isAdded(token, known, said, cited));
        List<Token> words = said.stream()
                .filter(token -> token.kind() == Token.Kind.WORD && !Lexicon.ENGLISH.isPlain(token.text()))
                .toList();
        boolean puts = known.stream().anyMatch(token -> PUTTING.contains(token.norm()));
        long shared = words.stream()
                .filter(token -> isIn(token, known) || puts && PUTTING.contains(token.norm()))
                .count();
        long cites = words.stream()
                .filter(token -> !isIn(token, known))
                .filter(token -> cited.stream().anyMatch(one -> one.holds(token)))
                .count();
        List<Token> own = Reading.of(task.text()).stream()
                .flatMap(clause -> clause.tokens().stream())
                .filter(token -> token.isFact() || token.kind() == Token.Kind.NAME)
                .toList();
        boolean named = own.isEmpty()
                || said.stream().anyMatch(token -> isIn(token, own))
                || shared > 1 && shared == words.size();
        boolean anyFact = said.stream()
                .anyMatch(token -> (token.isFact() || token.kind() == Token.Kind.NAME) && isIn(token, known));
        return facts
                && named
                && doesAlike(said, known, puts)
                && (shared + cites) * 2 >= words.size()
                && (anyFact || shared >= 2);
    }

    /** The first word with a meaning of its own means the same in the task. */
    private static boolean doesAlike(List<Token> said, List<Token> known, boolean puts) {
        return said.stream()
                .filter(token -> !token.norm().equals("PLAN"))
                .limit(1)
                .filter(token -> Lexicon.ENGLISH.meaning(token.text()).isPresent())
                .allMatch(token -> puts && PUTTING.contains(token.norm())
                        || known.stream()
                                .anyMatch(one ->
                                        one.norm().equals(token.norm()) && one.isPositive() == token.isPositive()));
    }

    private static boolean isIn(Token token, List<Token> known) {
        return known.stream().anyMatch(token::isIn);
    }

    /** It is cited, and the instruction leaves nothing out that could stand in its place. */
    private static boolean isAdded(Token token, List<Token> known, List<Token> said, List<Statement> cited) {
        return cited.stream().anyMatch(one -> one.holds(token))
                && known.stream().filter(other -> Rivals.are(token, other)).allMatch(other -> said.stream()
                        .anyMatch(one -> one.isIn(other)));
    }
}
