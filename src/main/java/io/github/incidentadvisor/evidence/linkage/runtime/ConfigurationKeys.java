package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.evidence.Behaviours.Effect;
import io.github.incidentadvisor.evidence.Behaviours.Measured;
import io.github.incidentadvisor.evidence.linkage.runtime.KeyCatalog.Key;
import io.github.incidentadvisor.evidence.linkage.runtime.KeyFates.End;
import io.github.incidentadvisor.evidence.linkage.runtime.KeyFates.Fate;
import io.github.incidentadvisor.evidence.linkage.runtime.KeyFates.OtherDefault;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Configuration keys that the jars document no more. A key counts only when the old metadata has it; when several modules judge
 * a file, it must be gone from all that knew it.
 */
final class ConfigurationKeys implements Contract {
    private final Map<Passage, KeyFates> fates = new ConcurrentHashMap<>();
    private final Map<Jar, List<Key>> keys = new ConcurrentHashMap<>();

    private enum Use {
        SETS,
        READS
    }

    /** A fate and who judged so. */
    private record Judged(Module module, Passage passage, Fate fate) {}

    @Override
    public List<Behaviour> broken(Upgrade upgrade) {
        upgrade.passages()
                .values()
                .forEach(passage -> fates.computeIfAbsent(
                        passage,
                        p -> new KeyFates(
                                p,
                                jar -> keys.computeIfAbsent(jar, j -> KeyCatalog.keys(j, upgrade.gaps())),
                                upgrade.gaps())));
        if (fates.values().stream().allMatch(KeyFates::isEmpty)) {
            return List.of();
        }
        KeyUses uses = new KeyUses(upgrade.project(), upgrade.gaps());
        List<Behaviour> broken = new ArrayList<>();
        Set<Object> maps = new HashSet<>();
        for (Setting setting : uses.settings()) {
            KeyName key = KeyName.of(setting.key());
            judged(upgrade, setting, f -> f.knew(key), f -> f.of(key))
                    .filter(judged -> isFirst(judged, key, setting, maps))
                    .map(judged -> behaviour(judged, setting, Use.SETS, uses.isReadByProject(key)))
                    .ifPresent(broken::add);
        }
        for (Setting reading : uses.readings()) {
            KeyName key = KeyName.of(reading.key());
            judged(upgrade, reading, f -> f.knew(key), f -> f.of(key))
                    .filter(judged -> judged.fate().end() != End.DEPRECATED)
                    .map(judged -> behaviour(judged, reading, Use.READS, true))
                    .ifPresent(broken::add);
        }
        broken.addAll(variables(upgrade, uses));
        broken.addAll(defaults(upgrade, uses));
        return broken;
    }

    /** What lies in one map or list goes with it, and is told at its first line. */
    private static boolean isFirst(Judged judged, KeyName key, Setting setting, Set<Object> maps) {
        Key was = judged.fate().was();
        return was.key().equals(key) || maps.add(List.of(setting.place().file(), was.name()));
    }

    private List<Behaviour> variables(Upgrade upgrade, KeyUses uses) {
        List<Behaviour> broken = new ArrayList<>();
        for (Setting variable : uses.variables()) {
            String squashed = KeyName.squashed(variable.key());
            judged(upgrade, variable, f -> f.ofVariable(squashed).isPresent(), f -> f.ofVariable(squashed))
                    .map(judged -> behaviour(
                            judged,
                            variable,
                            Use.SETS,
                            uses.isReadByProject(judged.fate().was().key())))
                    .ifPresent(broken::add);
        }
        return broken;
    }

    private Optional<Judged> judged(
            Upgrade upgrade,
            Setting setting,
            Function<KeyFates, Boolean> knew,
            Function<KeyFates, Optional<Fate>> fate) {
        Optional<Judged> first = Optional.empty();
        for (Map.Entry<Module, Passage> judge :
                upgrade.judges(setting.place().file()).entrySet()) {
            KeyFates all = fates.get(judge.getValue());
            if (knew.apply(all)) {
                Optional<Fate> here = fate.apply(all);
                if (here.isEmpty()) {
                    return Optional.empty();
                }
                first = first.or(() -> Optional.of(new Judged(judge.getKey(), judge.getValue(), here.get())));
            }
        }
        return first;
    }

    private static Behaviour behaviour(Judged judged, Setting setting, Use use, boolean readByProject) {
        Fate fate = judged.fate();
        Key was = fate.was();
        boolean moot = use == Use.SETS && isMoot(setting, judged);
        Effect effect = fate.end() == End.DEPRECATED
                ? Effect.DEPRECATED
                : readByProject || moot ? Effect.MAY_DIFFER : Effect.FAILS_RUN;
        return new Behaviour(
                judged.module().file(),
                effect,
                setting.place(),
                setting.key(),
                Reference.NONE,
                was.jar().coordinates(),
                sentence(judged, setting, use, readByProject, moot),
                measured(judged),
                instead(fate, setting),
                fate.landsFirst(),
                isOther(fate, setting) ? "" : fate.replacement());
    }

    /** Whether what would be replaced is written in another way than the metadata has it, as a variable or below a map. */
    private static boolean isOther(Fate fate, Setting setting) {
        return !setting.key().equals(fate.was().name());
    }

    /**
     * A value that was the default, that switched off what nothing replaces, or that was left behind when its jar was taken out:
     * without it all may be as it should.
     */
    private static boolean isMoot(Setting setting, Judged judged) {
        Fate fate = judged.fate();
        boolean usual =
                !setting.value().isEmpty() && setting.value().equals(fate.was().defaultValue());
        boolean off = setting.value().equals("false") && fate.was().key().last().equals("enabled");
        boolean leftBehind = judged.passage().successor(fate.was().jar()).isEmpty();
        return usual || (off || leftBehind) && fate.replacement().isEmpty();
    }

    private static String sentence(Judged judged, Setting setting, Use use, boolean readByProject, boolean moot) {
        String now = judged.passage().newSide(judged.fate().was().jar());
        String verb = use == Use.SETS ? "sets " : "reads ";
        if (judged.fate().end() == End.DEPRECATED) {
            return verb + setting.key() + ", which " + now + " deprecates";
        }
        String what = verb + setting.key() + "; " + now + " does not read that key any more";
        if (use == Use.READS) {
            return what + ", so whoever renames it where it is set must rename it here";
        }
        if (readByProject) {
            return what + "; only your own code does";
        }
        return what + ", so the value has no effect" + (moot ? ", which may be just as well" : "");
    }

    private static Measured measured(Judged judged) {
        Fate fate = judged.fate();
        return fate.says()
                .map(says -> new Measured(source(says.jar()), says.quote()))
                .orElseGet(() -> new Measured(
                        source(fate.was().jar()) + "; absent from that of "
                                + judged.passage()
                                        .successor(fate.was().jar())
                                        .map(Jar::name)
                                        .orElse("every jar now"),
                        fate.was().quote()));
    }

    private static String source(Jar jar) {
        return jar.name() + ", configuration metadata";
    }

    private static String instead(Fate fate, Setting setting) {
        if (!fate.replacement().isEmpty()) {
            boolean variable = setting.key().matches("[A-Z0-9_]+");
            String replacement = variable ? KeyName.variable(fate.replacement()) : fate.replacement();
            String instead = variable ? setting.key() : fate.was().name();
            return "use " + replacement + " instead of " + instead;
        }
        return fate.end() == End.DEPRECATED
                ? ""
                : "remove " + setting.key()
                        + fate.says()
                                .map(Key::reason)
                                .filter(reason -> !reason.isEmpty())
                                .map(reason -> ": " + reason.replaceFirst("\\.$", ""))
                                .orElse("");
    }

    /** Defaults that changed beside what the project sets of the same class; each is told once a module. */
    private List<Behaviour> defaults(Upgrade upgrade, KeyUses uses) {
        Set<String> set = new HashSet<>();
        uses.settings().forEach(setting -> set.add(KeyName.of(setting.key()).squashed()));
        uses.variables().forEach(variable -> set.add(KeyName.squashed(variable.key())));
        Set<Object> told = new HashSet<>();
        List<Behaviour> differ = new ArrayList<>();
        for (Setting setting : uses.settings()) {
            KeyName key = KeyName.of(setting.key());
            if (!Project.isConfiguration(setting.place().file())
                    || setting.place().file().contains("src/test/")) {
                continue;
            }
            upgrade.judges(setting.place().file()).forEach((module, passage) -> {
                for (OtherDefault other : fates.get(passage).otherDefaults()) {
                    boolean beside = fates.get(passage).isBeside(key, other.was())
                            && !set.contains(other.was().key().squashed());
                    if (beside && told.add(List.of(module.file(), other.was().name()))) {
                        differ.add(otherDefault(module, setting, other));
                    }
                }
            });
        }
        return differ;
    }

    private static Behaviour otherDefault(Module module, Setting setting, OtherDefault other) {
        String name = other.was().name();
        String before = other.was().defaultValue();
        return new Behaviour(
                module.file(),
                Effect.MAY_DIFFER,
                setting.place(),
                name,
                Reference.NONE,
                other.was().jar().coordinates(),
                name + " is not set beside this; its default was " + before + ", with "
                        + other.is().jar().name() + " it is " + other.is().defaultValue(),
                new Measured(source(other.is().jar()), other.is().quote()),
                "set " + name + "=" + before + " to keep what you have",
                true);
    }
}
