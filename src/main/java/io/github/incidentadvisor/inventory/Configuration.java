package io.github.incidentadvisor.inventory;

import java.util.List;
import java.util.Optional;

/**
 * An element of a plugin's configuration as the effective model has it.
 *
 * @param implementation the attribute of that name, which names a class; empty when there is none
 * @param value the element's text, stripped; empty when it has children or nothing
 */
public record Configuration(String name, String implementation, String value, List<Configuration> children) {
    /** Nothing is configured. */
    public static final Configuration NONE = new Configuration("configuration", "", "", List.of());

    public Configuration {
        children = List.copyOf(children);
    }

    /** The first child of this name. */
    public Optional<Configuration> child(String wanted) {
        return children.stream().filter(child -> child.name().equals(wanted)).findFirst();
    }

    /** The text of the first child of this name; empty when there is none. */
    public String text(String wanted) {
        return child(wanted).map(Configuration::value).orElse("");
    }

    /** Whether the child of this name says true; {@code otherwise} when it says nothing that is a truth. */
    public boolean flag(String wanted, boolean otherwise) {
        String text = text(wanted);
        return text.equals("true") || text.equals("false") ? text.equals("true") : otherwise;
    }

    /** The texts of the list of this name: of its children, or of its own text between commas. */
    public List<String> list(String wanted) {
        return child(wanted).map(Configuration::texts).orElse(List.of());
    }

    private List<String> texts() {
        List<String> all = children.isEmpty()
                ? List.of(value.split(","))
                : children.stream().map(Configuration::value).toList();
        return all.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }
}
