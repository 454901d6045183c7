package io.github.incidentadvisor;

import io.github.incidentadvisor.evidence.Announcements;
import io.github.incidentadvisor.evidence.Behaviours;
import io.github.incidentadvisor.evidence.Linkage;
import io.github.incidentadvisor.evidence.Privacy;
import io.github.incidentadvisor.evidence.Vulnerabilities;
import io.github.incidentadvisor.evidence.notes.ChangeNotes;
import io.github.incidentadvisor.evidence.notes.Feeds;
import io.github.incidentadvisor.evidence.notes.NearNotes;
import io.github.incidentadvisor.evidence.notes.PomHomes;
import io.github.incidentadvisor.evidence.notes.PublishedNotes;
import io.github.incidentadvisor.evidence.vulnerabilities.OsvVulnerabilities;
import io.github.incidentadvisor.evidence.vulnerabilities.RememberedVulnerabilities;
import io.github.incidentadvisor.github.ClonedRepositories;
import io.github.incidentadvisor.github.GitHub;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What vendors say, wired: release notes, known vulnerabilities, feeds. Each is asked by its own client on its own hosts. */
final class Vendors {
    private static final int MOST_DETAILS = 60;

    private final Surroundings surroundings;
    private final Settings settings;
    private final Requests requests;
    private final Path root;
    private final Privacy privacy;

    /** @param requests what the budget is for */
    Vendors(
            Surroundings surroundings,
            Settings settings,
            Requests requests,
            Path root,
            Inventory before,
            Inventory head) {
        this.surroundings = surroundings;
        this.settings = settings;
        this.requests = requests;
        this.root = root;
        this.privacy = Privacy.of(List.of(before, head), settings.list(Setting.PRIVATE_GROUPS));
    }

    ChangeNotes.Answer notes(Step step, Artifacts artifacts, List<Found> found, Map<String, Place> known) {
        Inventory head = step.head();
        List<Change> changes = step.changes();
        URI api = settings.address(Setting.GITHUB_API_URL);
        GitHub github = new GitHub(
                surroundings.http(requests, Set.of(Http.hostOf(api)), settings), api, surroundings.tokenOf(api));
        List<PublishedNotes.Source> sources = new ArrayList<>();
        Optional<ClonedRepositories> clones = folder(Setting.CLONES).map(at -> new ClonedRepositories(at, Map.of()));
        clones.ifPresent(host ->
                sources.add(new PublishedNotes.Source(host, new PomHomes(artifacts, host.host()), Integer.MAX_VALUE)));
        sources.add(new PublishedNotes.Source(github, new PomHomes(artifacts, github.host()), PublishedNotes.REQUESTS));
        Artifacts used = new UsedArtifacts(artifacts, head, changes);
        Set<Component> withFinding = new HashSet<>();
        found.forEach(one -> withFinding.add(one.about().component()));
        try {
            return new ChangeNotes(
                            new PublishedNotes(
                                    Optional.of(new NearNotes(folder(Setting.NOTES), used)), sources, privacy),
                            step.tree(),
                            head,
                            used)
                    .of(changes, change -> withFinding.contains(change.component()), known);
        } finally {
            clones.ifPresent(ClonedRepositories::close);
        }
    }

    /** Of everything that the head has, and of both sides of what changes. */
    Vulnerabilities.Answer vulnerabilities(Inventory head, List<Change> changes) {
        URI api = settings.address(Setting.OSV_URL);
        Set<Coordinates> all = new LinkedHashSet<>();
        head.items().forEach(item -> {
            if (item.component() instanceof Artifact artifact) {
                all.add(new Coordinates(artifact, item.version()));
            }
        });
        changes.forEach(change -> {
            if (change.component() instanceof Artifact artifact) {
                all.add(new Coordinates(artifact, change.from()));
            }
        });
        boolean nothing = all.stream().allMatch(one -> privacy.covers(one.artifact()));
        return nothing
                ? Vulnerabilities.Answer.NOTHING
                : new RememberedVulnerabilities(
                                surroundings.vulnerabilities(),
                                new OsvVulnerabilities(
                                        surroundings.http(requests, Set.of(Http.hostOf(api)), settings),
                                        api,
                                        privacy,
                                        MOST_DETAILS),
                                privacy)
                        .of(all);
    }

    Announcements.Answer announcements(Inventory head, LocalDate today) {
        List<URI> feeds =
                settings.list(Setting.FEEDS).stream().map(Vendors::feed).toList();
        if (feeds.isEmpty()) {
            return Announcements.Answer.NOTHING;
        }
        Set<String> hosts = new HashSet<>();
        feeds.forEach(feed -> hosts.add(Http.hostOf(feed)));
        List<Component> components = head.items().stream()
                .filter(item -> item.declaration().decidedAt().isKnown())
                .map(Inventory.Item::component)
                .filter(component -> !privacy.covers(component))
                .distinct()
                .toList();
        return new Feeds(surroundings.http(requests, hosts, settings), feeds, today).about(components);
    }

    private static URI feed(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getScheme().matches("https?")) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in the user's words.
        }
        throw new AdvisorException("feeds has '" + address + "'; it must be an address such as https://host/feed.xml.");
    }

    /** Names by which a change was found to matter, and where they stand in the project. */
    static Map<String, Place> known(Linkage.Answer linkage, Behaviours.Answer behaviours) {
        Map<String, Place> known = new TreeMap<>();
        linkage.breaks().forEach(one -> {
            if (one.reference().isKnown()) {
                String owner = one.reference().owner().replaceFirst(".*[.$]", "");
                String member = one.reference().member();
                known.putIfAbsent(
                        member.isEmpty() || member.startsWith("<") ? owner : owner + "." + member, one.place());
            }
        });
        behaviours.behaviours().forEach(one -> {
            if (one.name().length() > 3) {
                known.putIfAbsent(one.name(), one.place());
            }
        });
        return known;
    }

    private Optional<Path> folder(Setting setting) {
        return settings.optional(setting).map(root::resolve);
    }
}
