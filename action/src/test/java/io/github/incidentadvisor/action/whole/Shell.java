package io.github.incidentadvisor.action.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Runs a program and takes what it prints. */
final class Shell {
    private Shell() {}

    record Done(int code, String output) {}

    static Done run(Path folder, Map<String, String> environment, String... command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Done(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Git, as nobody in particular. */
    static String git(Path folder, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Done done = run(
                folder,
                Map.of(
                        "PATH", System.getenv("PATH"),
                        "HOME", folder.toString(),
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_AUTHOR_NAME", "Sample",
                        "GIT_AUTHOR_EMAIL", "sample@example.com",
                        "GIT_COMMITTER_NAME", "Sample",
                        "GIT_COMMITTER_EMAIL", "sample@example.com"),
                command);
        if (done.code() != 0) {
            throw new AssertionError("git " + String.join(" ", arguments) + ": " + done.output());
        }
        return done.output().strip();
    }
}
