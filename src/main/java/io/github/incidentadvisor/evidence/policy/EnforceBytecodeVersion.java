package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * No class of a dependency may be compiled for a newer Java than is allowed (class-file version, JVMS 4.1):
 * {@code EnforceBytecodeVersion} of extra-enforcer-rules.
 */
final class EnforceBytecodeVersion implements PolicyRule {
    static final String NAME = "enforceBytecodeVersion";

    private static final int ENTRIES = 400_000;
    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d+)/.*");

    /** @param minor matters for no class that a compiler of the last twenty years wrote */
    private record Limit(int major, int minor, boolean strict, Predicate<String> ignored) {}

    @Override
    public List<Violation> judge(Facts facts) {
        List<Violation> violations = new ArrayList<>();
        for (Check check : facts.checks(NAME)) {
            Optional<Limit> limit = limit(check.configuration());
            if (limit.isEmpty()) {
                facts.gap(NAME + " in " + check.module(), "its limit is no version of Java that is known");
                continue;
            }
            Map<Coordinates, Wish> resolved = Resolved.of(check, facts);
            Set<Coordinates> settled = facts.settled(check);
            List<Coordinates> fresh = resolved.keySet().stream()
                    .filter(one -> !settled.contains(one))
                    .filter(one -> facts.own(one.artifact().ga()).isEmpty())
                    .toList();
            facts.artifacts().files(fresh).forEach((one, jar) -> tooNew(jar, limit.get(), facts)
                    .ifPresent(where -> violations.add(violation(check, one, resolved.get(one), where, limit.get()))));
        }
        return violations;
    }

    private static Optional<Limit> limit(Configuration rule) {
        boolean strict = rule.flag("strict", false);
        List<String> ignored = new ArrayList<>(rule.list("ignoreClasses"));
        int minor = number(rule.text("maxJavaMinorVersionNumber")).orElse(0);
        String jdk = rule.text("maxJdkVersion");
        Optional<Integer> major = jdk.isEmpty()
                ? number(rule.text("maxJavaMajorVersionNumber"))
                : number(jdk.replaceFirst("^1\\.", "")).map(level -> level + 44);
        if (major.isPresent() && !jdk.isEmpty() && !strict && major.get() < 53) {
            ignored.add("module-info");
        }
        return major.map(most -> new Limit(most, minor, strict, ClassPattern.any(ignored)));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,3}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<String> tooNew(Path jar, Limit limit, Facts facts) {
        if (!jar.toString().endsWith(".jar")) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.size() > ENTRIES) {
                throw new IOException("it has more than " + ENTRIES + " entries");
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".class") && !limit.ignored().test(entry.getName())) {
                    Optional<String> found = tooNew(zip, entry, limit);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            facts.gap("the class files of " + jar.getFileName(), String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    /** What a multi-release jar has for newer Javas is fine, unless the rule is strict. */
    private static Optional<String> tooNew(ZipFile zip, ZipEntry entry, Limit limit) throws IOException {
        byte[] head;
        try (InputStream content = zip.getInputStream(entry)) {
            head = content.readNBytes(8);
        }
        if (head.length < 8) {
            throw new IOException(entry.getName() + " is no class file");
        }
        int minor = (head[4] & 0xff) << 8 | head[5] & 0xff;
        int major = (head[6] & 0xff) << 8 | head[7] & 0xff;
        Matcher versioned = VERSIONED.matcher(entry.getName());
        boolean over = major > limit.major() || major == limit.major() && minor > limit.minor();
        return over && (limit.strict() || !versioned.matches())
                ? Optional.of(entry.getName() + " is compiled for Java " + (major - 44))
                : Optional.empty();
    }

    private static Violation violation(Check check, Coordinates one, Wish wish, String where, Limit limit) {
        return Violations.of(
                check,
                List.of(one.artifact().ga()),
                Wish.suspects(List.of(wish)),
                one + ", which " + wish.who() + " brings, has classes for a newer Java than the " + (limit.major() - 44)
                        + " that is allowed",
                "stay with a release of " + one.artifact().ga() + " for Java " + (limit.major() - 44)
                        + ", or raise the rule's maxJdkVersion",
                one + ": " + where + "; the limit is Java " + (limit.major() - 44));
    }
}
