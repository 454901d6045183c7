package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.linkage.runtime.JavaFile.Literal;
import io.github.incidentadvisor.evidence.linkage.runtime.XmlText.Value;
import io.github.incidentadvisor.git.Tree.Entry;
import io.github.incidentadvisor.model.Place;
import java.beans.Introspector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Beans that a project asks for by name, and names that it gives itself. */
final class BeanUses {
    /** Annotations that ask for beans of Spring's container, and the attributes that name them. */
    private static final Map<String, Set<String>> ASKING = Map.ofEntries(
            Map.entry("Qualifier", Set.of("value")),
            Map.entry("Resource", Set.of("name")),
            Map.entry("DependsOn", Set.of("value")),
            Map.entry("Async", Set.of("value")),
            Map.entry("Scheduled", Set.of("scheduler")),
            Map.entry("Transactional", Set.of("value", "transactionManager")),
            Map.entry("SqlConfig", Set.of("dataSource", "transactionManager")),
            Map.entry("Cacheable", Set.of("cacheManager", "cacheResolver", "keyGenerator")),
            Map.entry("CachePut", Set.of("cacheManager", "cacheResolver", "keyGenerator")),
            Map.entry("CacheEvict", Set.of("cacheManager", "cacheResolver", "keyGenerator")),
            Map.entry("CacheConfig", Set.of("cacheManager", "cacheResolver", "keyGenerator")),
            Map.entry("JmsListener", Set.of("containerFactory")),
            Map.entry("KafkaListener", Set.of("containerFactory", "errorHandler")),
            Map.entry("RabbitListener", Set.of("containerFactory", "errorHandler")),
            Map.entry("EnableJpaRepositories", Set.of("entityManagerFactoryRef", "transactionManagerRef")));

    private static final Set<String> DEFINING = Set.of(
            "Bean", "Component", "Service", "Repository", "Controller", "RestController", "Configuration", "Produces");

    private final List<Ask> asks = new ArrayList<>();
    private final Set<String> defined = new HashSet<>();

    /**
     * A line that asks.
     *
     * @param as how it asks: {@code @Qualifier}, {@code getBean}
     */
    record Ask(String name, Place place, String as) {}

    BeanUses(Project project) {
        project.sources().forEach(this::source);
        project.deployed(path -> path.endsWith(".xml")).forEach(entry -> xml(project, entry));
        if (!asks.isEmpty()) {
            others(project);
        }
    }

    /** What it asks for and does not define. */
    List<Ask> asks() {
        return asks.stream().filter(ask -> !defined.contains(ask.name())).toList();
    }

    private void source(JavaFile file) {
        defined.addAll(file.beans());
        file.types().forEach(type -> defined.add(Introspector.decapitalize(type)));
        for (Literal literal : file.literals()) {
            if (!literal.whole() || literal.value().isBlank()) {
                continue;
            }
            if (literal.call().isAnnotation()) {
                annotated(literal);
            } else if (literal.isArgumentOf("getBean") && literal.position() == 0) {
                asks.add(new Ask(literal.value(), literal.place(), "getBean"));
            } else if (literal.call().name().startsWith("register")
                    || literal.call().name().endsWith("Alias")) {
                defined.add(literal.value());
            }
        }
    }

    private void annotated(Literal literal) {
        String annotation = literal.call().name();
        Set<String> attributes = ASKING.get(annotation);
        boolean onDefinition = literal.call().beside().stream().anyMatch(DEFINING::contains);
        if (attributes == null
                ? !annotation.startsWith("Conditional")
                : annotation.equals("Qualifier") && onDefinition) {
            defined.add(literal.value());
        } else if (attributes != null && attributes.contains(literal.attribute())) {
            asks.add(new Ask(literal.value(), literal.place(), "@" + annotation));
        }
    }

    private void xml(Project project, Entry entry) {
        String text = project.text(entry).orElse("");
        if (!text.contains("bean")) {
            return;
        }
        for (Value value : XmlText.values(text)) {
            String attribute = value.attribute();
            boolean asksFor = attribute.equals("ref")
                    || attribute.endsWith("-ref")
                    || attribute.equals("depends-on")
                    || value.element().equals("ref") && attribute.equals("bean");
            for (String name : value.text().split("[,;\\s]+")) {
                if (asksFor && !name.isEmpty()) {
                    asks.add(new Ask(name, new Place(entry.path(), value.line()), attribute));
                } else if (attribute.equals("id") || attribute.equals("name") || attribute.equals("alias")) {
                    defined.add(name);
                }
            }
        }
    }

    /** Kotlin and Groovy are not taken apart: a name that they mention may be theirs. */
    private void others(Project project) {
        Set<String> asked = asks.stream().map(Ask::name).collect(Collectors.toSet());
        project.files(path -> path.endsWith(".kt") || path.endsWith(".groovy")).forEach(entry -> project.text(entry)
                .ifPresent(text -> asked.stream().filter(text::contains).forEach(defined::add)));
    }
}
