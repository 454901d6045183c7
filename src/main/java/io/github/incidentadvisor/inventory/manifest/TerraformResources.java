package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.inventory.manifest.AttributeTable.Rule;
import io.github.incidentadvisor.inventory.manifest.Hcl.Attribute;
import io.github.incidentadvisor.inventory.manifest.Hcl.Block;
import io.github.incidentadvisor.inventory.manifest.Hcl.Body;
import io.github.incidentadvisor.inventory.manifest.Hcl.Expression;
import io.github.incidentadvisor.inventory.manifest.Hcl.Literal;
import io.github.incidentadvisor.inventory.manifest.TerraformModules.Bound;
import io.github.incidentadvisor.inventory.manifest.TerraformModules.Module;
import io.github.incidentadvisor.inventory.manifest.TerraformModules.Scope;
import io.github.incidentadvisor.inventory.manifest.TerraformValues.Use;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The resources, data sources and called modules of one Terraform file, under each set of arguments of its module. */
final class TerraformResources {
    private static final int DEPTH = 12;
    private static final Set<String> CONTAINERS = Set.of("container", "init_container", "containers", "sidecar");

    private final AttributeTable table;
    private final TerraformModules modules;
    private final String file;
    private final List<Scope> scopes;
    private final Findings findings;

    TerraformResources(
            AttributeTable table, TerraformModules modules, String file, List<Scope> scopes, Findings findings) {
        this.table = table;
        this.modules = modules;
        this.file = file;
        this.scopes = scopes;
        this.findings = findings;
    }

    void read(Body body) {
        TerraformObjects objects = new TerraformObjects(file, scopes.get(0), findings);
        for (Block block : body.blocks()) {
            boolean conditional = block.body()
                    .attribute("count")
                    .filter(count -> !(count.value() instanceof Literal))
                    .isPresent();
            switch (block.type()) {
                case "resource" -> {
                    objects.read(block, conditional);
                    resource(block, conditional);
                }
                case "data" -> objects.read(block, conditional);
                case "module" -> module(block, conditional);
                default -> {}
            }
        }
    }

    private void resource(Block block, boolean conditional) {
        String type = block.label(0);
        String holder = type + "." + block.label(1);
        for (Rule rule : table.rules("terraform", type)) {
            attribute(block.body(), rule, type, holder, conditional, "");
        }
        if (type.equals("helm_release")) {
            chart(block, holder, conditional);
        }
        boolean docker = type.equals("docker_image") || type.equals("docker_container");
        images(block.body(), type.equals("docker_image") ? "name" : "image", docker, holder, conditional);
    }

    private void module(Block block, boolean conditional) {
        Optional<String> source = block.body()
                .attribute("source")
                .filter(value -> value.value() instanceof Literal)
                .map(value -> ((Literal) value.value()).text());
        if (source.isEmpty()) {
            return;
        }
        String holder = "module." + block.label(0);
        if (TerraformModules.isLocal(source.get())) {
            ofThisTree(block, source.get(), holder, conditional);
            return;
        }
        String name = RemoteSource.of(source.get())
                .map(RemoteSource::name)
                .orElseGet(() -> TerraformReader.moduleOf(source.get()).source());
        String[] parts = TerraformReader.moduleOf(source.get()).source().split("/");
        boolean registry = parts.length >= 3;
        String provider = registry ? parts[parts.length - 1] : "";
        String module = registry ? parts[parts.length - 2] : "";
        List<Rule> rules = table.rules("module", provider);
        for (Rule rule : rules.isEmpty() ? table.rules("module", "*") : rules) {
            attribute(block.body(), rule, name, holder, conditional, module);
        }
        images(block.body(), "image", false, holder, conditional);
    }

    /**
     * What is passed to a module of this tree is read where that module uses it; but for the objects of a map over which the
     * module repeats itself, whose attributes no line of it names.
     */
    private void ofThisTree(Block block, String source, String holder, boolean conditional) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        Optional<Module> called =
                Files.resolve(folder, source).map(path -> modules.module(path.isEmpty() ? "" : path + "/"));
        String provider = called.map(Module::provider).orElse("");
        Body inner = new Body(
                block.body().attributes().stream()
                        .filter(argument -> argument.value() instanceof Hcl.ObjectOf)
                        .toList(),
                List.of());
        for (Rule rule : table.rules("module", provider)) {
            attribute(inner, rule, holder, holder, conditional, provider);
        }
    }

    private void attribute(Body body, Rule rule, String name, String holder, boolean conditional, String module) {
        each(
                scope -> module.isEmpty()
                        ? TerraformValues.find(body, rule.path(), file, scope)
                        : arguments(body, rule.path().get(0), scope),
                (use, text, scope) -> {
                    if (rule.kind() == Kind.DOCKER_IMAGE) {
                        return Mention.image(text, use.raw(), use.place());
                    }
                    Component component = rule.component(
                            key -> key.equals("module") ? module : TerraformValues.known(body, key, file, scope));
                    Mention mention = Mention.of(rule.kind(), component, name, use.place())
                            .raw(use.raw())
                            .attribute(rule.attribute());
                    for (String key : rule.beside()) {
                        mention.beside(key, TerraformValues.known(body, key, file, scope));
                    }
                    return Optional.of(mention);
                },
                holder,
                conditional);
    }

    /** An argument of a module, also inside the objects that modules take for groups of machines. */
    private List<Use> arguments(Body body, String name, Scope scope) {
        List<Use> found = new ArrayList<>(TerraformValues.find(body, List.of(name), file, scope));
        for (Attribute argument : body.attributes()) {
            inside(argument.value(), name, scope, found, 0);
        }
        return found;
    }

    private void inside(Expression value, String name, Scope scope, List<Use> found, int depth) {
        if (depth > DEPTH) {
            return;
        }
        if (value instanceof Hcl.ObjectOf object) {
            found.addAll(TerraformValues.find(new Body(object.fields(), List.of()), List.of(name), file, scope));
            object.fields().forEach(field -> inside(field.value(), name, scope, found, depth + 1));
        } else if (value instanceof Hcl.ListOf list) {
            list.items().forEach(item -> inside(item, name, scope, found, depth + 1));
        }
    }

    private void chart(Block block, String holder, boolean conditional) {
        Body body = block.body();
        Optional<Attribute> version = body.attribute("version");
        List<String> path = List.of(version.isPresent() ? "version" : "chart");
        each(
                scope -> TerraformValues.find(body, path, file, scope),
                (use, text, scope) -> {
                    String chart = TerraformValues.known(body, "chart", file, scope);
                    String repository = TerraformValues.known(body, "repository", file, scope);
                    if (chart.isEmpty() || TerraformModules.isLocal(chart) || chart.startsWith("/")) {
                        return Optional.empty();
                    }
                    String name = chart.substring(chart.lastIndexOf('/') + 1);
                    Mention mention = Mention.of(
                                    Kind.HELM_CHART, HelmChartReader.chart(name, repository), name, use.place())
                            .raw(use.raw())
                            .beside("repository", repository);
                    return Optional.of(version.isPresent() ? mention : mention.status(Status.FLOATING));
                },
                holder,
                conditional);
    }

    /** @param any whether also a name without a tag is an image */
    private void images(Body body, String name, boolean any, String holder, boolean conditional) {
        each(
                scope -> {
                    List<Use> found = new ArrayList<>();
                    images(body, name, any, scope, found, 0);
                    return found;
                },
                (use, text, scope) -> Mention.image(text, use.raw(), use.place()),
                holder,
                conditional);
    }

    private void images(Body body, String name, boolean any, Scope scope, List<Use> found, int depth) {
        if (depth > DEPTH) {
            return;
        }
        for (Attribute attribute : body.attributes()) {
            if (attribute.name().equals(name)) {
                image(new Bound(attribute.value(), file, scope), any, found);
            }
            images(attribute.value(), any, scope, found, depth + 1);
        }
        for (Block block : body.blocks()) {
            boolean container = CONTAINERS.contains(block.type());
            images(block.body(), "image", container, scope, found, depth + 1);
        }
    }

    private void images(Expression value, boolean any, Scope scope, List<Use> found, int depth) {
        if (depth > DEPTH) {
            return;
        }
        if (value instanceof Hcl.ObjectOf object) {
            images(new Body(object.fields(), List.of()), "image", any, scope, found, depth + 1);
        } else if (value instanceof Hcl.ListOf list) {
            list.items().forEach(item -> images(item, any, scope, found, depth + 1));
        } else if (value instanceof Hcl.Call call) {
            call.arguments().forEach(item -> images(item, any, scope, found, depth + 1));
        }
    }

    private static void image(Bound value, boolean any, List<Use> found) {
        Optional<Resolved> text = TerraformValues.text(value);
        boolean tagged = text.filter(Resolved::isKnown)
                .flatMap(known -> ImageName.parse(known.text()))
                .filter(image -> !image.version().isEmpty())
                .isPresent();
        if (tagged || any && text.isPresent() && !text.get().text().isEmpty()) {
            found.add(new Use(TerraformValues.place(value), TerraformValues.written(value.expression()), value));
        }
    }

    /** Puts a mention together from a use and the text that it has under some arguments. */
    private interface Naming {
        Optional<Mention> of(Use use, Resolved text, Scope scope);
    }

    /** Mentions under every set of arguments, each once; one that is not known is told only where no arguments make it known. */
    private void each(Function<Scope, List<Use>> uses, Naming naming, String holder, boolean conditional) {
        Map<Place, Map<Object, Mention>> known = new LinkedHashMap<>();
        Map<Place, Mention> unknown = new LinkedHashMap<>();
        for (Scope scope : scopes) {
            for (Use use : uses.apply(scope)) {
                Optional<Resolved> text = TerraformValues.text(use.value());
                if (text.isEmpty() || text.get().isKnown() && text.get().text().isEmpty()) {
                    continue;
                }
                naming.of(use, text.get(), scope).ifPresent(mention -> {
                    mention.holder(holder).conditional(conditional || scope.conditional());
                    boolean image = mention.kind() == Kind.DOCKER_IMAGE;
                    if (text.get().isKnown()) {
                        if (!image && mention.status() != Status.FLOATING) {
                            mention.version(text.get().text())
                                    .decidedBy(text.get().main())
                                    .status(
                                            mention.kind() == Kind.HELM_CHART
                                                    ? VersionText.status(
                                                            text.get().text())
                                                    : floats(text.get().text()) ? Status.FLOATING : Status.RESOLVED);
                        }
                        known.computeIfAbsent(use.place(), place -> new LinkedHashMap<>())
                                .putIfAbsent(List.of(mention.pinned(), mention.decidedAt()), mention);
                    } else {
                        unknown.putIfAbsent(use.place(), image ? mention : mention.status(Status.UNRESOLVED));
                    }
                });
            }
        }
        known.values().forEach(mentions -> mentions.values().forEach(findings::add));
        unknown.forEach((place, mention) -> {
            if (!known.containsKey(place)) {
                findings.add(mention);
            }
        });
    }

    private static boolean floats(String version) {
        return version.equals("latest") || version.equals("-") || version.equals("LATEST");
    }
}
