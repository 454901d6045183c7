package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one team did, another one has not done: the statement that tells of the deed names the team that the sentence names. */
final class Actors implements Check {
    private static final Set<String> GROUPS = Set.of("team", "squad", "group", "department", "company");

    private static final Set<String> DEEDS =
            Set.of("REVERT", "RESTART", "RESTORE", "found", "open", "report", "approv", "FIX");
    private static final Set<String> PASSIVE = Set.of("was", "were", "been", "is", "are");

    /** "Reverted by Kim": who did it stands behind. */
    private static final Pattern AGENT = Pattern.compile(
            "(?i)\\b([a-z]+(?: back| out| for)?)(?: \\w+){0,2}? by ((?:the |team )?[\\w-]+(?: [\\w-]+){0,2})");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> ofTeams(claim, clause).or(() -> ofAgents(claim, clause)));
    }

    /** Somebody of whom an entry speaks does what it says that another one did. */
    private static Optional<String> ofAgents(Claim claim, Clause clause) {
        for (var entry : claim.cited()) {
            for (MatchResult found :
                    AGENT.matcher(entry.evidence().quote()).results().toList()) {
                String deed = Lexicon.ENGLISH.norm(
                        found.group(1).toLowerCase(Locale.ROOT).split(" ")[0]);
                int at = clause.tokens().stream().map(Token::norm).toList().indexOf(deed);
                if (at < 1 || !DEEDS.contains(deed) || clause.saysOneOf(PASSIVE)) {
                    continue;
                }
                List<Token> who = clause.tokens().subList(0, at).stream()
                        .filter(token -> token.kind() == Kind.NAME || token.kind() == Kind.WORD)
                        .toList();
                List<String> told =
                        List.of(found.group(2).toLowerCase(Locale.ROOT).split("[^\\w-]+"));
                boolean another = !who.isEmpty()
                        && who.stream()
                                .noneMatch(token -> told.contains(token.text().toLowerCase(Locale.ROOT)))
                        && who.stream()
                                .allMatch(token -> claim.said(entry).stream().anyMatch(known -> known.near(token)));
                if (another) {
                    return Optional.of(entry.number() + " says that '" + found.group(2) + "' did it");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofTeams(Claim claim, Clause clause) {
        List<String> said = teams(clause);
        boolean none =
                claim.cited().stream().noneMatch(entry -> said.stream().anyMatch(team -> isIn(claim, entry, team)));
        if (!said.isEmpty() && none) {
            return Optional.of("no cited entry speaks of '" + said.get(0) + "'");
        }
        return said.stream()
                .flatMap(team -> Closest.to(deed(clause, team), withTeams(claim)).stream()
                        .filter(known -> deed(clause, team).tokens().stream()
                                        .filter(known::clauseHolds)
                                        .count()
                                > 1)
                        .filter(known -> teams(known.clause()).stream().noneMatch(said::contains))
                        .map(known -> known.entry().number() + " says that '"
                                + teams(known.clause()).get(0) + "' did it"))
                .findFirst();
    }

    private static List<Statement> withTeams(Claim claim) {
        return claim.statements().stream()
                .filter(known -> !teams(known.clause()).isEmpty())
                .toList();
    }

    private static boolean isIn(Claim claim, io.github.incidentadvisor.draft.Dossier.Entry entry, String team) {
        return claim.said(entry).stream()
                .flatMap(known ->
                        Stream.concat(known.neighbours().stream().map(Token::text), known.clause().words().stream()))
                .anyMatch(word -> name(word).equals(team));
    }

    /** What stands behind a team, else all of the clause but the names. */
    private static Clause deed(Clause clause, String team) {
        List<Token> tokens = clause.tokens();
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            at = name(tokens.get(i).text()).equals(team) ? i + 1 : at;
        }
        List<Token> behind = content(tokens.subList(at, tokens.size()));
        return new Clause(behind.isEmpty() ? content(tokens) : behind, clause.words(), clause.opens());
    }

    private static List<Token> content(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() != Kind.NAME && !Weights.isPlain(token))
                .toList();
    }

    private static List<String> teams(Clause clause) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < clause.words().size(); i++) {
            if (GROUPS.contains(name(clause.words().get(i)))) {
                String before = i == 0 ? "" : clause.words().get(i - 1);
                if (i + 2 < clause.words().size() && clause.words().get(i + 1).equals("of")) {
                    names.add(name(clause.words().get(i + 2)));
                    continue;
                }
                String after = i + 1 < clause.words().size() ? clause.words().get(i + 1) : "";
                boolean leads = before.isEmpty()
                        || Lexicon.ENGLISH.isIn("stop", before)
                        || Lexicon.ENGLISH.meaning(before).isPresent();
                String name = leads ? after : before;
                if (!name.isEmpty() && !Lexicon.ENGLISH.isIn("stop", name)) {
                    names.add(name(name));
                }
            }
        }
        return names;
    }

    private static String name(String word) {
        return word.toLowerCase(Locale.ROOT).replaceFirst("'s?$", "");
    }
}
