package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.Hcl.Attribute;
import io.github.incidentadvisor.inventory.manifest.Hcl.Block;
import io.github.incidentadvisor.inventory.manifest.Hcl.Body;
import io.github.incidentadvisor.inventory.manifest.Hcl.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The Terraform modules of a tree, one a folder, who calls whom, and with which arguments. Safe for many threads. */
final class TerraformModules {
    /** More callers than this tell nothing new. */
    private static final int SCOPES = 24;

    private static final int DEPTH = 8;

    private final Files files;
    private final Map<String, Module> modules = new ConcurrentHashMap<>();
    private final Map<String, List<Scope>> scopes = new HashMap<>();
    private Map<String, List<Caller>> callers;

    TerraformModules(Files files) {
        this.files = files;
    }

    /** An expression where it stands, with what its variables mean there. */
    record Bound(Expression expression, String file, Scope scope) {}

    /** A file of a module. */
    record TerraformFile(String path, Hcl.Read read) {}

    /**
     * A module under one set of arguments.
     *
     * @param arguments what callers or variable files set; what they do not has its default
     * @param conditional whether the arguments come from a file that only a command line can choose
     */
    record Scope(Module module, Map<String, Bound> arguments, boolean conditional) {}

    private record Caller(Module module, Block call, String file) {}

    /** A folder of Terraform files. */
    static final class Module {
        private final List<TerraformFile> files;
        private final Map<String, Bound> defaults = new HashMap<>();
        private final Map<String, Bound> locals = new HashMap<>();
        private final Scope unset = new Scope(this, Map.of(), false);

        private Module(List<TerraformFile> files) {
            this.files = List.copyOf(files);
            for (TerraformFile file : files) {
                Body body = file.read().body();
                for (Block variable : body.blocks("variable")) {
                    variable.body()
                            .attribute("default")
                            .ifPresent(value ->
                                    defaults.put(variable.label(0), new Bound(value.value(), file.path(), unset)));
                }
                for (Block block : body.blocks("locals")) {
                    for (Attribute local : block.body().attributes()) {
                        locals.put(local.name(), new Bound(local.value(), file.path(), unset));
                    }
                }
            }
        }

        Optional<TerraformFile> file(String path) {
            return files.stream().filter(file -> file.path().equals(path)).findFirst();
        }

        /** The provider that most of its resources are of, by their types' first word; empty when it has none. */
        String provider() {
            Map<String, Integer> counts = new TreeMap<>();
            files.forEach(file -> file.read()
                    .body()
                    .blocks("resource")
                    .forEach(resource -> counts.merge(resource.label(0).replaceFirst("_.*", ""), 1, Integer::sum)));
            return counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
        }

        Optional<Bound> fallback(String variable) {
            return Optional.ofNullable(defaults.get(variable));
        }

        Optional<Bound> local(String name) {
            return Optional.ofNullable(locals.get(name));
        }
    }

    static boolean isPart(String path) {
        return path.endsWith(".tf") || path.endsWith(".tofu") || path.endsWith(".tf.json");
    }

    /** The module of a folder (with its last {@code /}). */
    Module module(String folder) {
        return modules.computeIfAbsent(folder, this::load);
    }

    private Module load(String folder) {
        List<TerraformFile> parts = new ArrayList<>();
        for (String path : files.in(folder)) {
            if (isPart(path)) {
                files.find(path).ifPresent(file -> parts.add(new TerraformFile(path, read(file))));
            }
        }
        return new Module(parts);
    }

    private static Hcl.Read read(Source file) {
        if (file.isBinary()) {
            return new Hcl.Read(Body.EMPTY, "no text", 1);
        }
        if (!file.path().endsWith(".json")) {
            return Hcl.read(file.text());
        }
        Yaml.Read json = file.yaml();
        return new Hcl.Read(file.root().map(HclJson::body).orElse(Body.EMPTY), json.error(), json.errorLine());
    }

    /** The module under each set of arguments that the tree gives it, at least one. */
    synchronized List<Scope> scopes(String folder) {
        return scopes(folder, new HashSet<>(), 0);
    }

    private List<Scope> scopes(String folder, Set<String> above, int depth) {
        List<Scope> known = scopes.get(folder);
        if (known != null) {
            return known;
        }
        List<Scope> found = new ArrayList<>();
        if (depth < DEPTH && above.add(folder)) {
            for (Caller caller : callers().getOrDefault(folder, List.of())) {
                String home = caller.file().substring(0, caller.file().lastIndexOf('/') + 1);
                if (above.contains(home)) {
                    continue;
                }
                for (Scope scope : scopes(home, above, depth + 1)) {
                    if (found.size() < SCOPES) {
                        found.add(called(module(folder), caller, scope));
                    }
                }
            }
            above.remove(folder);
        }
        if (found.isEmpty()) {
            found.addAll(roots(folder));
        }
        if (above.isEmpty()) {
            scopes.put(folder, List.copyOf(found));
        }
        return found;
    }

    private static Scope called(Module module, Caller caller, Scope scope) {
        Map<String, Bound> arguments = new HashMap<>();
        for (Attribute argument : caller.call().body().attributes()) {
            arguments.put(argument.name(), new Bound(argument.value(), caller.file(), scope));
        }
        return new Scope(module, arguments, scope.conditional());
    }

    /** Nobody in the tree calls it: variable files that Terraform loads by itself, and one scope for each other one. */
    private List<Scope> roots(String folder) {
        Module module = module(folder);
        Map<String, Bound> automatic = new HashMap<>();
        List<String> chosen = new ArrayList<>();
        for (String path : files.in(folder)) {
            String name = path.substring(folder.length());
            if (name.matches("terraform\\.tfvars(?:\\.json)?|.*\\.auto\\.tfvars(?:\\.json)?")) {
                variables(path, module).forEach(automatic::put);
            } else if (name.endsWith(".tfvars")) {
                chosen.add(path);
            }
        }
        List<Scope> found = new ArrayList<>();
        found.add(new Scope(module, automatic, false));
        for (String path : chosen) {
            if (found.size() < SCOPES) {
                Map<String, Bound> arguments = new HashMap<>(automatic);
                arguments.putAll(variables(path, module));
                found.add(new Scope(module, arguments, true));
            }
        }
        return found;
    }

    private Map<String, Bound> variables(String path, Module module) {
        Map<String, Bound> found = new HashMap<>();
        files.find(path).ifPresent(file -> read(file)
                .body()
                .attributes()
                .forEach(value -> found.put(value.name(), new Bound(value.value(), path, module.unset))));
        return found;
    }

    private Map<String, List<Caller>> callers() {
        if (callers == null) {
            Map<String, List<Caller>> found = new HashMap<>();
            Set<String> folders = new HashSet<>();
            files.entries().stream()
                    .map(entry -> entry.path())
                    .filter(TerraformModules::isPart)
                    .forEach(path -> folders.add(path.substring(0, path.lastIndexOf('/') + 1)));
            folders.stream().sorted().forEach(folder -> {
                Module module = module(folder);
                for (TerraformFile file : module.files) {
                    for (Block call : file.read().body().blocks("module")) {
                        called(call, folder).ifPresent(target -> found.computeIfAbsent(target, t -> new ArrayList<>())
                                .add(new Caller(module, call, file.path())));
                    }
                }
            });
            callers = found;
        }
        return callers;
    }

    /** The folder that a call with a relative source names. */
    private Optional<String> called(Block call, String folder) {
        return call.body()
                .attribute("source")
                .map(Attribute::value)
                .filter(Hcl.Literal.class::isInstance)
                .map(value -> ((Hcl.Literal) value).text())
                .filter(TerraformModules::isLocal)
                .flatMap(source -> Files.resolve(folder, source))
                .map(path -> path.isEmpty() ? "" : path + "/");
    }

    static boolean isLocal(String source) {
        return source.equals(".") || source.equals("..") || source.startsWith("./") || source.startsWith("../");
    }
}
