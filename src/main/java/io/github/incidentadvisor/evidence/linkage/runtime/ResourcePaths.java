package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.evidence.Behaviours.Effect;
import io.github.incidentadvisor.evidence.Behaviours.Measured;
import io.github.incidentadvisor.evidence.linkage.runtime.JavaFile.Literal;
import io.github.incidentadvisor.git.Tree.Entry;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of jars that the project names by path: {@code getResource}, {@code classpath:}, and what web pages take from
 * {@code META-INF/resources} (Servlet 3.0, 4.6), webjars above all.
 */
final class ResourcePaths implements Contract {
    private static final String SERVED = "META-INF/resources/";
    private static final Pattern CLASSPATH = Pattern.compile("classpath\\*?:/?([\\w.$@+/-]{3,300})");
    private static final Pattern LINK =
            Pattern.compile("(?<![\\w.])/?((?:[\\w.@+-]{1,80}/){1,12}[\\w.@+-]{1,80}\\.\\w{1,8})");
    private static final Pattern PAGE = Pattern.compile(".*\\.(?:html?|xhtml|jspx?|ftlh?|vm|mustache|hbs|css|js|ts)");
    private static final Set<String> OPENING =
            Set.of("getResource", "getResourceAsStream", "getResources", "ClassPathResource", "getSystemResource");

    @Override
    public List<Behaviour> broken(Upgrade upgrade) {
        if (upgrade.left().isEmpty()) {
            return List.of();
        }
        Finding finding = new Finding(upgrade, new ArrayList<>(), new HashSet<>());
        Project project = upgrade.project();
        project.sources().forEach(file -> file.literals().forEach(literal -> literal(file, literal, finding)));
        for (Entry entry : project.files(path -> Project.isConfiguration(path)
                || path.endsWith(".xml")
                        && !path.endsWith("pom.xml")
                        && project.resourcePath(path).isPresent())) {
            project.text(entry)
                    .filter(text -> text.contains("classpath"))
                    .ifPresent(text -> lines(entry, text, CLASSPATH, "", finding));
        }
        Set<String> folders = served(upgrade);
        if (!folders.isEmpty()) {
            for (Entry entry : project.deployed(path -> PAGE.matcher(path).matches())) {
                Optional<String> text =
                        project.text(entry).filter(page -> folders.stream().anyMatch(page::contains));
                text.ifPresent(page -> lines(entry, page, LINK, SERVED, finding));
            }
        }
        return finding.found();
    }

    /** First folders below what jars serve, {@code webjars/} among them. */
    private static Set<String> served(Upgrade upgrade) {
        Set<String> folders = new HashSet<>();
        for (String entry : upgrade.left()) {
            int slash = entry.startsWith(SERVED) ? entry.indexOf('/', SERVED.length()) : -1;
            if (slash > 0) {
                folders.add(entry.substring(SERVED.length(), slash + 1));
            }
        }
        return folders;
    }

    private static boolean isResource(String entry) {
        return !entry.endsWith(".class") && !entry.startsWith("META-INF/maven/") && !entry.endsWith("MANIFEST.MF");
    }

    private static void literal(JavaFile file, Literal literal, Finding finding) {
        String value = literal.value();
        Matcher classpath = CLASSPATH.matcher(value);
        if (!literal.whole() || value.length() > 2_000 || value.contains("*") && !value.startsWith("classpath*:")) {
            return;
        }
        if (classpath.matches()) {
            finding.path(classpath.group(1), literal.place(), classpath.group(1));
        } else if (OPENING.contains(literal.call().name()) && literal.position() == 0 && value.length() > 2) {
            boolean absolute = value.startsWith("/");
            String path = absolute ? value.substring(1) : value;
            finding.path(path, literal.place(), path);
            if (!absolute) {
                // Class.getResource begins at the class's package, ClassLoader.getResource at the root: either may be
                // meant.
                finding.path(file.packageName().replace('.', '/') + "/" + path, literal.place(), path);
            }
        }
    }

    private static void lines(Entry entry, String text, Pattern pattern, String prefix, Finding finding) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            // Minified scripts have lines that name nothing of this kind and cost much.
            if (lines.get(i).length() <= 5_000) {
                Matcher matcher = pattern.matcher(lines.get(i));
                while (matcher.find()) {
                    finding.path(prefix + matcher.group(1), new Place(entry.path(), i + 1), matcher.group(1));
                }
            }
        }
    }

    private record Finding(Upgrade upgrade, List<Behaviour> found, Set<Object> told) {
        void path(String entry, Place place, String shown) {
            if (!isResource(entry) || upgrade.project().ownsResource(entry)) {
                return;
            }
            boolean exact = upgrade.left().contains(entry);
            if (!exact && !entry.startsWith(SERVED)) {
                return;
            }
            upgrade.judges(place.file())
                    .forEach((module, passage) -> (exact ? passage.loserOf(entry) : Webjars.loserOf(entry, passage))
                            .filter(old -> told.add(List.of(module.file(), place, entry)))
                            .ifPresent(old -> found.add(new Behaviour(
                                    module.file(),
                                    Effect.FAILS_RUN,
                                    place,
                                    shown,
                                    Reference.NONE,
                                    old.coordinates(),
                                    "reads " + shown + "; " + passage.newSide(old) + " has no such file any more",
                                    new Measured(old.name(), entry + "; in no jar now"),
                                    sameName(passage, entry),
                                    false))));
        }

        /** The only file of that name that arrived where the old one was, versions in the path apart. */
        private static String sameName(Passage passage, String entry) {
            String plain = withoutNumbers(entry);
            List<String> same = passage.arrived().stream()
                    .flatMap(jar -> jar.entries().stream())
                    .filter(other -> withoutNumbers(other).equals(plain))
                    .distinct()
                    .toList();
            if (same.size() != 1) {
                return "";
            }
            String path = same.get(0);
            return "read " + (path.startsWith(SERVED) ? path.substring(SERVED.length()) : path) + " instead";
        }

        private static String withoutNumbers(String path) {
            return path.replaceAll("/\\d[\\w.-]*(?=/)", "/#");
        }
    }
}
