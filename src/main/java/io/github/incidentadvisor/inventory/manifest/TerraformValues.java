package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.Hcl.Block;
import io.github.incidentadvisor.inventory.manifest.Hcl.Body;
import io.github.incidentadvisor.inventory.manifest.Hcl.Call;
import io.github.incidentadvisor.inventory.manifest.Hcl.Expression;
import io.github.incidentadvisor.inventory.manifest.Hcl.ListOf;
import io.github.incidentadvisor.inventory.manifest.Hcl.Literal;
import io.github.incidentadvisor.inventory.manifest.Hcl.Null;
import io.github.incidentadvisor.inventory.manifest.Hcl.ObjectOf;
import io.github.incidentadvisor.inventory.manifest.Hcl.Path;
import io.github.incidentadvisor.inventory.manifest.Hcl.Template;
import io.github.incidentadvisor.inventory.manifest.Resolved.Part;
import io.github.incidentadvisor.inventory.manifest.TerraformModules.Bound;
import io.github.incidentadvisor.inventory.manifest.TerraformModules.Scope;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What expressions of Terraform say without evaluating anything: literals, and what variables and locals of the tree stand for. */
final class TerraformValues {
    private static final int DEPTH = 24;

    /** Steps of one question: a few lines of variables can stand for more text than there is memory. */
    private static final int STEPS = 5_000;

    private int steps = STEPS;

    private TerraformValues() {}

    /**
     * A value where it is used.
     *
     * @param place the line that uses it
     * @param raw as it is written there
     */
    record Use(Place place, String raw, Bound value) {}

    /** The text of a value; empty when it is {@code null}, which sets nothing. */
    static Optional<Resolved> text(Bound value) {
        return new TerraformValues().text(value, 0);
    }

    /** A literal, template, list or object that a value stands for; none when only evaluation could tell. */
    static Optional<Bound> reduce(Bound value) {
        return new TerraformValues().reduce(value, 0);
    }

    private Optional<Resolved> text(Bound value, int depth) {
        Optional<Bound> reduced = reduce(value, depth);
        if (reduced.isEmpty()) {
            return Optional.of(Resolved.unknown(value.expression().raw()));
        }
        Expression expression = reduced.get().expression();
        Place place = place(reduced.get());
        if (expression instanceof Null) {
            return Optional.empty();
        }
        if (expression instanceof Literal literal) {
            return Optional.of(Resolved.of(literal.text(), place));
        }
        if (expression instanceof Template template && depth < DEPTH) {
            List<Part> parts = new ArrayList<>();
            for (Expression part : template.parts()) {
                Bound bound =
                        new Bound(part, reduced.get().file(), reduced.get().scope());
                parts.addAll(text(bound, depth + 1)
                        .orElseGet(() -> Resolved.unknown(part.raw()))
                        .from(place)
                        .parts());
            }
            return Optional.of(Resolved.join(parts));
        }
        return Optional.of(Resolved.unknown(value.expression().raw()));
    }

    /** An expression as it is written, without the quotes around it. */
    static String written(Expression expression) {
        String raw = expression.raw();
        boolean quoted = raw.length() > 1 && raw.startsWith("\"") && raw.endsWith("\"");
        return quoted ? raw.substring(1, raw.length() - 1) : raw;
    }

    static Place place(Bound value) {
        return new Place(value.file(), value.expression().line());
    }

    /** The text of an attribute of a body when it is known; else empty. */
    static String known(Body body, String name, String file, Scope scope) {
        return body.attribute(name)
                .flatMap(attribute -> text(new Bound(attribute.value(), file, scope)))
                .filter(Resolved::isKnown)
                .map(Resolved::text)
                .orElse("");
    }

    private Optional<Bound> reduce(Bound value, int depth) {
        if (depth > DEPTH || --steps < 0) {
            return Optional.empty();
        }
        Expression expression = value.expression();
        if (expression instanceof Path path) {
            return path(path, value, depth);
        }
        if (expression instanceof Call call) {
            return call(call, value, depth);
        }
        return expression instanceof Hcl.Opaque ? Optional.empty() : Optional.of(value);
    }

    private Optional<Bound> path(Path path, Bound value, int depth) {
        if (path.names().size() < 2) {
            return Optional.empty();
        }
        Scope scope = value.scope();
        String name = path.names().get(1);
        Optional<Bound> found;
        switch (path.names().get(0)) {
            case "var" ->
                found = Optional.ofNullable(scope.arguments().get(name)).or(() -> scope.module()
                        .fallback(name)
                        .map(bound -> new Bound(bound.expression(), bound.file(), scope)));
            case "local" ->
                found = scope.module().local(name).map(bound -> new Bound(bound.expression(), bound.file(), scope));
            default -> found = Optional.empty();
        }
        for (int i = 2; i <= path.names().size() && found.isPresent(); i++) {
            found = reduce(found.get(), depth + 1);
            if (i < path.names().size() && found.isPresent()) {
                found = inner(found.get(), path.names().get(i));
            }
        }
        return found;
    }

    private static Optional<Bound> inner(Bound value, String name) {
        if (value.expression() instanceof ObjectOf object) {
            return object.field(name).map(field -> new Bound(field, value.file(), value.scope()));
        }
        if (value.expression() instanceof ListOf list && name.matches("\\d{1,4}")) {
            int index = Integer.parseInt(name);
            return index < list.items().size()
                    ? Optional.of(new Bound(list.items().get(index), value.file(), value.scope()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Bound> call(Call call, Bound value, int depth) {
        List<Bound> arguments = call.arguments().stream()
                .map(argument -> new Bound(argument, value.file(), value.scope()))
                .toList();
        switch (call.name()) {
            case "tostring", "tonumber", "tolist", "toset", "trimspace" -> {
                return arguments.size() == 1 ? reduce(arguments.get(0), depth + 1) : Optional.empty();
            }
            case "coalesce" -> {
                for (Bound argument : arguments) {
                    Optional<Bound> reduced = reduce(argument, depth + 1);
                    boolean nothing = reduced.isPresent()
                            && (reduced.get().expression() instanceof Null
                                    || reduced.get().expression() instanceof Literal literal
                                            && literal.text().isEmpty());
                    if (!nothing) {
                        return reduced;
                    }
                }
                return Optional.empty();
            }
            case "try" -> {
                return arguments.isEmpty() ? Optional.empty() : reduce(arguments.get(0), depth + 1);
            }
            case "lookup" -> {
                return arguments.size() < 2
                        ? Optional.empty()
                        : reduce(arguments.get(0), depth + 1)
                                .flatMap(map -> text(arguments.get(1), depth + 1)
                                        .filter(Resolved::isKnown)
                                        .flatMap(key -> inner(map, key.text())))
                                .flatMap(found -> reduce(found, depth + 1));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /** The uses of an attribute, through blocks, objects and lists. */
    static List<Use> find(Body body, List<String> path, String file, Scope scope) {
        List<Use> found = new ArrayList<>();
        new TerraformValues().find(body, path, 0, file, scope, found);
        return found;
    }

    private void find(Body body, List<String> path, int at, String file, Scope scope, List<Use> found) {
        String name = path.get(at);
        body.attribute(name)
                .ifPresent(attribute -> descend(new Bound(attribute.value(), file, scope), path, at + 1, found));
        if (at + 1 < path.size()) {
            for (Block block : body.blocks(name)) {
                find(block.body(), path, at + 1, file, scope, found);
            }
            for (Block dynamic : body.blocks("dynamic")) {
                if (dynamic.label(0).equals(name)) {
                    dynamic.body()
                            .blocks("content")
                            .forEach(content -> find(content.body(), path, at + 1, file, scope, found));
                }
            }
        }
    }

    private void descend(Bound value, List<String> path, int at, List<Use> found) {
        if (at == path.size()) {
            uses(value, found);
            return;
        }
        Optional<Bound> reduced = reduce(value, 0);
        if (reduced.isEmpty()) {
            return;
        }
        Bound known = reduced.get();
        if (known.expression() instanceof ObjectOf object) {
            object.field(path.get(at))
                    .ifPresent(field -> descend(new Bound(field, known.file(), known.scope()), path, at + 1, found));
        } else if (known.expression() instanceof ListOf list) {
            list.items().forEach(item -> descend(new Bound(item, known.file(), known.scope()), path, at, found));
        }
    }

    /** A list is a use of each of its items: at their own lines where it is written out, at the variable's line where it is not. */
    private void uses(Bound value, List<Use> found) {
        Optional<Bound> reduced = reduce(value, 0);
        if (reduced.isPresent() && reduced.get().expression() instanceof ListOf list) {
            boolean here = value.expression() instanceof ListOf;
            for (Expression item : list.items()) {
                Bound bound =
                        new Bound(item, reduced.get().file(), reduced.get().scope());
                found.add(
                        here
                                ? new Use(place(bound), written(item), bound)
                                : new Use(place(value), written(value.expression()), bound));
            }
        } else {
            found.add(new Use(place(value), written(value.expression()), value));
        }
    }
}
