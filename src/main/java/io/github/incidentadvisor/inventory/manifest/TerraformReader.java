package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.inventory.manifest.Hcl.Attribute;
import io.github.incidentadvisor.inventory.manifest.Hcl.Block;
import io.github.incidentadvisor.inventory.manifest.Hcl.Literal;
import io.github.incidentadvisor.inventory.manifest.TerraformModules.Bound;
import io.github.incidentadvisor.inventory.manifest.TerraformModules.Module;
import io.github.incidentadvisor.inventory.manifest.TerraformModules.Scope;
import io.github.incidentadvisor.inventory.manifest.TerraformModules.TerraformFile;
import io.github.incidentadvisor.model.Component;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Terraform and OpenTofu: versions that are required, providers and modules, lock files, and resources in each set of arguments
 * that callers in the tree give their module.
 */
final class TerraformReader implements ManifestReader {
    private static final String LOCK = ".terraform.lock.hcl";
    private static final Pattern REGISTRY =
            Pattern.compile("(?:([\\w-]+(?:\\.[\\w-]+)+)/)?([\\w-]+/[\\w-]+/[\\w-]+)(?://.*)?");
    private static final Pattern PUBLIC = Pattern.compile("registry\\.(?:terraform\\.io|opentofu\\.org)/(.*)");

    private final TerraformModules modules;
    private final AttributeTable table;

    TerraformReader(Files files, AttributeTable table) {
        this.modules = new TerraformModules(files);
        this.table = table;
    }

    @Override
    public boolean canBe(String path) {
        return TerraformModules.isPart(path)
                || path.endsWith(LOCK)
                || path.endsWith(".tfvars")
                || path.endsWith(".tfvars.json");
    }

    @Override
    public boolean mustBe(String path) {
        return path.endsWith(".tf") || path.endsWith(LOCK);
    }

    @Override
    public boolean recognises(Source file) {
        // Variable files are read where their variables are used.
        return TerraformModules.isPart(file.path()) || file.path().endsWith(LOCK);
    }

    @Override
    public void read(Source file, Findings findings) {
        if (file.path().endsWith(LOCK)) {
            lock(file, findings);
            return;
        }
        Module module = modules.module(file.folder());
        Optional<TerraformFile> part = module.file(file.path());
        if (part.isEmpty()) {
            return;
        }
        Hcl.Read read = part.get().read();
        if (!read.isWhole()) {
            findings.gap(file, "read in part: no HCL from here on: " + read.error(), read.errorLine());
        }
        Scope plain = new Scope(module, java.util.Map.of(), false);
        for (Block block : read.body().blocks()) {
            switch (block.type()) {
                case "terraform" -> required(block, file, plain, findings);
                case "provider" -> provider(block, file, plain, findings);
                case "module" -> module(block, file, plain, findings);
                default -> {}
            }
        }
        List<Scope> scopes = modules.scopes(file.folder());
        new TerraformResources(table, modules, file.path(), scopes, findings).read(read.body());
    }

    private static void required(Block terraform, Source file, Scope scope, Findings findings) {
        terraform.body().attribute("required_version").ifPresent(version -> constraint(
                        Mention.of(
                                Kind.TERRAFORM_VERSION,
                                new Component.Platform("terraform"),
                                "terraform",
                                file.at(version.value().line())),
                        version,
                        file,
                        scope)
                .ifPresent(findings::add));
        for (Block providers : terraform.body().blocks("required_providers")) {
            providers.body().attributes().forEach(entry -> provider(entry, file, scope, findings));
        }
        terraform.body().attribute("required_providers").ifPresent(providers -> {
            if (providers.value() instanceof Hcl.ObjectOf object) {
                object.fields().forEach(entry -> provider(entry, file, scope, findings));
            }
        });
    }

    private static void provider(Attribute entry, Source file, Scope scope, Findings findings) {
        String source = "hashicorp/" + entry.name();
        Attribute version = entry;
        if (entry.value() instanceof Hcl.ObjectOf object) {
            source = object.field("source")
                    .filter(Literal.class::isInstance)
                    .map(value -> ((Literal) value).text())
                    .orElse(source);
            version = object.fields().stream()
                    .filter(field -> field.name().equals("version"))
                    .reduce((a, b) -> b)
                    .orElse(null);
        }
        Component.TerraformProvider component = providerOf(source);
        if (version == null) {
            findings.add(Mention.of(Kind.TERRAFORM_PROVIDER, component, component.source(), file.at(entry.line()))
                    .raw(entry.name())
                    .status(Status.FLOATING)
                    .holder("required_providers." + entry.name()));
            return;
        }
        constraint(
                        Mention.of(
                                Kind.TERRAFORM_PROVIDER,
                                component,
                                component.source(),
                                file.at(version.value().line())),
                        version,
                        file,
                        scope)
                .ifPresent(mention -> findings.add(mention.holder("required_providers." + entry.name())));
    }

    /** A version in the provider's own block, as it was written before 0.13. */
    private static void provider(Block block, Source file, Scope scope, Findings findings) {
        block.body().attribute("version").ifPresent(version -> {
            Component.TerraformProvider component = providerOf("hashicorp/" + block.label(0));
            constraint(
                            Mention.of(
                                    Kind.TERRAFORM_PROVIDER,
                                    component,
                                    component.source(),
                                    file.at(version.value().line())),
                            version,
                            file,
                            scope)
                    .ifPresent(mention -> findings.add(mention.holder("provider." + block.label(0))));
        });
    }

    private static Component.TerraformProvider providerOf(String source) {
        Matcher known = PUBLIC.matcher(source);
        String named = known.matches() ? known.group(1) : source;
        return new Component.TerraformProvider(named.contains("/") ? named : "hashicorp/" + named);
    }

    private static Optional<Mention> constraint(Mention mention, Attribute version, Source file, Scope scope) {
        return TerraformValues.text(new Bound(version.value(), file.path(), scope))
                .map(text -> text.isKnown()
                        ? mention.raw(TerraformValues.written(version.value()))
                                .version(text.text())
                                .judged()
                        : mention.raw(version.value().raw()).status(Status.UNRESOLVED));
    }

    private static void module(Block block, Source file, Scope scope, Findings findings) {
        Optional<Attribute> source = block.body().attribute("source");
        if (source.isEmpty() || !(source.get().value() instanceof Literal literal)) {
            return;
        }
        String holder = "module." + block.label(0);
        Matcher registry = REGISTRY.matcher(literal.text());
        if (TerraformModules.isLocal(literal.text())) {
            return;
        }
        boolean git = literal.text().startsWith("github.com/")
                || literal.text().startsWith("bitbucket.org/")
                || literal.text().startsWith("gitlab.com/");
        if (!git && registry.matches()) {
            Component.TerraformModule component = moduleOf(literal.text());
            Optional<Attribute> version = block.body().attribute("version");
            if (version.isEmpty()) {
                findings.add(Mention.of(Kind.TERRAFORM_MODULE, component, component.source(), file.at(literal.line()))
                        .raw(literal.text())
                        .status(Status.FLOATING)
                        .holder(holder));
                return;
            }
            constraint(
                            Mention.of(
                                    Kind.TERRAFORM_MODULE,
                                    component,
                                    component.source(),
                                    file.at(version.get().value().line())),
                            version.get(),
                            file,
                            scope)
                    .ifPresent(mention -> findings.add(mention.holder(holder)));
            return;
        }
        RemoteSource.of(literal.text())
                .ifPresent(remote -> findings.add(Mention.of(
                                Kind.TERRAFORM_MODULE,
                                new Component.TerraformModule(remote.name()),
                                remote.name(),
                                file.at(literal.line()))
                        .raw(literal.text())
                        .version(remote.version())
                        .judged()
                        .holder(holder)));
    }

    /** The module that a registry address names, without the folder in it. */
    static Component.TerraformModule moduleOf(String source) {
        Matcher registry = REGISTRY.matcher(source);
        if (!registry.matches()) {
            return new Component.TerraformModule(source);
        }
        String host = registry.group(1);
        boolean known = host == null || PUBLIC.matcher(host + "/").matches();
        return new Component.TerraformModule(known ? registry.group(2) : host + "/" + registry.group(2));
    }

    private static void lock(Source file, Findings findings) {
        Hcl.Read read = Hcl.read(file.text());
        if (!read.isWhole()) {
            findings.gap(file, "read in part: no HCL from here on: " + read.error(), read.errorLine());
        }
        for (Block provider : read.body().blocks("provider")) {
            Component.TerraformProvider component = providerOf(provider.label(0));
            provider.body()
                    .attribute("version")
                    .filter(version -> version.value() instanceof Literal)
                    .ifPresent(version -> findings.add(Mention.of(
                                    Kind.TERRAFORM_PROVIDER,
                                    component,
                                    component.source(),
                                    file.at(version.value().line()))
                            .raw(((Literal) version.value()).text())
                            .version(((Literal) version.value()).text())
                            .judged()
                            .holder("lock")));
        }
    }
}
