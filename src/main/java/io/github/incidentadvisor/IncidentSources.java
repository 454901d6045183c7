package io.github.incidentadvisor;

import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.incidents.IncidentSource;
import io.github.incidentadvisor.incidents.source.GitHubIssues;
import io.github.incidentadvisor.incidents.source.GitReverts;
import io.github.incidentadvisor.incidents.source.Jira;
import io.github.incidentadvisor.incidents.source.PagerDuty;
import io.github.incidentadvisor.incidents.source.PinComments;
import io.github.incidentadvisor.incidents.source.TreeSource;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From the names in the settings to the sources: folders and files, {@code git}, {@code pagerduty}, {@code jira:SITE/PROJECT},
 * {@code github:OWNER/NAME#LABEL}. What lies in the repository is read from the base, so that a pull request cannot write the
 * incidents that it is judged by; tokens come from the environment alone.
 */
final class IncidentSources {
    private static final Pattern REMOTE = Pattern.compile("(pagerduty|jira|github)(?::(.*))?");
    private static final Pattern SITE = Pattern.compile("(https?://[^/?#@]+)/([A-Za-z][A-Za-z0-9_]{1,30})");
    private static final Pattern REPOSITORY = Pattern.compile("([\\w.-]{1,100}/[\\w.-]{1,100})(?:#(.{1,50}))?");
    private static final String PAGERDUTY = "https://api.pagerduty.com";

    private final Comparison comparison;
    private final Settings settings;
    private final Surroundings surroundings;
    private final Requests requests;
    private final LocalDate today;
    private final List<IncidentSource> sources = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    /** @param requests counts and bounds what is asked */
    IncidentSources(
            Comparison comparison, Settings settings, Surroundings surroundings, Requests requests, LocalDate today) {
        this.comparison = comparison;
        this.settings = settings;
        this.surroundings = surroundings;
        this.requests = requests;
        this.today = today;
        settings.list(Setting.INCIDENTS).forEach(this::add);
    }

    List<IncidentSource> all() {
        return List.copyOf(sources);
    }

    /** Why some cannot be asked. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** Where indexes and what was walked are kept. */
    Path cache() {
        Path all = surroundings.cache(settings).resolve("incidents");
        // Repositories that are read side by side do not wait for each other's index.
        return comparison
                .foreign()
                .map(clone -> all.resolve(StableId.of("clone", clone.toString())))
                .orElse(all);
    }

    private Tree tree() {
        return comparison.base().orElse(comparison.head());
    }

    private void add(String name) {
        Matcher remote = REMOTE.matcher(name);
        if (name.equals("git")) {
            git();
        } else if (remote.matches()) {
            String rest = Optional.ofNullable(remote.group(2)).orElse("");
            switch (remote.group(1)) {
                case "pagerduty" -> pagerDuty(rest.isEmpty() ? PAGERDUTY : rest);
                case "jira" -> jira(rest);
                default -> gitHub(rest);
            }
        } else if (!Path.of(name).isAbsolute()) {
            sources.add(new TreeSource(tree(), name));
        } else if (Files.isDirectory(Path.of(name))) {
            sources.add(new TreeSource(FolderTree.of(Path.of(name)), ""));
        } else {
            gaps.add(Gap.of("incidents in " + Path.of(name).getFileName(), "there is no such folder"));
        }
    }

    /** Versions taken back and pins with a reason; the entries are whole when the repository is closed again. */
    private void git() {
        sources.add(new PinComments(tree()));
        String commit = tree().revision().commit();
        Optional<GitRepository> found = commit.isEmpty() ? Optional.empty() : comparison.repository();
        found.ifPresent(repository -> {
            try (repository) {
                IncidentSource.Listing reverts = new GitReverts(repository, commit, cache()).list();
                sources.add(() -> reverts);
            }
        });
    }

    private void pagerDuty(String address) {
        String token = surroundings.variable("PAGERDUTY_TOKEN");
        URI base = URI.create(address.replaceFirst("/+$", ""));
        if (base.getHost() == null) {
            gaps.add(Gap.of("PagerDuty", "'" + address + "' is no address"));
        } else if (token.isEmpty()) {
            gaps.add(Gap.of("PagerDuty", "no PAGERDUTY_TOKEN in the environment"));
        } else {
            sources.add(new PagerDuty(http(base), base, token, today));
        }
    }

    private void jira(String rest) {
        Matcher site = SITE.matcher(rest);
        String user = surroundings.variable("JIRA_USER");
        String token = surroundings.variable("JIRA_TOKEN");
        if (!site.matches()) {
            gaps.add(Gap.of("Jira", "write jira:https://SITE/PROJECT"));
        } else if (user.isEmpty() || token.isEmpty()) {
            gaps.add(Gap.of("Jira", "no JIRA_USER and JIRA_TOKEN in the environment"));
        } else {
            URI base = URI.create(site.group(1));
            sources.add(new Jira(http(base), base, site.group(2), user, token));
        }
    }

    private void gitHub(String rest) {
        Matcher repository = REPOSITORY.matcher(rest);
        if (repository.matches()) {
            URI api = settings.address(Setting.GITHUB_API_URL);
            String label = Optional.ofNullable(repository.group(2)).orElse("incident");
            sources.add(new GitHubIssues(
                    http(api),
                    api,
                    repository.group(1),
                    label,
                    surroundings.tokenOf(api).orElse("")));
        } else {
            gaps.add(Gap.of("incidents on GitHub", "write github:OWNER/NAME or github:OWNER/NAME#LABEL"));
        }
    }

    private Http http(URI base) {
        return surroundings.http(requests, Set.of(Http.hostOf(base)), settings);
    }
}
