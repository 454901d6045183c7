package io.github.incidentadvisor.evidence.lifecycle;

import io.github.incidentadvisor.model.Component.Image;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which products a container image is and brings, by its name and tag: {@code maven:3.9-eclipse-temurin-17-noble} is Maven 3.9,
 * Temurin 17 and Ubuntu 24.04. Exact names in {@code images.tsv}; an image that does not stand there brings nothing that we know.
 */
final class ImageProducts {
    private static final int COLUMNS = 5;
    private static final String NO_PRODUCT = "-";
    private static final String NOTHING_ELSE = "-";
    /** No tag is longer. */
    private static final int LONGEST = 128;

    /** Where official images are kept under another name: pull-through caches and mirrors keep the path. */
    private static final Pattern MIRROR = Pattern.compile("(?:.*/)?(?:docker\\.io|docker-hub|dockerhub|docker)/(.+)");

    /** The version that a tag begins with; commits and days are none. */
    private static final Pattern LEADING = Pattern.compile(
            "(?:v|release-|version-)?(\\d{1,6}(?:\\.\\d{1,9}){0,4}(?:_\\d{1,4})?)(?:u\\d+)?(?![\\da-z]*\\d[a-z]).*");

    private final Map<String, List<Rule>> exact = new HashMap<>();
    private final List<Rule> open = new ArrayList<>();

    private record Rule(String product, String name, Optional<Pattern> expression, String template, String jdk) {
        boolean isOpenFor(String repository) {
            return repository.startsWith(name);
        }

        Optional<ProductAt> of(String repository, String tag) {
            Matcher matcher =
                    expression.map(e -> e.matcher(repository + ":" + tag)).orElseGet(() -> LEADING.matcher(tag));
            boolean holds =
                    !product.equals(NO_PRODUCT) && (expression.isPresent() ? matcher.find() : matcher.matches());
            return holds
                    ? Optional.of(new ProductAt(
                            product,
                            new Version(
                                    template.isEmpty() ? matcher.group(1) : template.replace("{}", matcher.group(1)))))
                    : Optional.empty();
        }
    }

    private ImageProducts(List<String[]> rows) {
        for (String[] row : rows) {
            Optional<Pattern> expression =
                    Optional.of(row[2]).filter(e -> !e.isEmpty()).map(Pattern::compile);
            for (String name : row[1].split(" ")) {
                boolean isOpen = name.endsWith("*");
                String prefix = isOpen ? name.substring(0, name.length() - 1) : name;
                Rule rule = new Rule(row[0], prefix, expression, row[3], row[4]);
                if (isOpen) {
                    open.add(rule);
                } else {
                    exact.computeIfAbsent(prefix, n -> new ArrayList<>()).add(rule);
                }
            }
        }
    }

    /** The rules that ship with this jar. */
    static ImageProducts bundled() {
        return new ImageProducts(Tables.rows("images.tsv", COLUMNS));
    }

    /**
     * What it is, then what it brings; each product once.
     *
     * @param version tag and digest; a digest says no version
     */
    List<ProductAt> of(Image image, Version version) {
        String repository = canonical(image);
        String tag = version.unpinned().text();
        if (tag.length() > LONGEST) {
            return List.of();
        }
        List<Rule> rules = new ArrayList<>(exact.getOrDefault(repository, List.of()));
        open.stream()
                .filter(rule -> rule.isOpenFor(repository))
                .sorted(Comparator.comparing((Rule rule) -> -rule.name().length()))
                .forEach(rules::add);
        Map<String, ProductAt> products = new LinkedHashMap<>();
        rules.stream()
                .map(rule -> rule.of(repository, tag))
                .flatMap(Optional::stream)
                .forEach(at -> products.putIfAbsent(at.product(), at));
        rules.stream()
                .filter(rule -> !rule.jdk().equals(NOTHING_ELSE))
                .flatMap(rule -> ImageTag.brought(tag, rule.jdk()).stream())
                .forEach(at -> products.putIfAbsent(at.product(), at));
        return List.copyOf(products.values());
    }

    /** As the table has it: what mirrors keep of Docker Hub by its name there. */
    private static String canonical(Image image) {
        String name = image.name();
        Matcher mirror = MIRROR.matcher(name);
        String path = image.registry().isEmpty() ? name : mirror.matches() ? mirror.group(1) : name;
        String plain = path.startsWith("mirror.gcr.io/") ? path.substring("mirror.gcr.io/".length()) : path;
        return plain.startsWith("library/") ? plain.substring("library/".length()) : plain;
    }
}
