package io.github.incidentadvisor.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** What the scripts of the invoker projects need. */
public final class Sandbox {
    private Sandbox() {}

    /** Makes a folder a git repository of its own with one commit on {@code main}. */
    public static void repository(Path folder) throws IOException, GitAPIException {
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            git.getRepository().getConfig().setBoolean("commit", null, "gpgsign", false);
            Files.writeString(folder.resolve(".gitignore"), "target/\nbuild.log\ninvoker.properties\n*.groovy\n");
            PersonIdent author = new PersonIdent(
                    "Sample", "sample@example.com", Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("All of it")
                    .setAuthor(author)
                    .setCommitter(author)
                    .setSign(false)
                    .call();
        }
    }

    /** A file as text, failing with its name when it is not there. */
    public static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new AssertionError(file + " was not written");
        }
        return Files.readString(file);
    }

    /** Fails unless {@code text} holds each of {@code parts}. */
    public static void holds(String text, String... parts) {
        for (String part : parts) {
            if (!text.contains(part)) {
                throw new AssertionError("'" + part + "' is not in:\n" + text);
            }
        }
    }

    /** How often {@code part} is in {@code text}. */
    public static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
