package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** What a POM, with its profiles and its plugin management, binds and configures of plugins. */
final class PluginUses {
    private static final String USUAL_GROUP = "org.apache.maven.plugins";

    private PluginUses() {}

    /**
     * A plugin element.
     *
     * @param place of its artifactId
     */
    record Use(String ga, Place place, List<Goal> goals, List<Configured> configured) {}

    /** @param parameters configured for it, by the plugin or its execution */
    record Goal(String name, Place place, Set<String> parameters) {}

    /** @param goals of the execution that configures it; empty for the plugin as a whole */
    record Configured(String parameter, Place place, Set<String> goals) {}

    static List<Use> of(String path, String text, Gaps gaps) {
        try {
            XmlElement project = XmlElement.parse(text);
            List<Use> uses = new ArrayList<>();
            Stream.concat(
                            Stream.of(project),
                            project.child("profiles").stream().flatMap(profiles -> profiles.all("profile")))
                    .flatMap(part -> part.child("build").stream())
                    .flatMap(build -> Stream.concat(Stream.of(build), build.child("pluginManagement").stream()))
                    .flatMap(build -> build.child("plugins").stream())
                    .flatMap(plugins -> plugins.all("plugin"))
                    .forEach(plugin -> uses.add(use(path, plugin)));
            return uses;
        } catch (XMLStreamException e) {
            // The inventory has said what is wrong with a POM that Maven cannot read either.
            gaps.add(path, "is no XML that can be read; what it configures of plugins is not known");
            return List.of();
        }
    }

    private static Use use(String path, XmlElement plugin) {
        String group = plugin.text("groupId").isEmpty() ? USUAL_GROUP : plugin.text("groupId");
        List<Goal> goals = new ArrayList<>();
        List<Configured> configured = new ArrayList<>();
        Set<String> common = parameters(plugin, path, Set.of(), configured);
        plugin.child("executions").stream().flatMap(all -> all.all("execution")).forEach(execution -> {
            List<XmlElement> bound = execution.child("goals").stream()
                    .flatMap(all -> all.all("goal"))
                    .toList();
            Set<String> names = new LinkedHashSet<>();
            bound.forEach(goal -> names.add(goal.text()));
            Set<String> parameters = new LinkedHashSet<>(common);
            parameters.addAll(parameters(execution, path, names, configured));
            bound.forEach(goal -> goals.add(new Goal(goal.text(), new Place(path, goal.line()), parameters)));
        });
        int line = plugin.child("artifactId").map(XmlElement::line).orElse(plugin.line());
        return new Use(group + ":" + plugin.text("artifactId"), new Place(path, line), goals, configured);
    }

    private static Set<String> parameters(
            XmlElement owner, String path, Set<String> goals, List<Configured> configured) {
        Set<String> names = new LinkedHashSet<>();
        Optional<XmlElement> configuration = owner.child("configuration");
        configuration.ifPresent(all -> all.children().forEach(parameter -> {
            names.add(parameter.name());
            configured.add(new Configured(parameter.name(), new Place(path, parameter.line()), goals));
        }));
        return names;
    }
}
