package io.github.incidentadvisor.evidence.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Announcements.Answer;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.http.Limits;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.http.Site;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Component.Image;
import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsSpec {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final List<Component> COMPONENTS = List.of(
            new Platform("kubernetes"),
            new Image("", "postgres"),
            Artifact.of("org.acme", "acme-pool"),
            Artifact.of("x", "core"));

    @TempDir
    Path cache;

    @Test
    void entriesOfRssAreAboutWhatTheirTitlesName() throws IOException {
        assertThat(said("""
                <rss version="2.0"><channel><title>Acme News</title>
                  <item><title>Kubernetes 1.33 reaches its end</title><link>https://acme.example/1</link>
                    <pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item>
                  <item><title>Acme Pool 3 is out</title><link>https://acme.example/2</link>
                    <pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate></item>
                  <item><title>The core of kubernetesque things</title><pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate></item>
                  <item><title>Kubernetes, long ago</title><pubDate>Tue, 03 Nov 2020 10:00:00 GMT</pubDate></item>
                  <item><title>Kubernetes, some day</title><pubDate>whenever</pubDate></item>
                </channel></rss>
                """))
                .containsExactly(
                        "kubernetes: Kubernetes 1.33 reaches its end (Acme News, 2026-11-02, https://acme.example/1)",
                        "acme-pool: Acme Pool 3 is out (Acme News, 2026-11-03, https://acme.example/2)");
    }

    @Test
    void entriesOfAtomToo() throws IOException {
        assertThat(said("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Acme</title>
                  <entry><title>Postgres minor versions</title><link href="https://acme.example/3"/>
                    <updated>2026-11-10T00:00:00Z</updated></entry>
                </feed>
                """))
                .containsExactly("postgres: Postgres minor versions (Acme, 2026-11-10, https://acme.example/3)");
    }

    @Test
    void whatIsNoFeedIsAGap() throws IOException {
        for (String body : List.of("no", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;", "")) {
            try (Site site = new Site(exchange -> Site.send(exchange, 200, body))) {
                Answer answer = feeds(site).about(COMPONENTS);
                assertThat(answer.announcements()).isEmpty();
                assertThat(answer.gaps()).extracting(Gap::reason).containsExactly("it is no feed that can be read");
            }
        }
    }

    private List<String> said(String feed) throws IOException {
        try (Site site = new Site(exchange -> Site.send(exchange, 200, feed))) {
            return feeds(site).about(COMPONENTS).announcements().stream()
                    .map(one -> one.component().name() + ": " + one.title() + " (" + one.feed() + ", " + one.day()
                            + ", " + one.url() + ")")
                    .toList();
        }
    }

    private Feeds feeds(Site site) {
        Http http = new Http(
                new Requests(),
                Set.of(site.host()),
                cache,
                Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC),
                false,
                Limits.DEFAULT,
                "test",
                ProxySelector.of(null));
        return new Feeds(http, List.of(site.uri("/feed.xml")), TODAY);
    }
}
