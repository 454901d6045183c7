package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.draft.NoDraft;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** The client library for models, fetched from where plugins come from once a model is configured, and never before. */
final class ModelLibrary {
    /** As the parent POM says; its core is enough, since requests go over the JDK's client. */
    private static final String LIBRARY = "com.openai:openai-java-core:jar:4.101.0";

    private static final String JACKSON = "2.20.1";

    private final RepositorySystem repositories;
    private final MavenSession session;
    private final Progress progress;

    ModelLibrary(RepositorySystem repositories, MavenSession session, Progress progress) {
        this.repositories = repositories;
        this.session = session;
        this.progress = progress;
    }

    /**
     * Its jars and those that it needs, but for what the engine has already.
     *
     * @throws NoDraft when they cannot be had
     */
    List<URL> jars() {
        if (!isThere()) {
            if (session.isOffline()) {
                throw absent();
            }
            progress.warns("a model is configured: its client library (about 80 MB) is downloaded once into the local"
                    + " repository");
        }
        List<RemoteRepository> from = session.getCurrentProject() == null
                ? List.of()
                : session.getCurrentProject().getRemotePluginRepositories();
        Dependency library = new Dependency(new DefaultArtifact(LIBRARY), "runtime")
                .setExclusions(List.of(new Exclusion("com.fasterxml.jackson.core", "*", "*", "*")));
        CollectRequest collect = new CollectRequest(library, from);
        collect.setManagedDependencies(Stream.of(
                        "com.fasterxml.jackson.datatype:jackson-datatype-jdk8",
                        "com.fasterxml.jackson.datatype:jackson-datatype-jsr310",
                        "com.fasterxml.jackson.module:jackson-module-kotlin")
                .map(name -> new Dependency(new DefaultArtifact(name + ":jar:" + JACKSON), "runtime"))
                .toList());
        try {
            List<URL> jars = new ArrayList<>();
            for (ArtifactResult one : repositories
                    .resolveDependencies(session.getRepositorySession(), new DependencyRequest(collect, null))
                    .getArtifactResults()) {
                jars.add(one.getArtifact().getFile().toURI().toURL());
            }
            return jars;
        } catch (DependencyResolutionException | MalformedURLException e) {
            throw absent();
        }
    }

    private NoDraft absent() {
        return new NoDraft("the client library for models (" + LIBRARY + ") cannot be had"
                + (session.isOffline() ? " offline; run once without -o" : ""));
    }

    /** Whether an earlier run brought it. */
    private boolean isThere() {
        RepositorySystemSession local = session.getRepositorySession();
        return local.getLocalRepositoryManager()
                        .find(local, new LocalArtifactRequest(new DefaultArtifact(LIBRARY), List.of(), null))
                        .getFile()
                != null;
    }
}
