package io.github.incidentadvisor.evidence.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.github.incidentadvisor.evidence.Privacy;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.github.GitHub;
import io.github.incidentadvisor.github.RepositoryName;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.http.Limits;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.http.Site;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Change.Direction;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeNotesSpec {
    @TempDir
    Path folder;

    @Test
    void sixtyComponentsCostThreeRequestsEachAndNothingTheSecondTime() throws IOException {
        List<Change> changes =
                IntStream.range(0, 60).mapToObj(ChangeNotesSpec::change).toList();
        try (Site site = new Site(ChangeNotesSpec::slowly)) {
            ChangeNotes.Answer cold = notes(site, 10_000).of(changes, change -> false, Map.of());

            assertThat(cold.read())
                    .hasSize(60)
                    .allSatisfy(one -> assertThat(one.notes().sections()).hasSize(1));
            assertThat(site.asked()).hasSize(180);

            assertThat(notes(site, 10_000).of(changes, change -> false, Map.of()))
                    .isEqualTo(cold);
            assertThat(site.asked()).hasSize(180);
        }
    }

    @Test
    void oneFailureTouchesNoOther() throws IOException {
        try (Site site = new Site(exchange -> {
            if (exchange.getRequestURI().getPath().contains("/lib1/")) {
                Site.send(exchange, 404, "{}");
            } else if (exchange.getRequestURI().getPath().contains("/lib2/")) {
                Site.send(exchange, 403, "{}");
            } else {
                slowly(exchange);
            }
        })) {
            ChangeNotes.Answer answer =
                    notes(site, 10_000).of(List.of(change(0), change(1), change(2)), change -> false, Map.of());

            assertThat(answer.read().get(0).notes().sections()).hasSize(1);
            assertThat(answer.gaps())
                    .extracting(Gap::what)
                    .containsExactlyInAnyOrder(
                            "release notes of lib1 1.0.0 → 2.0.0", "release notes of lib2 1.0.0 → 2.0.0");
            assertThat(answer.gaps())
                    .extracting(Gap::reason)
                    .anyMatch(reason ->
                            reason.startsWith("none found; looked at 127.0.0.1/acme/lib1 (no such repository"));
        }
    }

    @Test
    void theBudgetEndsItAndSaysSo() throws IOException {
        List<Change> changes =
                IntStream.range(0, 20).mapToObj(ChangeNotesSpec::change).toList();
        try (Site site = new Site(ChangeNotesSpec::slowly)) {
            ChangeNotes.Answer answer = notes(site, 30).of(changes, change -> false, Map.of());

            assertThat(site.asked()).hasSize(30);
            assertThat(answer.gaps()).anyMatch(gap -> gap.reason().contains("all 30 requests are used up"));
        }
    }

    @Test
    void whatWasOnlyMovedIsReadWhereSomethingWasFoundAboutIt() throws IOException {
        Change moved = new Change(
                Artifact.of("org.acme", "lib7"),
                Direction.UP,
                new Version("1.0.0"),
                new Version("2.0.0"),
                Role.TRANSITIVE,
                Place.NONE,
                "pkg:maven/org.acme/lib0",
                List.of(),
                List.of());
        try (Site site = new Site(ChangeNotesSpec::slowly)) {
            assertThat(notes(site, 100)
                            .of(List.of(moved), change -> false, Map.of())
                            .read())
                    .isEmpty();
            assertThat(notes(site, 100)
                            .of(List.of(moved), change -> true, Map.of())
                            .read())
                    .hasSize(1);
        }
    }

    private static void slowly(HttpExchange exchange) throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/releases")) {
            Site.send(exchange, 200, "[]");
        } else if (path.contains("/git/trees/")) {
            Site.send(exchange, 200, "{\"tree\": [{\"path\": \"CHANGELOG.md\", \"type\": \"blob\"}]}");
        } else {
            Site.send(exchange, 200, "## 2.0.0\n- an entry\n## 1.0.0\n- before\n");
        }
    }

    private ChangeNotes notes(Site site, int budget) {
        Http http = new Http(
                new Requests(),
                Set.of(site.host()),
                folder.resolve("cache"),
                Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC),
                false,
                Limits.DEFAULT.withBudget(budget),
                "test",
                ProxySelector.of(null));
        Homes homes = step -> new Homes.Known(
                List.of(new Homes.Home(
                        RepositoryName.parse("acme/" + step.component().name()).orElseThrow(),
                        Optional.empty(),
                        "test")),
                List.of(),
                List.of());
        return new ChangeNotes(
                new PublishedNotes(
                        Optional.empty(),
                        List.of(new PublishedNotes.Source(
                                new GitHub(http, site.uri(""), Optional.empty()), homes, PublishedNotes.REQUESTS)),
                        Privacy.of(List.of(), List.of())),
                FolderTree.of(folder),
                Inventory.EMPTY,
                PublishedNotesSpec.none());
    }

    private static Change change(int number) {
        return new Change(
                Artifact.of("org.acme", "lib" + number),
                Direction.UP,
                new Version("1.0.0"),
                new Version("2.0.0"),
                Role.DIRECT,
                new Place("pom.xml", 1 + number),
                "",
                List.of(),
                List.of("pom.xml"));
    }
}
