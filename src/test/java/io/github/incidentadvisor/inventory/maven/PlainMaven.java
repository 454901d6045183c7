package io.github.incidentadvisor.inventory.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.supplier.RepositorySystemSupplier;

/** The real resolver and model builder, outside a running Maven. */
public final class PlainMaven {
    private static final RepositorySystem SYSTEM = new RepositorySystemSupplier().get();

    private PlainMaven() {}

    /** Over one repository, a folder, and a local repository of its own. */
    public static MavenContext over(Path remote, Path local, Path root) {
        RemoteRepository repository =
                new RemoteRepository.Builder("test", "default", remote.toUri().toString()).build();
        return over(List.of(repository), local, root, false, new Properties());
    }

    public static MavenContext over(
            List<RemoteRepository> repositories, Path local, Path root, boolean offline, Properties user) {
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setLocalRepositoryManager(
                SYSTEM.newLocalRepositoryManager(session, new LocalRepository(local.toFile())));
        session.setOffline(offline);
        session.setSystemProperties(System.getProperties());
        return new MavenContext(
                SYSTEM,
                session,
                new DefaultModelBuilderFactory().newInstance(),
                root,
                repositories,
                repositories,
                List.of(),
                List.of(),
                List.of(),
                user,
                MavenContext.visible(System.getProperties()));
    }
}
