package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What one team did, another one has not done: the statement that tells of the deed names the team that the sentence names. */
final class Actors implements Check {
    private static final Set<String> GROUPS = Set.of("team", "squad", "group", "department", "company");

    @Override
    public Optional<String> objection(Claim claim) {
        return claim.firstOf(clause -> {
            List<String> said = teams(clause);
            return said.stream()
                    .flatMap(team -> Closest.to(deed(clause, team), claim.statements()).stream()
                            .filter(known -> !teams(known.clause()).isEmpty())
                            .filter(known -> teams(known.clause()).stream().noneMatch(said::contains))
                            .map(known -> known.entry().number() + " says that '"
                                    + teams(known.clause()).get(0) + "' did it"))
                    .findFirst();
        });
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
        for (int i = 1; i < clause.words().size(); i++) {
            String word = clause.words().get(i);
            if (GROUPS.contains(clause.words().get(i - 1)) && !Lexicon.ENGLISH.isIn("stop", word)) {
                names.add(name(word));
            }
        }
        return names;
    }

    private static String name(String word) {
        return word.toLowerCase(Locale.ROOT).replaceFirst("'s?$", "");
    }
}
