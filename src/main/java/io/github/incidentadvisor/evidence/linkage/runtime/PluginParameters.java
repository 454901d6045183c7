package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.evidence.Behaviours.Effect;
import io.github.incidentadvisor.evidence.Behaviours.Measured;
import io.github.incidentadvisor.evidence.linkage.runtime.PluginDescriptor.Parameter;
import io.github.incidentadvisor.evidence.linkage.runtime.PluginUses.Configured;
import io.github.incidentadvisor.evidence.linkage.runtime.PluginUses.Goal;
import io.github.incidentadvisor.evidence.linkage.runtime.PluginUses.Use;
import io.github.incidentadvisor.evidence.linkage.runtime.Upgrade.PluginStep;
import io.github.incidentadvisor.git.Tree.Entry;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Goals and parameters that POMs of the tree use and that the plugin's new descriptor does not have. Maven stops at a goal that
 * is not there; a parameter that is not there it passes over, and one that it may not set it warns of or refuses.
 */
final class PluginParameters implements Contract {
    private static final Pattern INSTRUCTION = Pattern.compile(
            "(please )?(use|replace|set|configure|remove|see|switch|move|migrate|specify|rename) ",
            Pattern.CASE_INSENSITIVE);

    /** Elements of HTML that stand in Javadoc; what else stands in angle brackets is a parameter. */
    private static final Pattern HTML = Pattern.compile(
            "</?(a|b|big|blockquote|br|center|cite|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|kbd|li|ol|p|pre|q|s|samp|small|span"
                    + "|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|var)(\\s[^>]*|/)?>",
            Pattern.CASE_INSENSITIVE);

    /** A plugin in one POM's view. */
    private record Compared(PluginStep step, PluginDescriptor old, PluginDescriptor now) {}

    @Override
    public List<Behaviour> broken(Upgrade upgrade) {
        Map<String, List<Compared>> byPlugin = new TreeMap<>();
        for (PluginStep step : upgrade.plugins()) {
            Optional<PluginDescriptor> old = PluginDescriptor.of(step.before(), upgrade.gaps());
            Optional<PluginDescriptor> now = PluginDescriptor.of(step.after(), upgrade.gaps());
            if (old.isPresent() && now.isPresent()) {
                byPlugin.computeIfAbsent(step.after().coordinates().artifact().ga(), ga -> new ArrayList<>())
                        .add(new Compared(step, old.get(), now.get()));
            }
        }
        if (byPlugin.isEmpty()) {
            return List.of();
        }
        List<Behaviour> broken = new ArrayList<>();
        for (Entry pom : upgrade.project().poms()) {
            upgrade.project().text(pom).map(text -> PluginUses.of(pom.path(), text, upgrade.gaps())).stream()
                    .flatMap(List::stream)
                    .forEach(use -> compared(use, byPlugin).ifPresent(step -> check(use, step, broken)));
        }
        return broken;
    }

    /** The step of the POM's own module, or of the first below it. */
    private static Optional<Compared> compared(Use use, Map<String, List<Compared>> byPlugin) {
        List<Compared> steps = byPlugin.getOrDefault(use.ga(), List.of());
        String pom = use.place().file();
        return steps.stream()
                .filter(one -> one.step().module().equals(pom))
                .findFirst()
                .or(() -> steps.stream()
                        .filter(one -> one.step().module().startsWith(Project.folder(pom)))
                        .findFirst());
    }

    private static void check(Use use, Compared compared, List<Behaviour> broken) {
        for (Goal goal : use.goals()) {
            goal(goal, compared).ifPresent(broken::add);
        }
        for (Configured configured : use.configured()) {
            parameter(configured, compared).ifPresent(broken::add);
        }
    }

    private static Optional<Behaviour> goal(Goal goal, Compared compared) {
        var was = compared.old().goals().get(goal.name());
        if (was == null) {
            return Optional.empty();
        }
        var is = compared.now().goals().get(goal.name());
        String now = compared.step().after().name();
        if (is == null) {
            return Optional.of(behaviour(
                    compared,
                    Effect.FAILS_BUILD,
                    goal.place(),
                    goal.name(),
                    "binds the goal " + goal.name() + ", which " + now + " does not have",
                    "goals: " + String.join(", ", compared.now().goals().keySet()),
                    ""));
        }
        return is.parameters().values().stream()
                .filter(parameter -> isNewlyRequired(parameter, was.parameters().get(parameter.name())))
                .filter(parameter -> !goal.parameters().contains(parameter.name()))
                .findFirst()
                .map(parameter -> behaviour(
                        compared,
                        Effect.MAY_DIFFER,
                        goal.place(),
                        goal.name() + "/" + parameter.name(),
                        "binds the goal " + goal.name() + ", for which " + now + " requires <" + parameter.name() + ">",
                        "parameter " + parameter.name() + " of " + goal.name() + ": required, without a default",
                        "configure <" + parameter.name() + ">"));
    }

    private static boolean isNewlyRequired(Parameter is, Parameter was) {
        return is.required() && is.editable() && !is.given() && (was == null || !was.required() || was.given());
    }

    private static Optional<Behaviour> parameter(Configured configured, Compared compared) {
        String name = configured.parameter();
        Set<String> goals = configured.goals();
        Optional<Parameter> was = compared.old().parameter(name, goals);
        Optional<Parameter> is = compared.now().parameter(name, goals);
        String now = compared.step().after().name();
        if (was.isEmpty()) {
            return Optional.empty();
        }
        String quote = "parameter " + name + " of "
                + (goals.isEmpty() ? "any goal" : String.join(", ", goals))
                + ": in the descriptor of "
                + compared.step().before().coordinates().version();
        if (is.isEmpty()) {
            String why = was.get().deprecated();
            return Optional.of(behaviour(
                    compared,
                    Effect.MAY_DIFFER,
                    configured.place(),
                    name,
                    "configures <" + name + ">, which " + now + " does not have; Maven passes over it",
                    quote + (why.isEmpty() ? "" : ", deprecated there: " + why) + "; in none now",
                    instead(name, why)));
        }
        if (was.get().editable() && !is.get().editable()) {
            return Optional.of(behaviour(
                    compared,
                    Effect.MAY_DIFFER,
                    configured.place(),
                    name,
                    "configures <" + name + ">, which " + now + " does not let a POM set",
                    quote + "; read-only now",
                    "remove <" + name + ">"));
        }
        if (was.get().deprecated().isEmpty() && !is.get().deprecated().isEmpty()) {
            return Optional.of(behaviour(
                    compared,
                    Effect.DEPRECATED,
                    configured.place(),
                    name,
                    "configures <" + name + ">, which " + now + " deprecates",
                    "parameter " + name + ": " + is.get().deprecated(),
                    instead(name, is.get().deprecated())));
        }
        return Optional.empty();
    }

    /** What to do; what a plugin says of a deprecation often is no instruction. */
    private static String instead(String parameter, String why) {
        String said = oneLine(why);
        return INSTRUCTION.matcher(said).lookingAt()
                ? said
                : "remove <" + parameter + "> or find what took its place"
                        + (said.isEmpty() ? "" : "; the plugin said of it: " + said);
    }

    private static String oneLine(String text) {
        String plain = HTML.matcher(text)
                .replaceAll("")
                .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }

    private static Behaviour behaviour(
            Compared compared, Effect effect, Place place, String name, String message, String quote, String instead) {
        return new Behaviour(
                compared.step().module(),
                effect,
                place,
                name,
                Reference.NONE,
                compared.step().before().coordinates(),
                message,
                new Measured(
                        compared.step().before().coordinates() + " and "
                                + compared.step().after().coordinates().version() + ", " + PluginDescriptor.FILE,
                        quote),
                instead,
                false);
    }
}
