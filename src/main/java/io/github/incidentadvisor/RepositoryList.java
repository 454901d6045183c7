package io.github.incidentadvisor;

import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.model.AdvisorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The repositories of a scan: folders of clones, clones, or files that list them, one name or folder a line.
 *
 * @param clones where each is, by name; need not exist
 */
record RepositoryList(Map<String, Path> clones) {
    private static final long LONGEST_LIST = 4L << 20;

    /**
     * Those that the texts name.
     *
     * @param where what relative ones are relative to
     * @throws AdvisorException when one is neither a folder nor a list
     */
    static RepositoryList of(Collection<String> texts, Path where) {
        Map<String, Path> clones = new TreeMap<>();
        for (String text : texts) {
            Path at = where.resolve(text).normalize();
            if (Files.isDirectory(at)) {
                folder(at, clones);
            } else if (Files.isRegularFile(at)) {
                list(at, clones);
            } else {
                throw new AdvisorException("repositories names " + at + ", which is not there. "
                        + "Name a folder of clones, or a file that lists them.");
            }
        }
        return new RepositoryList(clones);
    }

    private static void folder(Path folder, Map<String, Path> clones) {
        if (isClone(folder)) {
            put(folder, clones);
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            inside.filter(Files::isDirectory)
                    .filter(one -> !one.getFileName().toString().startsWith("."))
                    .sorted()
                    .forEach(one -> put(one, clones));
        } catch (IOException e) {
            throw new AdvisorException(folder + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private static boolean isClone(Path folder) {
        try (GitRepository repository = GitRepository.open(folder).orElse(null)) {
            return repository != null;
        } catch (AdvisorException e) {
            return true;
        }
    }

    /** {@code owner/name}, which stands for the folder {@code owner+name} beside the list, or a folder. */
    private static void list(Path file, Map<String, Path> clones) {
        try {
            if (Files.size(file) > LONGEST_LIST) {
                throw new AdvisorException(file + " is too long for a list of repositories.");
            }
            for (String line :
                    Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
                String text = line.strip();
                if (text.isEmpty() || text.startsWith("#")) {
                    continue;
                }
                Path beside = file.toAbsolutePath().getParent().resolve(text).normalize();
                boolean named = text.matches("[\\w.-]{1,100}/[\\w.-]{1,100}") && !Files.exists(beside);
                if (named) {
                    clones.putIfAbsent(text, file.toAbsolutePath().getParent().resolve(text.replace('/', '+')));
                } else {
                    put(beside, clones);
                }
            }
        } catch (IOException e) {
            throw new AdvisorException(file + " cannot be read as a list of repositories: " + e.getMessage(), e);
        }
    }

    private static void put(Path folder, Map<String, Path> clones) {
        String plain = folder.getFileName().toString().replaceFirst("\\.git$", "");
        String name = plain.replaceFirst("^([\\w.-]+)\\+", "$1/");
        Path before = clones.putIfAbsent(name, folder);
        if (before != null && !before.equals(folder)) {
            // Two folders of one name are two repositories to whoever has them.
            clones.putIfAbsent(name + " (" + folder.getParent().getFileName() + ")", folder);
        }
    }

    List<String> names() {
        return new ArrayList<>(clones.keySet());
    }
}
