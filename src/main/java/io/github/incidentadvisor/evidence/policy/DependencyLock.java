package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.inventory.Asked;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.Configuration;
import io.github.incidentadvisor.inventory.Policies.LockFile;
import io.github.incidentadvisor.inventory.Policies.Locked;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is resolved must be what the lock file says: the {@code check} goal of dependency-lock-maven-plugin, whose comparison is
 * that of versions, scopes, what is missing and what is there besides. Checksums are not compared.
 */
final class DependencyLock implements PolicyRule {
    static final String NAME = "dependencyLock";

    @Override
    public List<Violation> judge(Facts facts) {
        List<Violation> violations = new ArrayList<>();
        for (Check check : facts.checks(NAME)) {
            LockFile lock = facts.policies().locks().get(check);
            if (lock == null || !lock.problem().isEmpty()) {
                facts.gap(
                        "the lock file of " + check.module(),
                        lock == null ? "it was not read" : lock.path() + ": " + lock.problem());
                continue;
            }
            Map<Artifact, Wish> resolved = new LinkedHashMap<>();
            for (Wish wish : facts.wishes(check)) {
                if (wish.asked().depth() > 0 && wish.asked().wins()) {
                    resolved.putIfAbsent(wish.asked().artifact(), wish);
                }
            }
            Version own = new Version(facts.module(check.module()).version());
            compare(check, lock, resolved, own, violations);
        }
        return violations;
    }

    private static void compare(
            Check check, LockFile lock, Map<Artifact, Wish> resolved, Version own, List<Violation> violations) {
        Map<Artifact, Locked> locked = new HashMap<>();
        lock.entries().forEach(entry -> locked.putIfAbsent(entry.artifact(), entry));
        for (Locked entry : lock.entries()) {
            Wish wish = resolved.get(entry.artifact());
            if (wish == null) {
                if (!setting(check, asked(entry), "allowMissing", "").equals("true")) {
                    violations.add(violation(
                            check,
                            lock,
                            entry.artifact(),
                            List.of(),
                            locks(entry) + ", but it is gone",
                            entry.place()));
                }
            } else if (!agree(check, entry, wish.asked(), own)) {
                String found = wish.asked().version()
                        + (isScopeAlone(entry, wish) ? " " + wish.asked().scope() : "");
                violations.add(violation(
                        check,
                        lock,
                        entry.artifact(),
                        wish.path(),
                        locks(entry) + ", but " + found + " is resolved",
                        entry.place()));
            }
        }
        resolved.forEach((artifact, wish) -> {
            boolean extra = setting(check, wish.asked(), "allowExtraneous", "")
                    .concat(setting(check, wish.asked(), "allowSuperfluous", ""))
                    .contains("true");
            if (!locked.containsKey(artifact) && !extra) {
                violations.add(violation(
                        check,
                        lock,
                        artifact,
                        wish.path(),
                        lock.path() + " has no " + artifact.ga() + ", which " + wish.who() + " brings",
                        Place.NONE));
            }
        });
    }

    private static boolean isScopeAlone(Locked entry, Wish wish) {
        return entry.version().equals(wish.asked().version());
    }

    private static String locks(Locked entry) {
        return entry.place().file() + " locks " + entry.artifact().ga() + " to " + entry.version()
                + (entry.scope().isEmpty() || entry.scope().equals("compile") ? "" : " " + entry.scope());
    }

    private static boolean agree(Check check, Locked entry, Asked found, Version own) {
        boolean scope = entry.scope().isEmpty() || entry.scope().equals(found.scope());
        String how = setting(check, found, "version", "check");
        if (how.equals("ignore") || entry.version().text().equals("ignored")) {
            return scope;
        }
        boolean mine = how.equals("use-project-version")
                || entry.version().text().equals("${project.version}")
                || usesMine(check.configuration(), found);
        if (how.equals("snapshot")) {
            return scope && timeless(entry.version()).equals(timeless(found.version()));
        }
        Version wanted = mine ? own : entry.version();
        return scope
                && (wanted.equals(found.version())
                        || timeless(wanted).equals(found.version().text()));
    }

    /** A snapshot's timestamp is not known before it is downloaded. */
    private static String timeless(Version version) {
        return version.text().replaceFirst("-\\d{8}\\.\\d{6}-\\d+$", "-SNAPSHOT");
    }

    /** Two spellings of earlier releases. */
    private static boolean usesMine(Configuration configuration, Asked found) {
        Optional<Configuration> set = configuration.child("useMyVersionForDependencySet");
        return StrictPattern.anyMatches(configuration.list("useMyVersionFor"), found)
                || set.isPresent()
                        && StrictPattern.anyMatches(set.get().list("includes"), found)
                        && !StrictPattern.anyMatches(set.get().list("excludes"), found);
    }

    /** What the last of the dependency sets that an artifact is in says. */
    private static String setting(Check check, Asked found, String name, String otherwise) {
        String value = otherwise;
        for (Configuration set : check.configuration()
                .child("dependencySets")
                .map(Configuration::children)
                .orElse(List.of())) {
            boolean meant = StrictPattern.anyMatches(set.list("includes"), found)
                    && !StrictPattern.anyMatches(set.list("excludes"), found);
            if (meant && !set.text(name).isEmpty()) {
                value = set.text(name);
            }
        }
        return value;
    }

    private static Asked asked(Locked entry) {
        return new Asked(1, entry.artifact(), entry.version(), entry.version(), entry.scope(), false, true);
    }

    private static Violation violation(
            Check check, LockFile lock, Artifact artifact, List<Artifact> suspects, String reason, Place at) {
        List<Artifact> all = new ArrayList<>(suspects);
        all.add(artifact);
        return Violations.at(
                at,
                check,
                List.of(artifact.ga()),
                all,
                reason,
                "write " + lock.path() + " anew with the plugin's lock goal, or take the change back",
                reason);
    }
}
