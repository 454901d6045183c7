package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The classes of the Java that runs this, read from its image (<a href="https://openjdk.org/jeps/220">JEP 220</a>), not loaded. */
final class RunningPlatform implements ClassSource {
    private final Map<String, Path> modules;

    private RunningPlatform(Map<String, Path> modules) {
        this.modules = modules;
    }

    /** Maps each package to the module that has it. */
    static RunningPlatform open() {
        Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/");
        Map<String, Path> modules = new HashMap<>();
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            Path folder = root.resolve("modules").resolve(module.descriptor().name());
            module.descriptor().packages().forEach(name -> modules.put(name.replace('.', '/'), folder));
        }
        return new RunningPlatform(modules);
    }

    private Optional<Path> file(String name) {
        return Optional.ofNullable(modules.get(Names.packageOf(name))).map(module -> module.resolve(name + ".class"));
    }

    /** Whether it has any class of the package. */
    boolean hasPackage(String packageName) {
        return modules.containsKey(packageName);
    }

    @Override
    public String label() {
        return "Java " + Runtime.version().feature();
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public boolean has(String name) {
        return file(name).filter(Files::exists).isPresent();
    }

    @Override
    public boolean isPlatform() {
        return true;
    }

    @Override
    public byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(file(name).orElseThrow());
    }
}
