package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Newest;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.model.Version.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.artifact.repository.metadata.io.xpp3.MetadataXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.metadata.DefaultMetadata;
import org.eclipse.aether.metadata.Metadata;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.MetadataRequest;
import org.eclipse.aether.resolution.MetadataResult;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.MetadataTransferException;

/**
 * What repositories offer beyond a version: one metadata request for an artifact and repository, through the session's own
 * mirrors, credentials and update policy, all of them in one parallel batch.
 */
public final class NewestVersions {
    private static final Pattern FLAVOUR = Pattern.compile("[0-9.]+[.-]?([A-Za-z][A-Za-z]*)?.*");
    private static final Pattern DATE_LIKE =
            Pattern.compile("(19|20)\\d{6}(\\.\\d+)?|(19|20)\\d{2}[.-]?\\d{2}[.-]?\\d{2}.*");

    private final MavenContext context;
    private final RepositorySystemSession session;
    private final List<Gap> gaps = new ArrayList<>();
    private final Set<String> dead = new HashSet<>();

    /** @param requests told of every request to a repository */
    public NewestVersions(MavenContext context, Requests requests) {
        this.context = context;
        this.session = Sessions.forMetadata(context.session(), requests);
    }

    /** Something to ask about. */
    public record Question(Artifact artifact, Version present, boolean plugin) {}

    /**
     * A repository that gave no answer to one call is not asked by the next.
     *
     * <p>The newest stable versions beyond each present one; pre-releases only beyond a pre-release. What cannot be known has
     * {@link Newest#NOTHING} and a gap.
     */
    public Map<Question, Newest> of(Collection<Question> questions) {
        List<Question> asked = questions.stream().distinct().toList();
        List<MetadataRequest> requests = new ArrayList<>();
        List<Question> owners = new ArrayList<>();
        for (Question question : asked) {
            List<RemoteRepository> repositories =
                    question.plugin() ? context.pluginRepositories() : context.repositories();
            Metadata metadata = new DefaultMetadata(
                    question.artifact().group(),
                    question.artifact().artifact(),
                    "maven-metadata.xml",
                    Metadata.Nature.RELEASE);
            for (RemoteRepository repository : repositories) {
                if (repository.getPolicy(false).isEnabled() && !dead.contains(repository.getId())) {
                    requests.add(new MetadataRequest(metadata, repository, ""));
                    owners.add(question);
                }
            }
        }
        List<MetadataResult> results = context.system().resolveMetadata(session, requests);
        Map<Question, List<Version>> offered = new java.util.LinkedHashMap<>();
        results.stream()
                .filter(result -> result.getException() instanceof MetadataTransferException
                        && !(result.getException() instanceof MetadataNotFoundException))
                .forEach(result -> dead.add(result.getRequest().getRepository().getId()));
        for (int i = 0; i < results.size(); i++) {
            offered.computeIfAbsent(owners.get(i), q -> new ArrayList<>()).addAll(versions(results.get(i)));
        }
        Map<Question, Newest> newest = new java.util.LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (Question question : asked) {
            List<Version> versions = offered.getOrDefault(question, List.of());
            if (versions.isEmpty()) {
                unknown.add(question.artifact().ga());
            }
            newest.put(question, newest(question.present(), versions));
        }
        if (!unknown.isEmpty()) {
            String some = String.join(", ", unknown.subList(0, Math.min(3, unknown.size())));
            gaps.add(Gap.of(
                    "newer versions of " + some + (unknown.size() > 3 ? " and " + (unknown.size() - 3) + " more" : ""),
                    session.isOffline()
                            ? "offline, and no list of versions is in the local repository"
                            : "no repository that Maven uses here has a list of their versions"));
        }
        return newest;
    }

    /** What could not be known. */
    public List<Gap> gaps() {
        return gaps;
    }

    private static List<Version> versions(MetadataResult result) {
        Metadata metadata = result.getMetadata();
        if (metadata == null || metadata.getFile() == null) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(metadata.getFile().toPath())) {
            var versioning = new MetadataXpp3Reader().read(in, false).getVersioning();
            return versioning == null
                    ? List.of()
                    : versioning.getVersions().stream().map(Version::new).toList();
        } catch (IOException | XmlPullParserException e) {
            return List.of();
        }
    }

    static Newest newest(Version present, List<Version> offered) {
        boolean prerelease = VersionOrder.isPrerelease(present);
        boolean dated = DATE_LIKE.matcher(present.text()).matches();
        Map<Step, Version> best = new TreeMap<>();
        for (Version version : offered) {
            boolean usable = (prerelease || !VersionOrder.isPrerelease(version))
                    && (dated || !DATE_LIKE.matcher(version.text()).matches())
                    && flavour(version).equals(flavour(present))
                    && VersionOrder.MAVEN.compare(version, present) > 0;
            if (usable) {
                Step step = present.stepTo(version);
                best.merge(
                        step == Step.OTHER || step == Step.NONE ? Step.PATCH : step,
                        version,
                        (a, b) -> VersionOrder.MAVEN.compare(a, b) >= 0 ? a : b);
            }
        }
        return new Newest(
                best.getOrDefault(Step.PATCH, Version.NONE),
                best.getOrDefault(Step.MINOR, Version.NONE),
                best.getOrDefault(Step.MAJOR, Version.NONE));
    }

    /** {@code jre} of {@code 33.4.8-jre}; the words that all releases may carry are none. */
    private static String flavour(Version version) {
        Matcher matcher = FLAVOUR.matcher(version.text());
        String word = matcher.matches() ? Optional.ofNullable(matcher.group(1)).orElse("") : "";
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        return List.of("final", "release", "ga").contains(lower) || VersionOrder.isPrerelease(version) ? "" : lower;
    }
}
