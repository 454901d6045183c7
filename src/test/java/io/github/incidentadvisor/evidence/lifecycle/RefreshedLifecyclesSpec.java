package io.github.incidentadvisor.evidence.lifecycle;

import static io.github.incidentadvisor.http.Site.redirect;
import static io.github.incidentadvisor.http.Site.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.http.Limits;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.http.Site;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshedLifecyclesSpec {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Component BOOT = Artifact.of("org.springframework.boot", "spring-boot-starter-parent");

    @TempDir
    private Path cache;

    private final Requests requests = new Requests();

    @Test
    void whatTheApiSaysTodayCounts() throws IOException {
        try (var site = new Site(page -> send(page, 200, answer("spring-boot", "2026-11-20", "2027-01-31")))) {
            Lifecycles lifecycles = lifecycles(site, NOW, false);
            Product boot = product(lifecycles, BOOT).orElseThrow();

            assertThat(boot.asOf()).isEqualTo("2026-11-20");
            assertThat(end(lifecycles, boot)).isEqualTo("2027-01-31");
            assertThat(lifecycles.gaps()).isEmpty();
            assertThat(site.asked().get(0).path()).isEqualTo("/api/v1/products/spring-boot");
        }
    }

    @Test
    void aProductIsAskedForOnceHoweverOftenAndFromHoweverManyThreads() throws Exception {
        try (var site = new Site(page -> send(page, 200, answer("spring-boot", "2026-11-20", "2027-01-31")))) {
            Lifecycles lifecycles = lifecycles(site, NOW, false);
            var threads = Executors.newFixedThreadPool(4);
            try {
                var all = IntStream.range(0, 20)
                        .mapToObj(i -> threads.submit(() -> product(
                                lifecycles, Artifact.of("org.springframework.boot", "spring-boot-starter-" + i))))
                        .toList();
                for (var one : all) {
                    assertThat(one.get()).isPresent();
                }
            } finally {
                threads.shutdown();
            }
            product(lifecycles(site, NOW.plus(Duration.ofHours(20)), false), BOOT);

            assertThat(requests.total()).isEqualTo(1);
        }
    }

    @Test
    void whatNoRuleMapsIsNeverSent() throws IOException {
        try (var site = new Site(page -> send(page, 404, ""))) {
            Lifecycles lifecycles = lifecycles(site, NOW, false);

            assertThat(product(lifecycles, Artifact.of("com.acme.secret", "merger")))
                    .isEmpty();
            assertThat(lifecycles.product("../../secret?")).isEmpty();
            assertThat(requests.total()).isZero();
        }
    }

    @Test
    void offlineTheBundledFactsStandInAndAreDated() throws IOException {
        try (var site = new Site(page -> send(page, 200, "{}"))) {
            Lifecycles lifecycles = lifecycles(site, NOW, true);
            product(lifecycles, BOOT);
            Product java = product(lifecycles, Component.Platform.JAVA).orElseThrow();

            assertThat(java.asOf()).isEqualTo("2026-08-22");
            assertThat(java.label()).startsWith("Java (");
            assertThat(lifecycles.gaps())
                    .containsExactly(Gap.of(
                            "lifecycle of eclipse-temurin, spring-boot",
                            site.host() + " was not asked: offline; used the bundled facts of 2026-08-22"));
            assertThat(requests.total()).isZero();
        }
    }

    @Test
    void aProductThatWasRenamedIsFollowedToItsNewName() throws IOException {
        try (var site = new Site(page -> {
            if (page.getRequestURI().getPath().endsWith("/spring-boot")) {
                redirect(page, 301, "/api/v1/products/boot");
            } else {
                send(page, 200, answer("boot", "2026-11-20", "2027-01-31").replace("[]", "[\"spring-boot\"]"));
            }
        })) {
            Lifecycles lifecycles = lifecycles(site, NOW, false);

            assertThat(product(lifecycles, BOOT).orElseThrow().id()).isEqualTo("boot");
            assertThat(lifecycles.gaps()).isEmpty();
        }
    }

    @Test
    void aPageThatSaysNotFoundMeansThatTheServiceDoesNotKnowIt() throws IOException {
        try (var site = new Site(page -> send(page, 404, "<!DOCTYPE html><title>404</title>"))) {
            Lifecycles lifecycles = lifecycles(site, NOW, false);

            assertThat(product(lifecycles, BOOT)).isPresent();
            assertThat(product(lifecycles, Artifact.of("org.jruby", "jruby"))).isEmpty();
            assertThat(lifecycles.gaps())
                    .containsExactly(
                            Gap.of("lifecycle of jruby", "the lifecycle service does not know it; nothing is bundled"),
                            Gap.of(
                                    "lifecycle of spring-boot",
                                    "the lifecycle service does not know it; used the bundled facts of 2026-08-22"));
        }
    }

    @Test
    void anAnswerThatCannotBeUsedIsSaidAndTheBundledFactsStandIn() throws IOException {
        assertBundled(
                "<html>", "the lifecycle service's answer cannot be used: it is no JSON of bearable size and depth");
        assertBundled(
                "[".repeat(1000),
                "the lifecycle service's answer cannot be used: it is no JSON of bearable size and depth");
        assertBundled(
                answer("tomcat", "2026-11-20", "2027-01-31"), "the lifecycle service answered about another product");
        assertBundled(
                answer("spring-boot", "2025-01-01", "2027-01-31"),
                "the lifecycle service's answer is older, of 2025-01-01");
        assertBundled(
                answer("spring-boot", "2026-11-20", "soon"),
                "the lifecycle service's answer cannot be used: 'eolFrom' is no date");
    }

    @Test
    void aCachedAnswerThatCouldNotBeConfirmedIsUsedAndDated() throws IOException {
        try (var site = new Site(page ->
                send(page, requests.total() == 1 ? 200 : 502, answer("spring-boot", "2026-11-20", "2027-01-31")))) {
            product(lifecycles(site, NOW, false), BOOT);
            Lifecycles later = lifecycles(site, NOW.plus(Duration.ofDays(3)), false);

            assertThat(end(later, product(later, BOOT).orElseThrow())).isEqualTo("2027-01-31");
            assertThat(later.gaps())
                    .containsExactly(Gap.of(
                            "lifecycle of spring-boot",
                            site.host()
                                    + "/api/v1/products/spring-boot answered 502; used the answer read on 2026-11-23"));
        }
    }

    private void assertBundled(String answer, String reason) throws IOException {
        try (var site = new Site(page -> send(page, 200, answer))) {
            Lifecycles lifecycles = lifecycles(site, NOW, false);

            assertThat(product(lifecycles, BOOT).orElseThrow().asOf()).isEqualTo("2026-08-22");
            assertThat(lifecycles.gaps())
                    .containsExactly(
                            Gap.of("lifecycle of spring-boot", reason + "; used the bundled facts of 2026-08-22"));
        }
    }

    private Lifecycles lifecycles(Site site, Instant now, boolean offline) {
        var http = new Http(
                requests,
                Set.of(site.host()),
                cache,
                Clock.fixed(now, ZoneOffset.UTC),
                offline,
                Limits.DEFAULT,
                "t",
                ProxySelector.of(null));
        return new RefreshedLifecycles(http, site.uri("/api/v1/"), new BundledLifecycles(TODAY));
    }

    private static String end(Lifecycles lifecycles, Product product) {
        Cycle cycle = lifecycles.cycleOf(product, new Version("3.5.3")).orElseThrow();
        return cycle.endOfLife().on().toString();
    }

    private static String answer(String name, String generated, String end) {
        return """
                {"generated_at": "%sT00:00:00Z", "result": {"name": "%s", "label": "X", "aliases": [],
                 "labels": {"eol": "OSS support"}, "links": {"html": "https://endoflife.date/x"},
                 "releases": [{"name": "3.5", "releaseDate": "2025-05-31", "isLts": false, "isEol": false, "eolFrom": "%s"}]}}
                """.formatted(generated, name, end);
    }

    private static Optional<Product> product(Lifecycles lifecycles, Component component) {
        return lifecycles.productsOf(component, new Version("1")).stream()
                .map(ProductVersion::product)
                .findFirst();
    }
}
