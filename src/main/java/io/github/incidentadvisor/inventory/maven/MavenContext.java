package io.github.incidentadvisor.inventory.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Profile;
import org.apache.maven.model.building.ModelBuilder;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * What a running Maven lends us. Its session is copied before use and never changed.
 *
 * @param builder Maven's own, so that the plugins of a packaging's life cycle are known
 * @param root the folder that paths of the tree are relative to: only the value of {@code ${basedir}} and what profiles that
 *     ask for files look at
 * @param repositories those that Maven uses for the live project; for any other tree those of the settings
 * @param profiles the settings' profiles
 * @param userProperties {@code -D} on the command line
 * @param systemProperties only what may be seen by other people's POMs: see {@link #visible}
 */
public record MavenContext(
        RepositorySystem system,
        RepositorySystemSession session,
        ModelBuilder builder,
        Path root,
        List<RemoteRepository> repositories,
        List<RemoteRepository> pluginRepositories,
        List<Profile> profiles,
        List<String> activeProfiles,
        List<String> inactiveProfiles,
        Properties userProperties,
        Properties systemProperties) {
    public MavenContext {
        repositories = List.copyOf(repositories);
        pluginRepositories = List.copyOf(pluginRepositories);
        profiles = List.copyOf(profiles);
        activeProfiles = List.copyOf(activeProfiles);
        inactiveProfiles = List.copyOf(inactiveProfiles);
    }

    /** Of all system properties those that describe Java, the operating system and Maven: no environment, no paths of users. */
    public static Properties visible(Properties all) {
        Properties visible = new Properties();
        for (String name : all.stringPropertyNames()) {
            if (name.startsWith("java.")
                    || name.startsWith("os.")
                    || name.equals("maven.version")
                    || name.equals("file.separator")
                    || name.equals("path.separator")
                    || name.equals("line.separator")) {
                visible.setProperty(name, all.getProperty(name));
            }
        }
        return visible;
    }

    /** The same for a tree that is elsewhere. */
    public MavenContext at(Path otherRoot) {
        return new MavenContext(
                system,
                session,
                builder,
                otherRoot,
                repositories,
                pluginRepositories,
                profiles,
                activeProfiles,
                inactiveProfiles,
                userProperties,
                systemProperties);
    }
}
