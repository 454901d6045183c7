package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier;
import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A drafted sentence, read, beside what it cites. */
final class Claim {
    private final Draft.Sentence sentence;
    private final Dossier dossier;
    private final List<Clause> clauses;
    private final List<Entry> cited;
    private final List<Statement> statements;
    private final int instructing;
    private final Map<Entry, List<Statement>> read;

    /** @param read what was read of the entries of this dossier so far; a draft has many sentences about them */
    Claim(Draft.Sentence sentence, Dossier dossier, Map<Entry, List<Statement>> read) {
        this.read = read;
        this.sentence = sentence;
        this.dossier = dossier;
        this.clauses = Reading.of(sentence.text());
        this.cited = sentence.cites().stream()
                .flatMap(number -> dossier.entry(number).stream())
                .toList();
        Optional<Task> task = Instructions.task(sentence, dossier);
        this.instructing = task.isPresent()
                ? Reading.of(Instructions.instruction(sentence.text())).size()
                : 0;
        this.statements = Stream.concat(cited.stream(), task.map(Claim::entry).stream())
                .flatMap(entry -> said(entry).stream())
                .toList();
    }

    Draft.Sentence sentence() {
        return sentence;
    }

    /** A task is what an instruction rests on. */
    private static Entry entry(Task task) {
        Evidence words =
                new Evidence("task", Grade.MEASURED, task.place() + "", "", "", task.text() + " at " + task.place());
        return new Entry(task.id(), words, List.of());
    }

    String text() {
        return sentence.text();
    }

    List<String> cites() {
        return sentence.cites();
    }

    Dossier dossier() {
        return dossier;
    }

    List<Clause> clauses() {
        return clauses;
    }

    List<Token> tokens() {
        return clauses.stream().flatMap(clause -> clause.tokens().stream()).toList();
    }

    List<Entry> cited() {
        return cited;
    }

    /** What an entry says, cited or not. */
    List<Statement> said(Entry entry) {
        return read.computeIfAbsent(entry, Statement::of);
    }

    /** What the cited entries say. */
    List<Statement> statements() {
        return statements;
    }

    /** Whether any cited entry holds the token. */
    boolean isCited(Token token) {
        return statements.stream().anyMatch(statement -> statement.holds(token));
    }

    /** Whether any cited entry says it anywhere. */
    boolean isNear(Token token) {
        return statements.stream().anyMatch(statement -> statement.near(token));
    }

    boolean isOnce(Token token) {
        return tokens().stream().filter(one -> one.norm().equals(token.norm())).count() == 1;
    }

    /** Whether the clause words a task. */
    boolean isTask(Clause clause) {
        return instructing > clauses.indexOf(clause);
    }

    /** A statement of this sort on which a clause rests: it has words of the clause that no statement of another sort has. */
    Optional<Statement> restsOn(Clause clause, Predicate<Statement> sort) {
        List<Token> content = clause.tokens().stream()
                .filter(token -> !Weights.isPlain(token) && !Lexicon.ENGLISH.isHedge(token.text()))
                .toList();
        List<Token> only = content.stream()
                .filter(token -> statements.stream().anyMatch(known -> sort.test(known) && known.clauseHolds(token)))
                .filter(token -> statements.stream().noneMatch(known -> !sort.test(known) && known.clauseHolds(token)))
                .toList();
        boolean doubted = only.stream().anyMatch(token -> token.kind() != Token.Kind.NUMBER)
                && statements.stream()
                        .anyMatch(known -> sort.test(known) && known.clause().certainty() == 2);
        boolean rests = only.size() > 1
                || doubted
                || only.size() == 1 && content.size() < 3
                || only.stream().anyMatch(token -> Lexicon.ENGLISH.isIn("strong", token.norm()));
        return rests
                ? statements.stream()
                        .filter(known -> sort.test(known) && known.clauseHolds(only.get(0)))
                        .findFirst()
                : Optional.empty();
    }

    /** The first clause that a reader would find wrong, by a check that looks at one clause at a time. */
    Optional<String> firstOf(java.util.function.Function<Clause, Optional<String>> check) {
        return clauses.stream().map(check).flatMap(Optional::stream).findFirst();
    }
}
