package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.model.AdvisorException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/** Who the user is to git. */
record Author(String name, String email) {
    /**
     * As git itself looks for it: the environment, the repository's config, the user's.
     *
     * @throws AdvisorException when nobody has said
     */
    static Author of(Config repository, Map<String, String> environment) {
        List<Config> configs = Stream.concat(
                        Stream.of(repository), files(environment).flatMap(Author::read))
                .toList();
        return new Author(
                say("name", "GIT_AUTHOR_NAME", configs, environment),
                say("email", "GIT_AUTHOR_EMAIL", configs, environment));
    }

    private static String say(String key, String variable, List<Config> configs, Map<String, String> environment) {
        return Stream.concat(
                        Stream.of(environment.getOrDefault(variable, "")),
                        configs.stream().map(config -> Optional.ofNullable(config.getString("user", null, key))
                                .orElse("")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow(() -> new AdvisorException("git does not know who commits: set user." + key
                        + " (git config --global user." + key + " …). No branch is made."));
    }

    private static Stream<File> files(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", home + "/.config");
        return Stream.of(new File(home, ".gitconfig"), new File(xdg, "git/config"));
    }

    private static Stream<Config> read(File file) {
        FileBasedConfig config = new FileBasedConfig(file, FS.DETECTED);
        try {
            config.load();
            return Stream.of(config);
        } catch (IOException | ConfigInvalidException e) {
            return Stream.of();
        }
    }
}
