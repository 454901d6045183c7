package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.YamlNode.Entry;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Compose files, by <a href="https://github.com/compose-spec/compose-spec/blob/main/spec.md">compose-spec</a>. A service that
 * extends another needs nothing here: the image stands where it is written. Build arguments are followed into the Dockerfile.
 */
final class ComposeReader implements ManifestReader {
    private static final Pattern NAME = Pattern.compile("(?:.*[-_.])?(?:docker-)?compose(?:[-_.].*)?\\.ya?ml");
    private static final Pattern SERVICES = Pattern.compile("(?m)^services[ \\t]*:");

    @Override
    public boolean canBe(String path) {
        return path.endsWith(".yml") || path.endsWith(".yaml");
    }

    @Override
    public boolean mustBe(String path) {
        return path.matches("(?:.*/)?(?:docker-)?compose\\.ya?ml");
    }

    @Override
    public boolean recognises(Source file) {
        if (!SERVICES.matcher(file.text()).find()) {
            // One that only includes others or names volumes is a compose file all the same.
            return mustBe(file.path()) && file.root().isPresent();
        }
        if (!file.yaml().isWhole() && file.yaml().documents().isEmpty()) {
            return NAME.matcher(file.name()).matches() && file.has("image:");
        }
        return file.root()
                .filter(root -> !root.has("apiVersion") && !root.has("jobs"))
                .flatMap(root -> root.fields("services"))
                .filter(services -> services.entries().stream()
                        .anyMatch(service -> service.value() instanceof Fields fields
                                && (fields.has("image") || fields.has("build") || fields.has("extends"))))
                .isPresent();
    }

    @Override
    public void read(Source file, Findings findings) {
        DotEnv env = file.beside(".env").map(DotEnv::of).orElseGet(DotEnv::none);
        Interpolation variables = new Interpolation(env::get, '$');
        if (!file.yaml().isWhole()) {
            LineScan.images(file, findings);
        }
        file.root().flatMap(root -> root.fields("services")).ifPresent(services -> services.entries()
                .forEach(service -> service(file, service, variables, findings)));
    }

    private static void service(Source file, Entry service, Interpolation variables, Findings findings) {
        if (!(service.value() instanceof Fields fields)) {
            return;
        }
        boolean optional = !fields.items("profiles").isEmpty();
        String holder = "services." + service.key();
        if (fields.has("build")) {
            // The image is only what the build's result is called.
            build(file, fields, holder, variables, findings);
            return;
        }
        fields.scalar("image")
                .flatMap(image -> Mention.image(variables.resolve(image.text()), image.text(), file.at(image.line())))
                .ifPresent(image -> findings.add(
                        image.holder(holder).platform(fields.text("platform")).conditional(optional)));
    }

    private static void build(Source file, Fields service, String holder, Interpolation variables, Findings findings) {
        String context = service.text("build");
        Map<String, Resolved> arguments = new HashMap<>();
        if (service.fields("build").isPresent()) {
            Fields build = service.fields("build").get();
            context = build.text("context");
            build.get("args").ifPresent(args -> arguments(file, args, variables, arguments));
            build.scalar("dockerfile_inline").ifPresent(inline -> {
                DockerfileInstructions instructions =
                        DockerfileInstructions.read(List.of(inline.text().split("\n", -1)));
                int offset = inline.block() ? inline.line() : inline.line() - 1;
                new DockerfileReader.Stages(instructions, file.path(), offset, arguments, findings).read();
            });
            if (!arguments.isEmpty() && !build.has("dockerfile_inline")) {
                String name = build.text("dockerfile").isEmpty() ? "Dockerfile" : build.text("dockerfile");
                inDockerfile(file, context, name, arguments, findings);
            }
        }
    }

    private static void arguments(Source file, YamlNode args, Interpolation variables, Map<String, Resolved> into) {
        if (args instanceof Fields fields) {
            fields.entries().forEach(entry -> {
                if (entry.value() instanceof Scalar value && !value.isNull()) {
                    into.put(entry.key(), variables.resolve(value.text()).from(file.at(value.line())));
                }
            });
        } else if (args instanceof YamlNode.Items items) {
            items.all().forEach(item -> {
                if (item instanceof Scalar pair && pair.text().indexOf('=') > 0) {
                    int equals = pair.text().indexOf('=');
                    into.put(
                            pair.text().substring(0, equals),
                            variables.resolve(pair.text().substring(equals + 1)).from(file.at(pair.line())));
                }
            });
        }
    }

    /** What the Dockerfile's images are with these arguments; only those that the arguments decide. */
    private static void inDockerfile(
            Source file, String context, String name, Map<String, Resolved> arguments, Findings findings) {
        file.beside((context.isEmpty() ? "." : context) + "/" + name).ifPresent(dockerfile -> {
            Findings with = new Findings();
            new DockerfileReader.Stages(
                            DockerfileInstructions.read(dockerfile.lines()), dockerfile.path(), 0, arguments, with)
                    .read();
            with.mentions().stream()
                    .filter(image -> image.decidedAt().isKnown()
                            && !image.decidedAt().file().equals(dockerfile.path()))
                    .forEach(findings::add);
        });
    }
}
