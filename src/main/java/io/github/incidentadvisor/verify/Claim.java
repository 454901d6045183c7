package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.draft.Dossier;
import io.github.incidentadvisor.draft.Dossier.Entry;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.model.Task;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final Optional<Task> task;
    private final List<Clause> instructing;
    private final Map<Entry, List<Statement>> read;
    private final Map<String, List<Clause>> texts = new HashMap<>();

    /** @param read what was read of the entries of this dossier so far; a draft has many sentences about them */
    Claim(Draft.Sentence sentence, Dossier dossier, Map<Entry, List<Statement>> read) {
        this.read = read;
        this.sentence = sentence;
        this.dossier = dossier;
        this.cited = sentence.cites().stream()
                .flatMap(number -> dossier.entry(number).stream())
                .toList();
        List<Statement> evidence =
                cited.stream().flatMap(entry -> said(entry).stream()).toList();
        Optional<Imperative> told = Imperative.in(sentence.text())
                .or(() -> TaskWords.opensLikeOne(sentence.text(), dossier)
                        ? Optional.of(Imperative.leading(sentence.text()))
                        : Optional.empty());
        this.task = told.flatMap(imperative -> TaskWords.of(imperative, dossier, evidence));
        Imperative parts = told.filter(imperative -> task.isPresent()).orElse(new Imperative("", "", sentence.text()));
        this.instructing = Reading.of(parts.instruction());
        this.clauses = Stream.of(Reading.of(parts.before()), instructing, Reading.of(parts.after()))
                .flatMap(List::stream)
                .toList();
        this.statements = Stream.concat(
                        evidence.stream(), task.stream().flatMap(one -> TaskWords.statements(one, read).stream()))
                .toList();
    }

    Draft.Sentence sentence() {
        return sentence;
    }

    /** The task that the sentence words. */
    Optional<Task> task() {
        return task;
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

    /** The clauses of a text of the evidence. */
    List<Clause> read(String text) {
        return texts.computeIfAbsent(text, Reading::of);
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

    /** Whether the sentence names it; the name of a product is not that of its parts. */
    boolean isSaid(Token known) {
        return tokens().stream()
                .anyMatch(said -> said.isIn(known)
                        && !(said.kind() == Token.Kind.NAME
                                && known.kind() == Token.Kind.ID
                                && known.text().contains("-")));
    }

    /** The tokens of a clause with those of a clause that only adds to it; of a short one with those of the clause before. */
    List<Token> around(Clause clause) {
        List<Token> tokens = new ArrayList<>();
        int at = clauses.indexOf(clause);
        boolean bare = clause.tokens().size() < 4
                && clause.tokens().stream().filter(Weights::isName).count() < 2;
        if (at > 0 && (bare || clause.isRelative())) {
            tokens.addAll(clauses.get(at - 1).tokens());
        }
        tokens.addAll(clause.tokens());
        if (at + 1 < clauses.size() && clauses.get(at + 1).isRelative()) {
            tokens.addAll(clauses.get(at + 1).tokens());
        }
        return tokens;
    }

    boolean isOnce(Token token) {
        return tokens().stream().filter(one -> one.norm().equals(token.norm())).count() == 1;
    }

    /** Whether the clause words a task. */
    boolean isTask(Clause clause) {
        return instructing.stream().anyMatch(one -> one == clause);
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
        boolean doubted = only.stream()
                .filter(token -> token.kind() != Token.Kind.NUMBER)
                .anyMatch(token -> statements.stream()
                        .anyMatch(known -> sort.test(known)
                                && known.clause().certainty() == 2
                                && known.clause().tokens().stream().anyMatch(token::isIn)));
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
