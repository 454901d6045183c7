package io.github.incidentadvisor.evidence.lifecycle;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version taken apart into numbers and words: {@code v3.20.1-SNAPSHOT} is 3, 20, 1, snapshot. A cycle holds a version when
 * its parts are the first parts of the version, so that 3.2 never holds 3.20.
 */
record VersionNumbers(List<String> parts) {
    private static final Pattern PART = Pattern.compile("\\d+|[A-Za-z]+");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,199}");
    /** Rebuilds that live by their vendor's dates and not by the project's. */
    private static final Set<String> REBUILDS =
            Set.of("redhat", "cloudera", "cdh", "hdp", "mapr", "amzn", "tuxcare", "herodevs");

    private static final Set<String> KAFKA_REBUILDS = Set.of("ccs", "ce");

    VersionNumbers {
        parts = List.copyOf(parts);
    }

    /** Empty for what is no version: ranges, placeholders, rubbish. */
    static VersionNumbers of(Version version, Product product) {
        List<String> parts = new ArrayList<>();
        if (VERSION.matcher(version.text()).matches()) {
            Matcher part = PART.matcher(version.text());
            while (part.find()) {
                parts.add(part.group().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=\\d)", ""));
            }
        }
        if (parts.size() > 1 && parts.get(0).equals("v") && isNumber(parts.get(1))) {
            parts.remove(0);
        }
        // Java was called 1.8 until it was called 9.
        if (parts.size() > 1 && parts.get(0).equals("1") && Jdks.PRODUCTS.contains(product.id())) {
            parts.remove(0);
        }
        boolean rebuilt = parts.stream()
                .anyMatch(part -> REBUILDS.contains(part)
                        || (product.id().equals("apache-kafka") && KAFKA_REBUILDS.contains(part)));
        return new VersionNumbers(rebuilt ? List.of() : parts);
    }

    /** The most exact cycle that holds this version. */
    Optional<Cycle> cycleOf(Product product) {
        Cycle best = null;
        int depth = 0;
        for (Cycle cycle : product.cycles()) {
            List<String> name = of(new Version(cycle.name()), product).parts();
            if (name.size() > depth && name.size() <= parts.size() && name.equals(parts.subList(0, name.size()))) {
                best = cycle;
                depth = name.size();
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether the first numbers are higher; false where one has none. Words before them are not compared: see {@link #isLike}. */
    boolean isAfter(VersionNumbers other) {
        if (numbers().isEmpty() || other.numbers().isEmpty()) {
            return false;
        }
        return compare(other) > 0;
    }

    /** By the first numbers. */
    int compare(VersionNumbers other) {
        List<String> mine = numbers();
        List<String> its = other.numbers();
        for (int i = 0; i < Math.min(mine.size(), its.size()); i++) {
            int byLength = Integer.compare(mine.get(i).length(), its.get(i).length());
            int byDigits = byLength != 0 ? byLength : mine.get(i).compareTo(its.get(i));
            if (byDigits != 0) {
                return byDigits;
            }
        }
        return Integer.compare(mine.size(), its.size());
    }

    /** Whether the words around the numbers are the same: {@code macos-14} is like {@code macos-15} and not like {@code ubuntu-24.04}. */
    boolean isLike(VersionNumbers other) {
        return leading().equals(other.leading()) && !trailsWord() && !other.trailsWord()
                || words().equals(other.words());
    }

    /** This without what follows its first numbers: a release, whatever it was called. */
    VersionNumbers plain() {
        return new VersionNumbers(parts.subList(0, leading().size() + numbers().size()));
    }

    private List<String> leading() {
        return parts.stream().takeWhile(part -> !isNumber(part)).toList();
    }

    private List<String> words() {
        return parts.stream().filter(part -> !isNumber(part)).toList();
    }

    private boolean trailsWord() {
        return parts.size() > leading().size() + numbers().size();
    }

    private List<String> numbers() {
        return parts.stream()
                .dropWhile(part -> !isNumber(part))
                .takeWhile(VersionNumbers::isNumber)
                .toList();
    }

    private static boolean isNumber(String part) {
        return Character.isDigit(part.charAt(0));
    }
}
