package io.github.incidentadvisor.action.issues;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who owns which files, see GitHub's "About code owners": patterns as in .gitignore, the last that matches counts, and one without
 * owners takes them away. Negation and character classes do not exist there.
 */
final class Owners {
    private static final int LARGEST = 3 << 20;
    private static final int MOST_RULES = 5_000;

    private final List<Rule> rules = new ArrayList<>();

    private record Rule(Glob files, List<String> owners) {}

    private Owners() {}

    static Owners of(String text) {
        Owners owners = new Owners();
        if (text.length() <= LARGEST) {
            text.lines().limit(MOST_RULES).forEach(owners::add);
        }
        return owners;
    }

    private void add(String line) {
        String plain = line.replaceFirst("(^|\\s)#.*", "").strip();
        String[] words = plain.split("(?<!\\\\)\\s+");
        if (words[0].isEmpty() || words[0].startsWith("!") || words[0].contains("[")) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            names.add(words[i]);
        }
        rules.add(new Rule(new Glob(words[0].replace("\\ ", " ")), names));
    }

    /** Owners that are people, of all these files together; a team cannot be assigned, and a mail address is nobody's name. */
    List<String> people(List<String> files, int most) {
        Set<String> people = new LinkedHashSet<>();
        for (String file : files) {
            List<String> owners = List.of();
            for (Rule rule : rules) {
                if (rule.files().matches(file)) {
                    owners = rule.owners();
                }
            }
            owners.stream()
                    .filter(owner -> owner.matches("@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})"))
                    .map(owner -> owner.substring(1))
                    .forEach(people::add);
        }
        return people.stream().limit(most).toList();
    }
}
