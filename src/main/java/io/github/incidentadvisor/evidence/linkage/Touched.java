package io.github.incidentadvisor.evidence.linkage;

import io.github.incidentadvisor.evidence.linkage.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which sources a change of class path can touch: those that name a class of an affected jar (comments and strings count: a
 * superset), those that extend such a source's type, however far down, and those that name one of these. A call that reaches a
 * changed class through more of the project's own types than that, naming none, is not seen.
 */
final class Touched {
    private static final Pattern PARENTS = Pattern.compile("\\b(?:extends|implements)\\s+([^{;]+)");
    private static final Pattern NAME = Pattern.compile("[\\w$]+");

    private Touched() {}

    /** @param classes binary names of the classes of affected jars */
    static List<SourceFile> of(List<SourceFile> sources, Set<String> classes) {
        Set<SourceFile> touched = new LinkedHashSet<>();
        for (SourceFile source : sources) {
            if (!source.named(classes).isEmpty()) {
                touched.add(source);
            }
        }
        addHeirs(sources, touched);
        Set<String> types = new HashSet<>();
        touched.forEach(source -> types.add(source.typeName()));
        return sources.stream()
                .filter(source ->
                        touched.contains(source) || !source.named(types).isEmpty())
                .toList();
    }

    private static void addHeirs(List<SourceFile> sources, Set<SourceFile> touched) {
        Map<String, Set<SourceFile>> heirs = new HashMap<>();
        for (SourceFile source : sources) {
            Matcher parents = PARENTS.matcher(source.text());
            while (parents.find()) {
                Matcher name = NAME.matcher(parents.group(1));
                while (name.find()) {
                    heirs.computeIfAbsent(name.group(), n -> new LinkedHashSet<>())
                            .add(source);
                }
            }
        }
        Deque<SourceFile> open = new ArrayDeque<>(touched);
        while (!open.isEmpty()) {
            for (SourceFile heir : heirs.getOrDefault(open.pop().simpleName(), Set.of())) {
                if (touched.add(heir)) {
                    open.push(heir);
                }
            }
        }
    }
}
