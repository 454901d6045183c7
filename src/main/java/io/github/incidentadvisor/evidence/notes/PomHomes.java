package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.ReleaseNotes.Health;
import io.github.incidentadvisor.evidence.ReleaseNotes.Step;
import io.github.incidentadvisor.github.RepositoryName;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The homes of components by what they say of themselves: the POM of the version that is gone to and, where that is silent, of
 * its parents, if these really are of the same project; for what is no artifact, by its name. A small table holds those that say
 * nothing, or something else.
 */
public final class PomHomes implements Homes {
    private static final int MOST_PARENTS = 4;
    /** Apache's own git server, which GitHub mirrors under the same names. */
    private static final Pattern GITBOX = Pattern.compile(
            ".*\\b(?:gitbox|git-wip-us|git)\\.apache\\.org/(?:repos/asf[/?]|asf/)?(?:p=)?([A-Za-z0-9][\\w.-]*?)(?:\\.git)?(?:[;/#].*)?");

    /** The site of a project of Apache's, whose repository is usually called like it. */
    private static final Pattern APACHE = Pattern.compile("https?://([a-z0-9]{3,40})\\.apache\\.org(?:/.*)?");

    private static final Map<String, Home> TABLE = table();

    private final Artifacts artifacts;
    private final String host;

    /**
     * Homes on one code host.
     *
     * @param artifacts gives POMs
     * @param host as addresses name it: {@code github.com}
     */
    public PomHomes(Artifacts artifacts, String host) {
        this.artifacts = artifacts;
        this.host = host;
    }

    @Override
    public Known of(Step step) {
        if (step.component() instanceof Artifact artifact) {
            Home listed = TABLE.getOrDefault(artifact.ga(), TABLE.get(artifact.group()));
            return listed == null ? published(artifact, step.to()) : only(listed);
        }
        Home listed = TABLE.get(step.component().purl());
        return listed != null
                ? only(listed)
                : named(step.component())
                        .map(name -> only(new Home(name, Optional.empty(), "its name")))
                        .orElseGet(() -> new Known(List.of(), List.of(), List.of()));
    }

    private static Known only(Home home) {
        return new Known(List.of(home), List.of(), List.of());
    }

    /** Of what is no artifact, its name tells the repository, by the rules of those who register it. */
    private static Optional<RepositoryName> named(Component component) {
        if (component instanceof Component.Action action) {
            return RepositoryName.parse(action.owner() + "/" + action.repository());
        }
        if (component instanceof Component.TerraformProvider provider) {
            String[] parts = provider.source().split("/");
            return parts.length == 2
                    ? RepositoryName.parse(parts[0] + "/terraform-provider-" + parts[1])
                    : Optional.empty();
        }
        if (component instanceof Component.TerraformModule module) {
            String[] parts = module.source().split("/");
            return parts.length == 3 && !parts[0].contains(".")
                    ? RepositoryName.parse(parts[0] + "/terraform-" + parts[2] + "-" + parts[1])
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private Known published(Artifact artifact, Version version) {
        List<String> lookedAt = new ArrayList<>();
        List<Home> homes = new ArrayList<>();
        List<Health> health = new ArrayList<>();
        List<String> at = List.of(artifact.group(), artifact.artifact(), version.text());
        for (int i = 0; i <= MOST_PARENTS && homes.isEmpty() && at.size() == 3; i++) {
            List<String> own = at;
            Optional<Pom> pom = pom(at);
            lookedAt.add("the POM of " + String.join(":", at) + (pom.isPresent() ? "" : " (not to be had)"));
            boolean inherited = i > 0;
            pom.ifPresent(found -> {
                if (!inherited && !found.movedTo().isEmpty()) {
                    health.add(relocated(artifact, version, found));
                }
                found.addresses().stream()
                        .map(address -> repository(address, artifact))
                        .flatMap(Optional::stream)
                        .filter(name -> !inherited || fits(name, own, artifact))
                        .distinct()
                        .map(name -> new Home(name, Optional.of(found.tag()).filter(tag -> !tag.isEmpty()), "its POM"))
                        .forEach(homes::add);
            });
            at = pom.map(Pom::parent).orElse(List.of());
        }
        return new Known(homes, homes.isEmpty() ? lookedAt : List.of(), health);
    }

    private Optional<Pom> pom(List<String> at) {
        Coordinates coordinates =
                new Coordinates(new Artifact(at.get(0), at.get(1), "pom", ""), new Version(at.get(2)));
        if (at.get(2).contains("$") || at.get(2).contains("[")) {
            return Optional.empty();
        }
        Path file = artifacts.files(List.of(coordinates)).get(coordinates);
        return file == null ? Optional.empty() : Pom.read(file, at.get(1), at.get(2));
    }

    private Optional<RepositoryName> repository(String address, Artifact artifact) {
        Matcher site = APACHE.matcher(address.length() > 300 ? "" : address);
        if (site.matches()
                && host.equals("github.com")
                && NameHints.words(artifact.ga()).contains(site.group(1))) {
            return RepositoryName.parse("apache/" + site.group(1));
        }
        Matcher gitbox = GITBOX.matcher(address.length() > 300 ? "" : address);
        return gitbox.matches() && host.equals("github.com")
                ? RepositoryName.parse("apache/" + gitbox.group(1))
                : RepositoryName.of(address, host);
    }

    /**
     * A parent's repository is the artifact's own only if both are of one group and the repository is not that of the parent
     * alone.
     */
    private static boolean fits(RepositoryName name, List<String> parent, Artifact artifact) {
        boolean sameGroup = artifact.group().equals(parent.get(0))
                || artifact.group().startsWith(parent.get(0) + ".")
                        && parent.get(0).indexOf('.') != parent.get(0).lastIndexOf('.');
        Set<String> words = NameHints.words(artifact.ga());
        boolean named =
                NameHints.words(name.name()).stream().anyMatch(word -> word.length() > 2 && words.contains(word));
        boolean onlyParent = name.name().matches("(?i).*(?:parent|-pom|-bom|build-tools?)$");
        return sameGroup && named && !onlyParent;
    }

    private static Health relocated(Artifact artifact, Version version, Pom pom) {
        String to = pom.movedTo();
        return new Health(
                "relocated",
                artifact.artifact() + " has moved to " + to + ": its own POM says so.",
                "relocation: " + to + (pom.movedWhy().isEmpty() ? "" : "; " + Remarks.cut(pom.movedWhy())),
                "the POM of " + artifact.ga() + ":" + version,
                "",
                "");
    }

    private static Map<String, Home> table() {
        Map<String, Home> table = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(PomHomes.class.getResourceAsStream("homes.tsv"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] fields = line.split("\t");
                    Optional<String> minors = fields.length > 2 ? Optional.of(fields[2]) : Optional.empty();
                    RepositoryName name = RepositoryName.parse(fields[1]).orElseThrow();
                    table.put(fields[0], new Home(name, Optional.empty(), minors, "a list of ours"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(table);
    }
}
