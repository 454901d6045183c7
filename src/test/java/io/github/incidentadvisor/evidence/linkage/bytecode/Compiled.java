package io.github.incidentadvisor.evidence.linkage.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Little sources, compiled in memory. Each begins with its {@code package}, if any; a file is cut where a line is {@code ---}. */
final class Compiled {
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record|@interface) (\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");

    private Compiled() {}

    /** Class files by internal name. */
    static Map<String, byte[]> classes(String sources, List<Path> classPath) {
        Map<String, ByteArrayOutputStream> written = new TreeMap<>();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileManager files =
                new ForwardingJavaFileManager<>(compiler.getStandardFileManager(problems, Locale.ROOT, null)) {
                    @Override
                    public JavaFileObject getJavaFileForOutput(
                            Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                        return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('$', '_')), kind) {
                            @Override
                            public OutputStream openOutputStream() {
                                return written.computeIfAbsent(
                                        name.replace('.', '/'), key -> new ByteArrayOutputStream());
                            }
                        };
                    }
                };
        List<String> options = new ArrayList<>(List.of("--release", "17", "-g", "-proc:none"));
        if (!classPath.isEmpty()) {
            options.add("-cp");
            options.add(String.join(
                    java.io.File.pathSeparator,
                    classPath.stream().map(Path::toString).toList()));
        }
        boolean done = compiler.getTask(null, files, problems, options, null, units(sources))
                .call();
        assertThat(done).as(problems.getDiagnostics().toString()).isTrue();
        Map<String, byte[]> classes = new TreeMap<>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    private static List<JavaFileObject> units(String sources) {
        List<JavaFileObject> units = new ArrayList<>();
        for (String source : sources.split("(?m)^---\n")) {
            Matcher type = TYPE.matcher(source);
            Matcher folder = PACKAGE.matcher(source);
            String path = (folder.find() ? folder.group(1).replace('.', '/') + "/" : "")
                    + (type.find() ? type.group(1) : "module-info") + ".java";
            units.add(new SimpleJavaFileObject(URI.create("mem:///" + path), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return source;
                }
            });
        }
        return units;
    }

    /** A jar of the classes. */
    static Path jar(Path file, Map<String, byte[]> classes) throws java.io.IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var one : classes.entrySet()) {
                zip.putNextEntry(
                        new ZipEntry(one.getKey().startsWith("META-INF/") ? one.getKey() : one.getKey() + ".class"));
                zip.write(one.getValue());
            }
        }
        return file;
    }
}
