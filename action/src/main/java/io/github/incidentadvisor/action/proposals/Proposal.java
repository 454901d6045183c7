package io.github.incidentadvisor.action.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.incidentadvisor.model.AdvisorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A begun migration as the goal {@code migrate} writes it, {@code migration-ID.json}. It was written where the project's own build may
 * have run, so it is read as a stranger's: everything that goes to GitHub is checked here.
 *
 * @param base the commit that it is made for
 * @param breaks what was measured to break with it
 * @param leftToDo what a person has to do
 */
record Proposal(
        String id,
        String title,
        String trigger,
        String base,
        List<Edited> files,
        List<String> breaks,
        List<String> leftToDo) {
    private static final long LARGEST = 8L << 20;
    private static final int MOST_FILES = 40;
    private static final int MOST_LINES = 100;
    private static final String SHA = "[0-9a-f]{40}";

    /**
     * A file that changes.
     *
     * @param before git's hash of what is there
     * @param after git's hash of the content
     */
    record Edited(String path, String before, String after, byte[] content) {
        boolean isWorkflow() {
            return path.startsWith(".github/workflows/");
        }
    }

    /** @throws AdvisorException when it is not what the goal writes */
    static Proposal read(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
                throw new AdvisorException("it is no file of a size that we read");
            }
            JsonNode root = new JsonMapper().readTree(Files.readAllBytes(file));
            if (root == null || root.path("schemaVersion").asInt() != 1) {
                throw new AdvisorException("it is not of this release");
            }
            String id = checked(root, "id", "mig-[0-9a-f]{6}");
            List<Edited> files = new ArrayList<>();
            for (JsonNode one : root.path("files")) {
                files.add(edited(one));
            }
            if (files.size() > MOST_FILES) {
                throw new AdvisorException("it changes more than " + MOST_FILES + " files");
            }
            return new Proposal(
                    id,
                    line(root.path("title").asText()),
                    line(root.path("trigger").asText()),
                    checked(root, "base", SHA),
                    List.copyOf(files),
                    lines(root.path("breaks")),
                    lines(root.path("leftToDo")));
        } catch (IOException e) {
            throw new AdvisorException("it is no JSON that can be read", e);
        }
    }

    private static String checked(JsonNode at, String name, String pattern) {
        String text = at.path(name).asText();
        if (!text.matches(pattern)) {
            throw new AdvisorException("its " + name + " is none");
        }
        return text;
    }

    private static Edited edited(JsonNode at) {
        String path = checked(at, "path", "[^\\p{Cntrl}\\\\]{1,500}");
        boolean inside = !path.startsWith("/")
                && List.of(path.split("/", -1)).stream()
                        .noneMatch(part -> part.isEmpty()
                                || part.equals(".")
                                || part.equals("..")
                                || part.equalsIgnoreCase(".git"));
        if (!inside) {
            throw new AdvisorException("it writes outside of the repository");
        }
        byte[] content;
        try {
            content = Base64.getDecoder().decode(at.path("content").asText());
        } catch (IllegalArgumentException e) {
            throw new AdvisorException("the content of a file cannot be read", e);
        }
        String after = checked(at, "after", SHA);
        if (!after.equals(blob(content))) {
            throw new AdvisorException("the content of a file is not what it says");
        }
        return new Edited(path, checked(at, "before", SHA), after, content);
    }

    /** Git's hash of a file. */
    static String blob(byte[] content) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update(("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-1", e);
        }
    }

    private static List<String> lines(JsonNode list) {
        List<String> all = new ArrayList<>();
        for (JsonNode one : list) {
            if (all.size() < MOST_LINES) {
                JsonNode place = one.path("place");
                String where = place.has("file")
                        ? place.path("file").asText() + ":" + place.path("line").asInt() + ": "
                        : "";
                all.add(line(where + one.path("text").asText()));
            }
        }
        return List.copyOf(all);
    }

    private static String line(String text) {
        String plain =
                text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        return plain.length() <= 300 ? plain : plain.substring(0, 299) + "…";
    }
}
