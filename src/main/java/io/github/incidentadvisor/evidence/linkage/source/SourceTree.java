package io.github.incidentadvisor.evidence.linkage.source;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Gives the compiler sources from memory as its source path, and swallows whatever it would write. */
final class SourceTree extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, List<JavaFileObject>> byPackage = new HashMap<>();

    /** @param sources what the compiler may look for; read only when it does */
    SourceTree(StandardJavaFileManager files, List<Source> sources) {
        super(files);
        sources.forEach(source -> byPackage
                .computeIfAbsent(source.source().packageName(), p -> new ArrayList<>())
                .add(source));
    }

    /** A source as the compiler sees it. */
    static final class Source extends SimpleJavaFileObject {
        private final SourceFile source;
        private final UnaryOperator<SourceFile> shown;

        /** @param shown what the compiler is shown in its place */
        Source(SourceFile source, UnaryOperator<SourceFile> shown) {
            super(URI.create("tree:///" + encoded(source.path())), Kind.SOURCE);
            this.source = source;
            this.shown = shown;
        }

        SourceFile source() {
            return source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return shown.apply(source).text();
        }

        private static String encoded(String path) {
            try {
                return new URI(null, null, path, null).getRawPath();
            } catch (java.net.URISyntaxException e) {
                return Integer.toHexString(path.hashCode()) + ".java";
            }
        }
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.SOURCE_PATH
                || location == StandardLocation.ANNOTATION_PROCESSOR_PATH
                || super.hasLocation(location);
    }

    /**
     * Nothing is ever loaded from anywhere: whatever the options say, the compiler looks for plug-ins on the path of processors,
     * else on the class path, and would run what a jar of a pull request has there.
     */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return ClassLoader.getPlatformClassLoader();
    }

    @Override
    public <S> ServiceLoader<S> getServiceLoader(Location location, Class<S> service) {
        return ServiceLoader.load(service, ClassLoader.getPlatformClassLoader());
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String name, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (location != StandardLocation.SOURCE_PATH) {
            return super.list(location, name, kinds, recurse);
        }
        return kinds.contains(Kind.SOURCE) ? byPackage.getOrDefault(name, List.of()) : List.of();
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        if (file instanceof Source own) {
            String prefix =
                    own.source().packageName().isEmpty() ? "" : own.source().packageName() + ".";
            return prefix + own.source().simpleName();
        }
        return super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a instanceof Source || b instanceof Source ? a.toUri().equals(b.toUri()) : super.isSameFile(a, b);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof Source ? location == StandardLocation.SOURCE_PATH : super.contains(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForInput(Location location, String name, Kind kind) throws IOException {
        return location == StandardLocation.SOURCE_PATH ? null : super.getJavaFileForInput(location, name, kind);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(Location location, String name, Kind kind, FileObject sibling) {
        return new SimpleJavaFileObject(URI.create("nowhere:///" + name.replace('.', '/') + kind.extension), kind) {
            @Override
            public OutputStream openOutputStream() {
                return OutputStream.nullOutputStream();
            }
        };
    }

    @Override
    public Iterable<Set<JavaFileManager.Location>> listLocationsForModules(Location location) throws IOException {
        return location == StandardLocation.SOURCE_PATH ? List.of() : super.listLocationsForModules(location);
    }
}
