package io.github.incidentadvisor.evidence.linkage.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The members that Lombok would give one class: signatures that compile, with bodies that do nothing. */
final class LombokMembers {
    private static final Map<String, String> LOGGERS = Map.of(
            "Slf4j", "org.slf4j.Logger",
            "XSlf4j", "org.slf4j.ext.XLogger",
            "Log4j2", "org.apache.logging.log4j.Logger",
            "Log4j", "org.apache.log4j.Logger",
            "Log", "java.util.logging.Logger",
            "CommonsLog", "org.apache.commons.logging.Log",
            "JBossLog", "org.jboss.logging.Logger",
            "Flogger", "com.google.common.flogger.FluentLogger");
    private static final Pattern STATIC_NAME = Pattern.compile("staticName\\s*=\\s*\"(\\w+)\"");

    private final String name;
    private final boolean isEnum;
    private final String parameters;
    private final String arguments;
    private final Map<String, String> annotations;
    private final List<Field> fields = new ArrayList<>();
    private final Set<String> methods = new HashSet<>();
    private boolean hasConstructor;
    private final StringBuilder text = new StringBuilder();

    /** @param initialized whether it has its value where it is declared */
    private record Field(
            String name, String type, boolean isFinal, boolean initialized, Map<String, String> annotations) {
        String capital() {
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
    }

    LombokMembers(ClassTree type) {
        name = type.getSimpleName().toString();
        isEnum = type.getKind() == Tree.Kind.ENUM;
        parameters = type.getTypeParameters().isEmpty()
                ? ""
                : type.getTypeParameters().stream().map(Object::toString).collect(Collectors.joining(", ", "<", ">"));
        arguments = type.getTypeParameters().isEmpty()
                ? ""
                : type.getTypeParameters().stream()
                        .map(parameter -> parameter.getName().toString())
                        .collect(Collectors.joining(", ", "<", ">"));
        annotations = annotations(type.getModifiers());
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                methods.add(method.getName().toString());
                hasConstructor |= method.getReturnType() == null;
            } else if (member instanceof ClassTree nested) {
                methods.add("class " + nested.getSimpleName());
            } else if (member instanceof VariableTree variable
                    && !variable.getModifiers().getFlags().contains(Modifier.STATIC)
                    && !String.valueOf(variable.getType()).equals(name)) {
                fields.add(new Field(
                        variable.getName().toString(),
                        String.valueOf(variable.getType()),
                        variable.getModifiers().getFlags().contains(Modifier.FINAL),
                        variable.getInitializer() != null,
                        annotations(variable.getModifiers())));
            }
        }
    }

    /** Arguments of the annotations by simple name. */
    private static Map<String, String> annotations(ModifiersTree modifiers) {
        Map<String, String> found = new HashMap<>();
        for (AnnotationTree annotation : modifiers.getAnnotations()) {
            String full = annotation.getAnnotationType().toString();
            found.put(
                    full.substring(full.lastIndexOf('.') + 1),
                    annotation.getArguments().toString());
        }
        return found;
    }

    String text() {
        LOGGERS.forEach((annotation, type) -> {
            if (annotations.containsKey(annotation)) {
                text.append("private static final ").append(type).append(" log = null;");
            }
        });
        fields.forEach(this::accessors);
        constructors();
        if (annotations.containsKey("Builder") || annotations.containsKey("SuperBuilder")) {
            builder();
        }
        return text.toString();
    }

    private boolean has(String... names) {
        for (String one : names) {
            if (annotations.containsKey(one)) {
                return true;
            }
        }
        return false;
    }

    private void accessors(Field field) {
        boolean fluent = annotations.getOrDefault("Accessors", "").contains("fluent");
        boolean chain = fluent || annotations.getOrDefault("Accessors", "").contains("chain");
        boolean bool = field.type().equals("boolean");
        String capital =
                bool && field.name().matches("is[A-Z].*") ? field.name().substring(2) : field.capital();
        if (has("Getter", "Data", "Value") || field.annotations().containsKey("Getter")) {
            String getter = fluent ? field.name() : (bool ? "is" : "get") + capital;
            method("public " + field.type(), getter, "", value(field.type()));
        }
        if (!field.isFinal() && (has("Setter", "Data") || field.annotations().containsKey("Setter"))) {
            String setter = fluent ? field.name() : "set" + capital;
            String result = chain ? name + arguments : "void";
            String body = chain ? "return null;" : "";
            overload("public " + result, setter, field.type() + " " + field.name(), body, fluent);
        }
        if (has("With", "Wither") || field.annotations().containsKey("With")) {
            method(
                    "public " + name + arguments,
                    "with" + field.capital(),
                    field.type() + " " + field.name(),
                    "return null;");
        }
    }

    private static String value(String type) {
        return "return " + zero(type) + ";";
    }

    /** A value of a type, as it is written. */
    static String zero(String type) {
        return switch (type) {
            case "boolean" -> "false";
            case "byte", "short", "int", "long", "float", "double" -> "0";
            case "char" -> "'0'";
            default -> "null";
        };
    }

    private void method(String head, String method, String parameters, String body) {
        overload(head, method, parameters, body, false);
    }

    /** A method that is written out wins, whatever its parameters. */
    private void overload(String head, String method, String parameters, String body, boolean besideGetter) {
        if (methods.add(method) || besideGetter) {
            text.append(head)
                    .append(' ')
                    .append(method)
                    .append('(')
                    .append(parameters)
                    .append("){")
                    .append(body)
                    .append('}');
        }
    }

    private void constructors() {
        List<Field> open = fields.stream()
                .filter(field -> !(field.isFinal() && field.initialized()))
                .toList();
        List<Field> required = fields.stream()
                .filter(field -> !field.initialized()
                        && (field.isFinal() || field.annotations().containsKey("NonNull")))
                .toList();
        boolean explicit = has("NoArgsConstructor", "AllArgsConstructor", "RequiredArgsConstructor");
        Set<String> made = new HashSet<>();
        if (has("NoArgsConstructor")) {
            constructor("NoArgsConstructor", List.of(), made);
        }
        if (has("AllArgsConstructor") || !explicit && !hasConstructor && has("Value", "Builder")) {
            constructor("AllArgsConstructor", open, made);
        }
        if (has("RequiredArgsConstructor") || !explicit && !hasConstructor && has("Data") && !has("Value", "Builder")) {
            constructor(has("RequiredArgsConstructor") ? "RequiredArgsConstructor" : "Data", required, made);
        }
    }

    private void constructor(String annotation, List<Field> taken, Set<String> made) {
        String signature = signature(taken);
        if (!made.add(signature)) {
            return;
        }
        String unset = fields.stream()
                .filter(field -> field.isFinal() && !field.initialized())
                .map(field -> "this." + field.name() + "=" + (taken.contains(field) ? field.name() : zero(field.type()))
                        + ";")
                .collect(Collectors.joining());
        text.append(isEnum ? "" : "public ")
                .append(name)
                .append('(')
                .append(signature)
                .append("){")
                .append(unset)
                .append('}');
        Matcher factory = STATIC_NAME.matcher(annotations.getOrDefault(annotation, ""));
        if (factory.find()) {
            method("public static " + parameters + " " + name + arguments, factory.group(1), signature, "return null;");
        }
    }

    private static String signature(List<Field> taken) {
        return taken.stream().map(field -> field.type() + " " + field.name()).collect(Collectors.joining(","));
    }

    private void builder() {
        String type = name + "Builder";
        if (methods.contains("class " + type)) {
            return;
        }
        method("public static " + parameters + " " + type + arguments, "builder", "", "return null;");
        method("public " + type + arguments, "toBuilder", "", "return null;");
        text.append("public static class ").append(type).append(parameters).append('{');
        for (Field field : fields) {
            text.append("public ")
                    .append(type)
                    .append(arguments)
                    .append(' ')
                    .append(field.name())
                    .append('(');
            text.append(field.type()).append(" it){return this;}");
            if (field.annotations().containsKey("Singular")) {
                String one = field.name().replaceFirst("ies$", "y").replaceFirst("s$", "");
                text.append("public ")
                        .append(type)
                        .append(arguments)
                        .append(' ')
                        .append(one)
                        .append("(Object it){return this;}");
                text.append("public ")
                        .append(type)
                        .append(arguments)
                        .append(' ')
                        .append(one);
                text.append("(Object key,Object it){return this;}");
            }
        }
        text.append("public ").append(name).append(arguments).append(" build(){return null;}}");
    }
}
