package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.evidence.Behaviours.Effect;
import io.github.incidentadvisor.evidence.Behaviours.Measured;
import io.github.incidentadvisor.evidence.linkage.runtime.Upgrade.PluginStep;
import io.github.incidentadvisor.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plugins whose new version wants a newer Maven than the wrapper pins, or a newer Java than the module is compiled for. */
final class PluginRequirements implements Contract {
    @Override
    public List<Behaviour> broken(Upgrade upgrade) {
        List<Behaviour> broken = new ArrayList<>();
        for (PluginStep step : upgrade.plugins()) {
            Optional<PluginDescriptor> old = PluginDescriptor.of(step.before(), upgrade.gaps());
            Optional<PluginDescriptor> now = PluginDescriptor.of(step.after(), upgrade.gaps());
            if (old.isPresent() && now.isPresent() && step.place().isKnown()) {
                maven(step, old.get(), now.get()).ifPresent(broken::add);
                java(step, old.get(), now.get()).ifPresent(broken::add);
            }
        }
        return broken;
    }

    private static Optional<Behaviour> maven(PluginStep step, PluginDescriptor old, PluginDescriptor now) {
        String wrapper = step.wrapper();
        boolean tooOld = !wrapper.isEmpty()
                && !now.requiredMaven().isEmpty()
                && isLess(wrapper, now.requiredMaven())
                && !(isLess(wrapper, old.requiredMaven()));
        return tooOld
                ? Optional.of(behaviour(
                        step,
                        Effect.FAILS_BUILD,
                        "Maven",
                        step.after().name() + " needs Maven " + now.requiredMaven() + "; the wrapper pins " + wrapper,
                        "requiredMavenVersion " + now.requiredMaven(),
                        "update the wrapper to Maven " + now.requiredMaven() + " or newer first"))
                : Optional.empty();
    }

    private static Optional<Behaviour> java(PluginStep step, PluginDescriptor old, PluginDescriptor now) {
        String release = String.valueOf(step.release());
        boolean newer = step.release() > 0
                && !now.requiredJava().isEmpty()
                && isLess(release, plain(now.requiredJava()))
                && !isLess(release, plain(old.requiredJava()));
        return newer
                ? Optional.of(behaviour(
                        step,
                        Effect.MAY_DIFFER,
                        "Java",
                        step.after().name() + " runs on Java " + now.requiredJava()
                                + " or newer; this module is compiled for " + release
                                + ", so the build may run on an older one",
                        "requiredJavaVersion " + now.requiredJava(),
                        "build with a JDK " + now.requiredJava() + " or newer"))
                : Optional.empty();
    }

    private static String plain(String java) {
        return java.startsWith("1.") ? java.substring(2) : java;
    }

    /** By numbers; what is no plain version is not less than anything. */
    private static boolean isLess(String a, String b) {
        if (!a.matches("\\d{1,4}(\\.\\d{1,6}){0,3}.*") || !b.matches("\\d{1,4}(\\.\\d{1,6}){0,3}")) {
            return false;
        }
        String[] left = a.replaceFirst("[^\\d.].*", "").split("\\.");
        String[] right = b.split("\\.");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = Integer.compare(number(left, i), number(right, i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static int number(String[] parts, int i) {
        return i < parts.length && !parts[i].isEmpty() ? Integer.parseInt(parts[i]) : 0;
    }

    private static Behaviour behaviour(
            PluginStep step, Effect effect, String name, String message, String quote, String instead) {
        return new Behaviour(
                step.module(),
                effect,
                step.place(),
                name,
                Reference.NONE,
                step.before().coordinates(),
                message,
                new Measured(step.after().name() + ", " + PluginDescriptor.FILE, quote),
                instead,
                false);
    }
}
