package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.http.Requests;
import java.net.URI;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryCache;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;

/** Copies of the live session, made for our ways of asking. */
final class Sessions {
    private Sessions() {}

    /**
     * For models and graphs of a tree.
     *
     * @param workspace answers the tree's own modules; the live one would answer with the head's for every tree
     * @param cache shared by all trees of a run: what a repository says of a coordinate does not depend on the tree
     */
    static DefaultRepositorySystemSession forTree(
            RepositorySystemSession live, WorkspaceReader workspace, RepositoryCache cache, Requests requests) {
        DefaultRepositorySystemSession session = new DefaultRepositorySystemSession(live);
        session.setWorkspaceReader(workspace);
        session.setCache(cache);
        session.setTransferListener(new Counting(requests));
        session.setRepositoryListener(null);
        session.setConfigProperty(DependencyManagerUtils.CONFIG_PROP_VERBOSE, true);
        // Repositories that a POM names are other people's hosts.
        session.setIgnoreArtifactDescriptorRepositories(true);
        return session;
    }

    /** For lists of versions: one request for each, no checksum file beside it. */
    static DefaultRepositorySystemSession forMetadata(RepositorySystemSession live, Requests requests) {
        DefaultRepositorySystemSession session = new DefaultRepositorySystemSession(live);
        session.setWorkspaceReader(null);
        session.setCache(new DefaultRepositoryCache());
        session.setTransferListener(new Counting(requests));
        session.setRepositoryListener(null);
        session.setChecksumPolicy(org.eclipse.aether.repository.RepositoryPolicy.CHECKSUM_POLICY_IGNORE);
        return session;
    }

    private static final class Counting extends AbstractTransferListener {
        private final Requests requests;

        Counting(Requests requests) {
            this.requests = requests;
        }

        @Override
        public void transferInitiated(TransferEvent event) {
            String url = event.getResource().getRepositoryUrl();
            try {
                URI uri = URI.create(url);
                if (uri.getHost() != null) {
                    requests.sent(uri.getHost());
                }
            } catch (IllegalArgumentException e) {
                requests.sent("unknown");
            }
        }
    }
}
