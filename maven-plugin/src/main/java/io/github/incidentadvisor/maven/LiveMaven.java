package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.inventory.maven.MavenContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Profile;
import org.apache.maven.model.building.ModelBuilder;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.RemoteRepository;

/** What the running Maven lends to the engine. */
@Named
@Singleton
public class LiveMaven {
    private final RepositorySystem repositories;
    private final ModelBuilder models;
    private final SettingsDecrypter decrypter;

    @Inject
    LiveMaven(RepositorySystem repositories, ModelBuilder models, SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
        this.repositories = repositories;
        this.models = models;
    }

    /** The context of a session; the repositories are those that Maven uses for its projects. */
    MavenContext of(MavenSession session) {
        Set<RemoteRepository> libraries = new LinkedHashSet<>();
        Set<RemoteRepository> plugins = new LinkedHashSet<>();
        for (MavenProject project : session.getProjects()) {
            libraries.addAll(project.getRemoteProjectRepositories());
            plugins.addAll(project.getRemotePluginRepositories());
        }
        List<Profile> profiles = session.getProjectBuildingRequest().getProfiles();
        return new MavenContext(
                repositories,
                session.getRepositorySession(),
                models,
                root(session),
                List.copyOf(libraries),
                List.copyOf(plugins),
                profiles == null ? List.of() : new ArrayList<>(profiles),
                session.getProjectBuildingRequest().getActiveProfileIds(),
                session.getProjectBuildingRequest().getInactiveProfileIds(),
                session.getUserProperties(),
                visible(session));
    }

    /** The proxies of settings.xml, else those that the JDK knows. */
    static ProxySelector proxies(MavenSession session) {
        ProxySelector platform = ProxySelector.getDefault();
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                RemoteRepository like = new RemoteRepository.Builder("proxied", "default", uri.toString()).build();
                org.eclipse.aether.repository.Proxy proxy =
                        session.getRepositorySession().getProxySelector().getProxy(like);
                return proxy == null
                        ? platform.select(uri)
                        : List.of(new Proxy(
                                Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort())));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {
                platform.connectFailed(uri, address, e);
            }
        };
    }

    /** The password of a server in settings.xml, decrypted; empty when there is none. */
    Optional<String> password(MavenSession session, String serverId) {
        Server server = serverId.isEmpty() ? null : session.getSettings().getServer(serverId);
        if (server == null) {
            return Optional.empty();
        }
        Server plain =
                decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer();
        return Optional.ofNullable(plain.getPassword()).filter(key -> !key.isBlank());
    }

    /** What resolves artifacts. */
    RepositorySystem repositories() {
        return repositories;
    }

    /** Where Maven was started. */
    static Path root(MavenSession session) {
        return Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    }

    /** What POMs may see: Java, the operating system, and what extensions found out about it. */
    private static Properties visible(MavenSession session) {
        Properties all = new Properties();
        all.putAll(session.getSystemProperties());
        return MavenContext.visible(all);
    }
}
