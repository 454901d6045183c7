package io.github.incidentadvisor.evidence.linkage.runtime;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * What a Maven plugin says of itself in {@code META-INF/maven/plugin.xml}
 * (<a href="https://maven.apache.org/ref/3.9.9/maven-plugin-api/plugin.html">the plugin descriptor</a>).
 *
 * @param goals by name
 * @param requiredMaven empty when it says none
 * @param requiredJava likewise
 */
record PluginDescriptor(Map<String, Goal> goals, String requiredMaven, String requiredJava) {
    static final String FILE = "META-INF/maven/plugin.xml";

    /** @param parameters by name, and by alias too */
    record Goal(String name, Map<String, Parameter> parameters) {}

    /**
     * @param editable whether a POM may set it
     * @param given whether it has a default or a property, so that it need not be set
     * @param deprecated what the plugin says about that; empty when it is not
     */
    record Parameter(String name, boolean required, boolean editable, boolean given, String deprecated) {}

    /** Of a plugin's jar; empty, with a gap, when there is none that can be read. */
    static Optional<PluginDescriptor> of(Jar jar, Gaps gaps) {
        Optional<String> text = jar.text(FILE);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(of(XmlElement.parse(text.get())));
        } catch (XMLStreamException e) {
            gaps.add(jar.name() + "!/" + FILE, "it is no XML that can be read; its goals are not known");
            return Optional.empty();
        }
    }

    private static PluginDescriptor of(XmlElement plugin) {
        Map<String, Goal> goals = new LinkedHashMap<>();
        plugin.child("mojos").stream().flatMap(mojos -> mojos.all("mojo")).forEach(mojo -> {
            Goal goal = goal(mojo);
            goals.put(goal.name(), goal);
        });
        return new PluginDescriptor(goals, plugin.text("requiredMavenVersion"), plugin.text("requiredJavaVersion"));
    }

    private static Goal goal(XmlElement mojo) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        Set<String> given = new LinkedHashSet<>();
        mojo.child("configuration").ifPresent(configuration -> configuration.children().stream()
                .filter(child -> !child.text().isEmpty() || child.attributes().contains("default-value"))
                .forEach(child -> given.add(child.name())));
        mojo.child("requirements").stream()
                .flatMap(all -> all.all("requirement"))
                .forEach(component -> given.add(component.text("field-name")));
        mojo.child("parameters").stream().flatMap(all -> all.all("parameter")).forEach(parameter -> {
            String name = parameter.text("name");
            Parameter read = new Parameter(
                    name,
                    parameter.text("required").equals("true"),
                    !parameter.text("editable").equals("false"),
                    given.contains(name),
                    parameter.child("deprecated").map(XmlElement::text).orElse(""));
            parameters.put(name, read);
            Stream.of(parameter.text("alias"))
                    .filter(alias -> !alias.isEmpty())
                    .forEach(alias -> parameters.put(alias, read));
        });
        return new Goal(mojo.text("goal"), parameters);
    }

    /** The parameter as one of {@code names} has it, or, when these are none of the plugin's, as any goal has it. */
    Optional<Parameter> parameter(String parameter, Set<String> names) {
        return goals.values().stream()
                .filter(goal -> names.isEmpty() || names.contains(goal.name()))
                .map(goal -> goal.parameters().get(parameter))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }
}
