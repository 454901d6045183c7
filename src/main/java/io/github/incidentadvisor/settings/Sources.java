package io.github.incidentadvisor.settings;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Suppression;
import io.github.incidentadvisor.settings.Settings.Layer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings in force, and the suppressions. When there is a base, the base commit's file counts, and of the POM's
 * configuration what decides whom we talk to counts only if the base's POM says the same: a pull request must not be able to
 * point us at its own hosts, or silence what is said of it.
 *
 * @param added suppressions that only the head has: shown, not applied
 */
public record Sources(Settings settings, List<Suppression> suppressions, List<Suppression> added, List<Gap> gaps) {
    public Sources {
        suppressions = List.copyOf(suppressions);
        added = List.copyOf(added);
        gaps = List.copyOf(gaps);
    }

    private static final Set<Setting> OF_OTHERS = EnumSet.of(Setting.PRIVATE_GROUPS, Setting.KUBERNETES_VERSION);

    /**
     * @param commandLine what the user passed with {@code -D}
     * @param pom what the live plugin configuration or the project's properties hold
     */
    public static Sources inForce(
            Map<Setting, String> commandLine, Map<Setting, String> pom, Optional<Tree> base, Tree head) {
        SettingsFile ofHead = SettingsFile.of(head);
        SettingsFile file = base.map(SettingsFile::of).orElse(ofHead);
        List<Gap> gaps = new ArrayList<>(file.gaps());
        List<Suppression> added = new ArrayList<>();
        if (base.isPresent()) {
            for (Suppression suppression : ofHead.suppressions()) {
                boolean known = file.suppressions().stream()
                        .anyMatch(old -> old.target().equals(suppression.target())
                                && !old.until().isBefore(suppression.until()));
                if (!known) {
                    added.add(suppression);
                }
            }
            if (!ofHead.values().equals(file.values())) {
                gaps.add(Gap.of(
                        SettingsFile.PATH, "the change edits settings; they count once they are in the base commit"));
            }
        }
        Map<Setting, String> configuration = new EnumMap<>(Setting.class);
        Map<Setting, String> confirmed = base.map(Sources::rootPom).orElse(pom);
        pom.forEach((setting, value) -> {
            boolean said = commandLine.containsKey(setting)
                    || !setting.isTrusted()
                    || value.equals(confirmed.getOrDefault(setting, ""));
            if (said) {
                configuration.put(setting, value);
            } else {
                gaps.add(Gap.of(
                        setting.key() + " of pom.xml",
                        "not used: the base commit's root POM does not say the same; pass -D" + Setting.PREFIX
                                + setting.key() + "=… if you mean it"));
            }
        });
        privateGroups(pom, confirmed).ifPresent(groups -> configuration.put(Setting.PRIVATE_GROUPS, groups));
        Settings settings = Settings.of(List.of(
                        new Layer("the command line", commandLine),
                        new Layer("pom.xml", configuration),
                        new Layer(SettingsFile.PATH, file.values())))
                .checked();
        return new Sources(settings, file.suppressions(), added, gaps);
    }

    /**
     * For somebody else's repository: its file may say what it keeps to itself, which Kubernetes it runs and what is not to be
     * shown; everything else is for whoever asks.
     */
    public static Sources ofOthers(Map<Setting, String> commandLine, Map<Setting, String> pom, Tree head) {
        SettingsFile file = SettingsFile.of(head);
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        List<Gap> gaps = new ArrayList<>(file.gaps());
        file.values().forEach((setting, value) -> {
            if (OF_OTHERS.contains(setting)) {
                values.put(setting, value);
            } else {
                gaps.add(Gap.of(
                        setting.key() + " of " + SettingsFile.PATH, "counts only when the repository checks itself"));
            }
        });
        Map<Setting, String> asked = new EnumMap<>(Setting.class);
        asked.putAll(commandLine);
        privateGroups(commandLine, file.values()).ifPresent(groups -> asked.put(Setting.PRIVATE_GROUPS, groups));
        Settings settings = Settings.of(List.of(
                        new Layer("the command line", asked),
                        new Layer("pom.xml", pom),
                        new Layer(SettingsFile.PATH, values)))
                .checked();
        return new Sources(settings, file.suppressions(), List.of(), gaps);
    }

    /** What either side keeps to itself: a pull request may add to it and not take from it. */
    private static Optional<String> privateGroups(Map<Setting, String> pom, Map<Setting, String> confirmed) {
        String both = Stream.of(pom, confirmed)
                .map(values -> values.getOrDefault(Setting.PRIVATE_GROUPS, "").strip())
                .filter(value -> !value.isEmpty())
                .distinct()
                .collect(Collectors.joining(","));
        return Optional.of(both).filter(groups -> !groups.isEmpty());
    }

    private static Map<Setting, String> rootPom(Tree base) {
        return base.find("pom.xml")
                .filter(entry -> entry.size() < (4 << 20))
                .map(entry -> PomConfiguration.of(base.read(entry)))
                .orElse(Map.of());
    }
}
