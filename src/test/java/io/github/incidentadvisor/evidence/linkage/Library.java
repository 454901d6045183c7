package io.github.incidentadvisor.evidence.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Real jars of small sources. */
public final class Library {
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record|@interface)\\s+(\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("package\\s+([\\w.]+);");

    private Library() {}

    /**
     * A jar of sources, each a compilation unit named for the first type in it.
     *
     * @param classPath jars that they need
     */
    public static Path jar(Path jar, List<Path> classPath, String... sources) {
        return jar(jar, classPath, 8, sources);
    }

    /** The same for another Java level. */
    public static Path jar(Path jar, List<Path> classPath, int release, String... sources) {
        try {
            Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
            compile(classes, classPath, release, sources);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                    var files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    zip.putNextEntry(
                            new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles sources into a folder, with lines and parameter names. */
    public static void compile(Path classes, List<Path> classPath, int release, String... sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            List<JavaFileObject> units = new ArrayList<>();
            for (String source : sources) {
                units.add(new Unit(path(source), source));
            }
            List<String> options = List.of("-g", "--release", String.valueOf(release), "-proc:none", "-Xlint:-options");
            if (!compiler.getTask(null, files, null, options, null, units).call()) {
                throw new IllegalArgumentException("the fixture does not compile");
            }
        }
    }

    /** A zip with one text in it. */
    public static void zip(Path zip, String entry, String text) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.closeEntry();
        }
    }

    /** Compiles a source whose class file says that it came from a file of another name, as other compilers' do. */
    public static void compiledAs(String sourceFile, Path classes, List<Path> classPath, String source)
            throws IOException {
        compile(classes, classPath, 11, source);
        Path file = classes.resolve(path(source).replace(".java", ".class"));
        ClassReader reader = new ClassReader(Files.readAllBytes(file));
        ClassWriter writer = new ClassWriter(0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visitSource(String name, String debug) {
                        super.visitSource(sourceFile, debug);
                    }
                },
                0);
        Files.write(file, writer.toByteArray());
    }

    /** Puts a text into a jar. */
    public static void add(Path jar, String entry, String text) throws IOException {
        try (var zip = java.nio.file.FileSystems.newFileSystem(jar)) {
            Path file = zip.getPath(entry);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    /** {@code a/b/C.java} for a source that begins with {@code package a.b;} and declares C. */
    public static String path(String source) {
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("no type in: " + source);
        }
        Matcher home = PACKAGE.matcher(source);
        return (home.find() ? home.group(1).replace('.', '/') + "/" : "") + type.group(1) + ".java";
    }

    private static final class Unit extends SimpleJavaFileObject {
        private final String text;

        Unit(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
