package io.github.incidentadvisor.evidence.retirement;

import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a value can stand, as the facts' table of places names it:
 *
 * <ul>
 *   <li>{@code terraform TYPE ATTRIBUTE}, {@code cloudformation …}, {@code pulumi …}: an attribute that the inventory knows;
 *   <li>{@code module COMPONENT ARGUMENT}: an argument of a Terraform module; <code>{x}</code> is what the fact asks of sibling x;
 *   <li>{@code value FORMAT TYPE PATH}: any other value of a declared object;
 *   <li>{@code runner}, {@code action}, {@code action-runtime}: of GitHub's workflows.
 * </ul>
 */
record Spot(String form, String format, String type, String path) {
    private static final Set<String> ATTRIBUTES = Set.of("runtime", "engine-version", "instance-type");

    static Spot of(String text) {
        List<String> words = List.of(text.split(" "));
        return switch (words.get(0) + " " + words.size()) {
            case "value 4" -> new Spot("value", words.get(1), words.get(2), words.get(3));
            case "module 3" -> new Spot("module", "", words.get(1), words.get(2));
            case "terraform 3", "cloudformation 3", "pulumi 3" ->
                new Spot("attribute", words.get(0), words.get(1), words.get(2));
            case "runner 1", "action 1", "action-runtime 1" -> new Spot(words.get(0), "", "", "");
            default -> throw new IllegalArgumentException("no place: " + text);
        };
    }

    /** The kinds of references that can stand here. */
    Set<String> kinds() {
        return switch (form) {
            case "attribute", "module" -> ATTRIBUTES;
            case "runner" -> Set.of("github-runner");
            case "action" -> Set.of("github-action");
            case "action-runtime" -> Set.of("action-runtime");
            default -> Set.of();
        };
    }

    /** Whether it is a value of an object that can stand here. */
    boolean inObjects() {
        return form.equals("value");
    }

    /** The value of a reference that stands here, if it is known. */
    Optional<String> value(DeclaredReference reference, Map<String, String> when) {
        String version = reference.version().text();
        if (reference.status() != DeclaredReference.Status.RESOLVED || version.isEmpty()) {
            return Optional.empty();
        }
        return switch (form) {
            case "attribute" -> given(isAttribute(reference) && siblings(reference, when), version);
            case "module" -> given(isArgument(reference, when), version);
            case "runner" ->
                given(
                        kinds().contains(reference.kind()) && isOnGitHub(reference),
                        (reference.name() + "-" + version).toLowerCase(Locale.ROOT));
            case "action-runtime" -> given(reference.kind().equals("action-runtime"), reference.name() + version);
            // A commit without a comment may be of any version.
            case "action" ->
                given(
                        kinds().contains(reference.kind())
                                && isOnGitHub(reference)
                                && !version.equals(reference.context().digest()),
                        version);
            default -> Optional.empty();
        };
    }

    private static Optional<String> given(boolean here, String value) {
        return here ? Optional.of(value) : Optional.empty();
    }

    private boolean isAttribute(DeclaredReference reference) {
        return ATTRIBUTES.contains(reference.kind())
                && reference.context().attribute().equals(path)
                && Mark.type(reference.name()).equals(type);
    }

    private static boolean siblings(DeclaredReference reference, Map<String, String> when) {
        return when.entrySet().stream().allMatch(wanted -> reference.context().beside().entrySet().stream()
                .anyMatch(beside -> beside.getKey().equalsIgnoreCase(wanted.getKey())
                        && beside.getValue().equalsIgnoreCase(wanted.getValue())));
    }

    private boolean isArgument(DeclaredReference reference, Map<String, String> when) {
        String component = type;
        for (Map.Entry<String, String> wanted : when.entrySet()) {
            component = component.replace("{" + wanted.getKey() + "}", wanted.getValue());
        }
        return ATTRIBUTES.contains(reference.kind())
                && reference.context().holder().startsWith("module.")
                && reference.context().attribute().equals(path)
                && reference.purl().replaceFirst("[@?].*", "").equals("pkg:generic/" + component);
    }

    /** Other forges run the same files on machines of their own. */
    private static boolean isOnGitHub(DeclaredReference reference) {
        String file = "/" + reference.place().file();
        return !file.contains("/.gitea/") && !file.contains("/.forgejo/");
    }

    /** The values of an object that stand here. */
    List<Hit> values(DeclaredObject object) {
        if (!form.equals("value")
                || !object.format().equals(format)
                || object.api().equals("data")
                || !Mark.type(object.type()).equals(type)) {
            return List.of();
        }
        return object.values().stream()
                .filter(value -> value.path().equals(path))
                .map(value -> new Hit(value.text(), value.place()))
                .toList();
    }
}
