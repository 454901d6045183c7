package io.github.incidentadvisor.evidence.linkage.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;

/**
 * The compiler's file managers, each lent to one compilation at a time. One that is lent again has the jars of the class paths
 * before still open, which is most of what a small compilation costs. Safe for many threads.
 */
final class FileManagers implements AutoCloseable {
    private final JavaCompiler compiler;
    private final Queue<StandardJavaFileManager> free = new ConcurrentLinkedQueue<>();

    FileManagers(JavaCompiler compiler) {
        this.compiler = compiler;
    }

    /** A file manager until it is closed. */
    final class Lease implements AutoCloseable {
        private final StandardJavaFileManager files;

        private Lease(StandardJavaFileManager files) {
            this.files = files;
        }

        StandardJavaFileManager files() {
            return files;
        }

        @Override
        public void close() {
            free.add(files);
        }
    }

    Lease lease() {
        StandardJavaFileManager kept = free.poll();
        return new Lease(
                kept != null ? kept : compiler.getStandardFileManager(d -> {}, Locale.ENGLISH, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        for (StandardJavaFileManager files = free.poll(); files != null; files = free.poll()) {
            try {
                files.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
