package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.lifecycle.Jdks;
import io.github.incidentadvisor.model.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One Java version has other names elsewhere: {@code 21} of a JDK is {@code java21} of a function's runtime. */
final class JavaLine {
    private static final Pattern NAME = Pattern.compile("(?:java)?(?:1\\.)?(\\d{1,3})(?:\\D.*)?");

    private JavaLine() {}

    /** The line of {@code product} that is the Java that {@code target} names; empty when either is about something else. */
    static Optional<Cycle> of(Product product, Optional<Cycle> now, Version target) {
        boolean jdk = Jdks.PRODUCTS.contains(product.id());
        boolean function = now.filter(cycle -> cycle.name().startsWith("java")).isPresent();
        boolean java = target.text().matches("(?:java)?\\d{1,3}(?:\\.al2)?");
        if (!jdk && !function || !java) {
            return Optional.empty();
        }
        int level = level(target.text());
        return product.cycles().stream()
                .filter(cycle -> jdk || cycle.name().startsWith("java"))
                .filter(cycle -> level(cycle.name()) == level)
                .findFirst();
    }

    /** The Java version in a text, {@code 1.8} and {@code java8.al2} being 8; 0 when there is none. */
    static int level(String text) {
        Matcher name = NAME.matcher(text);
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }
}
