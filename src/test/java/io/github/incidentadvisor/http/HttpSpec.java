package io.github.incidentadvisor.http;

import static io.github.incidentadvisor.http.Site.redirect;
import static io.github.incidentadvisor.http.Site.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.http.Answer.Failed;
import io.github.incidentadvisor.http.Answer.Found;
import io.github.incidentadvisor.http.Answer.Missing;
import io.github.incidentadvisor.http.Answer.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpSpec {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Map<String, String> PLAIN = Map.of();

    @TempDir
    private Path cache;

    private final Requests requests = new Requests();

    @Test
    void anAnswerIsFoundAndCounted() throws IOException {
        try (var site = new Site(page -> send(page, 200, "hello"))) {
            Found found = found(online(site).get(site.uri("/a"), Map.of("Accept", "text/plain")));

            assertThat(found.text()).isEqualTo("hello");
            assertThat(found.fromCache()).isFalse();
            assertThat(found.fetchedAt()).isEqualTo(NOW);
            assertThat(requests.byHost()).containsExactly(Map.entry(site.host(), 1));
            assertThat(site.asked().get(0).header("User-agent")).isEqualTo("incident-advisor/test");
        }
    }

    @Test
    void withinADayTheSameAnswerCostsNoRequestAndLaterItIsConfirmedByItsValidators() throws IOException {
        try (var site = new Site(page -> {
            page.getResponseHeaders().add("ETag", "\"v1\"");
            page.getResponseHeaders().add("Last-Modified", "Sun, 22 Nov 2026 10:00:00 GMT");
            boolean same = "\"v1\"".equals(page.getRequestHeaders().getFirst("If-None-Match"));
            send(page, same ? 304 : 200, same ? "" : "hello");
        })) {
            online(site).get(site.uri("/a"), PLAIN);
            Found soon = found(at(site, Duration.ofHours(23)).get(site.uri("/a"), PLAIN));
            assertThat(soon.fromCache()).isTrue();
            assertThat(soon.fetchedAt()).isEqualTo(NOW);
            assertThat(requests.total()).isEqualTo(1);

            Found later = found(at(site, Duration.ofHours(24)).get(site.uri("/a"), PLAIN));
            assertThat(later.text()).isEqualTo("hello");
            assertThat(later.fromCache()).isTrue();
            assertThat(later.fetchedAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
            assertThat(requests.total()).isEqualTo(2);
            assertThat(site.asked().get(1).header("If-modified-since")).isEqualTo("Sun, 22 Nov 2026 10:00:00 GMT");

            at(site, Duration.ofHours(47)).get(site.uri("/a"), PLAIN);
            assertThat(requests.total()).as("a confirmed answer is fresh again").isEqualTo(2);
        }
    }

    @Test
    void anAnswerFromTheFutureIsNotFresh() throws IOException {
        try (var site = new Site(page -> send(page, 200, "hello"))) {
            at(site, Duration.ofHours(5)).get(site.uri("/a"), PLAIN);
            online(site).get(site.uri("/a"), PLAIN);

            assertThat(requests.total()).isEqualTo(2);
        }
    }

    @Test
    void whatIsNotThereIsRememberedForTheRunAndForADay() throws IOException {
        try (var site = new Site(page -> send(page, 404, "<html>not here</html>"))) {
            Http http = online(site);

            assertThat(http.get(site.uri("/a"), PLAIN)).isEqualTo(new Missing(404, false, NOW, ""));
            http.get(site.uri("/a"), PLAIN);
            assertThat(at(site, Duration.ofHours(1)).get(site.uri("/a"), PLAIN))
                    .isEqualTo(new Missing(404, true, NOW, ""));

            assertThat(requests.total()).isEqualTo(1);
        }
    }

    @Test
    void offlineOnlyTheCacheIsAskedHoweverOld() throws IOException {
        try (var site = new Site(page -> send(page, 200, "hello"))) {
            online(site).get(site.uri("/a"), PLAIN);
            Http offline = http(site, NOW.plus(Duration.ofDays(90)), true, Limits.DEFAULT);

            Found found = found(offline.get(site.uri("/a"), PLAIN));
            assertThat(found.text()).isEqualTo("hello");
            assertThat(found.notRefreshed()).isEqualTo("offline");
            assertThat(offline.get(site.uri("/b"), PLAIN))
                    .isEqualTo(new Failed(Reason.OFFLINE, site.host() + " was not asked: offline"));
            assertThat(requests.total()).isEqualTo(1);
        }
    }

    @Test
    void anOldAnswerStandsInWhenTheServerFailsAndSaysSo() throws IOException {
        try (var site = new Site(page -> send(page, requests.total() == 1 ? 200 : 500, "hello"))) {
            online(site).get(site.uri("/a"), PLAIN);
            Found found = found(at(site, Duration.ofDays(2)).get(site.uri("/a"), PLAIN));

            assertThat(found.text()).isEqualTo("hello");
            assertThat(found.notRefreshed()).isEqualTo(site.host() + "/a answered 500");
            assertThat(found.fetchedAt()).isEqualTo(NOW);
        }
    }

    @Test
    void onlyConfiguredHostsAreAsked() throws IOException {
        try (var site = new Site(page -> send(page, 200, "hello"))) {
            Http http = online(site);
            for (String elsewhere : List.of(
                    "http://127.0.0.1:1/",
                    "http://localhost" + site.host().substring(9) + "/",
                    "file:///etc/hosts",
                    "mailto:a@b",
                    "/a")) {
                assertThat(reason(http.get(URI.create(elsewhere), PLAIN)))
                        .as(elsewhere)
                        .isEqualTo(Reason.HOST);
            }
            assertThat(requests.total()).isZero();
        }
    }

    @Test
    void aHostWithoutPortMeansTheSchemesOwn() {
        assertThat(Http.hostOf(URI.create("https://Endoflife.date/api/v1"))).isEqualTo("endoflife.date");
        assertThat(Http.hostOf(URI.create("https://endoflife.date:443/"))).isEqualTo("endoflife.date");
        assertThat(Http.hostOf(URI.create("http://endoflife.date:443/"))).isEqualTo("endoflife.date:443");
    }

    @Test
    void redirectsAreFollowedAndEachCounts() throws IOException {
        try (var site = new Site(page -> {
            switch (page.getRequestURI().getPath()) {
                case "/a" -> redirect(page, 301, "/b");
                case "/b" -> redirect(page, 302, "c?x=1");
                case "/c" -> redirect(page, 307, "/d");
                case "/d" -> redirect(page, 308, "/e");
                default -> send(page, 200, "there");
            }
        })) {
            assertThat(found(online(site).get(site.uri("/a"), PLAIN)).text()).isEqualTo("there");
            assertThat(requests.total()).isEqualTo(5);
        }
    }

    @Test
    void redirectsInCirclesEnd() throws IOException {
        try (var site = new Site(page -> redirect(page, 301, "/a"))) {
            assertThat(reason(online(site).get(site.uri("/a"), PLAIN))).isEqualTo(Reason.REDIRECT);
            assertThat(requests.total()).isEqualTo(6);
        }
    }

    @Test
    void redirectsToOtherHostsOrToNoUrlAreRefused() throws IOException {
        for (String to : List.of(
                "http://127.0.0.1:1/x", "https://evil.example/", "ftp://127.0.0.1/", ":::", "", "//user:pw@%s/")) {
            try (var site = new Site(page -> redirect(
                    page,
                    301,
                    to.replace(
                            "%s",
                            page.getLocalAddress().getHostString() + ":"
                                    + page.getLocalAddress().getPort())))) {
                assertThat(reason(online(site).get(site.uri("/a"), PLAIN)))
                        .as(to)
                        .isEqualTo(Reason.REDIRECT);
            }
        }
    }

    @Test
    void aRedirectMayLeadToHttpsButNotAwayFromIt() throws Trouble {
        var journey = new Journey(null, new AllowedHosts(Set.of("a.example")), Limits.DEFAULT, clock(NOW));
        URI plain = URI.create("http://a.example/x");
        URI secure = URI.create("https://a.example/x");

        assertThat(journey.next(plain, "https://a.example/x")).isEqualTo(secure);
        assertThatThrownBy(() -> journey.next(secure, "http://a.example/x"))
                .hasMessage("a.example/x redirects from https to http");
    }

    @Test
    void credentialsDoNotFollowARedirectToAnotherConfiguredHost() throws IOException {
        try (var other = new Site(page -> send(page, 200, "other"));
                var site = new Site(page -> redirect(page, 302, other.uri("/x").toString()))) {
            Http http = new Http(
                    requests,
                    Set.of(site.host(), other.host()),
                    cache,
                    clock(NOW),
                    false,
                    Limits.DEFAULT,
                    "incident-advisor/test",
                    direct());

            http.get(site.uri("/a"), Map.of("authorization", "Bearer s3cret"));

            assertThat(site.asked().get(0).header("Authorization")).isEqualTo("Bearer s3cret");
            assertThat(other.asked().get(0).headers()).doesNotContainKey("Authorization");
        }
    }

    @Test
    void aShortRetryAfterIsWaitedForOnce() throws IOException {
        try (var site = new Site(page -> {
            page.getResponseHeaders().add("Retry-After", "1");
            send(page, requests.total() == 1 ? 429 : 200, "hello");
        })) {
            assertThat(found(online(site).get(site.uri("/a"), PLAIN)).text()).isEqualTo("hello");
            assertThat(requests.total()).isEqualTo(2);
        }
    }

    @Test
    void aLongRetryAfterIsGivenUpAndTheHostLeftAlone() throws IOException {
        try (var site = new Site(page -> {
            page.getResponseHeaders().add("Retry-After", "Mon, 23 Nov 2026 10:10:00 GMT");
            send(page, 429, "slow down");
        })) {
            Http http = online(site);
            var failed = new Failed(
                    Reason.RATE_LIMITED, site.host() + " limits requests (429), and may be asked again in 600 s");

            assertThat(http.get(site.uri("/a"), PLAIN)).isEqualTo(failed);
            assertThat(http.get(site.uri("/b"), PLAIN)).isEqualTo(failed);
            assertThat(requests.total()).isEqualTo(1);
        }
    }

    @Test
    void twoTriesAreAllThatABusyServerGets() throws IOException {
        try (var site = new Site(page -> {
            page.getResponseHeaders().add("Retry-After", "0");
            send(page, 503, "busy");
        })) {
            assertThat(online(site).get(site.uri("/a"), PLAIN))
                    .isEqualTo(new Failed(Reason.SERVER, site.host() + "/a answered 503"));
            assertThat(requests.total()).isEqualTo(2);
        }
    }

    @Test
    void aLimitThatIsCalledForbiddenIsALimit() throws IOException {
        try (var site = new Site(page -> {
            page.getResponseHeaders().add("X-RateLimit-Remaining", "0");
            send(page, 403, "no");
        })) {
            assertThat(reason(online(site).get(site.uri("/a"), PLAIN))).isEqualTo(Reason.RATE_LIMITED);
        }
    }

    @Test
    void aDeadHostIsAskedOnce() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        String host = "127.0.0.1:" + closed;
        Http http = new Http(requests, Set.of(host), cache, clock(NOW), false, Limits.DEFAULT, "t", direct());
        var dead = new Failed(Reason.DEAD, host + " could not be reached");

        assertThat(http.get(URI.create("http://" + host + "/a"), PLAIN)).isEqualTo(dead);
        assertThat(http.get(URI.create("http://" + host + "/b"), PLAIN)).isEqualTo(dead);
        assertThat(requests.total()).isEqualTo(1);
    }

    @Test
    void aDeadHostIsAskedOnceByAllThreadsTogether() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        String host = "127.0.0.1:" + closed;
        Http http = new Http(requests, Set.of(host), cache, clock(NOW), false, Limits.DEFAULT, "t", direct());
        var threads = Executors.newFixedThreadPool(8);
        try {
            var answers = IntStream.range(0, 32)
                    .mapToObj(i -> threads.submit(() -> http.get(URI.create("http://" + host + "/" + i), PLAIN)))
                    .toList();
            for (var answer : answers) {
                assertThat(reason(answer.get())).isEqualTo(Reason.DEAD);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(requests.total()).isEqualTo(1);
    }

    @Test
    void theLogInPageOfANetworkIsNoAnswerAndNotKept() throws IOException {
        try (var site = new Site(page -> {
            page.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            send(page, 200, "<html>Welcome to the hotel</html>");
        })) {
            Answer answer = online(site).get(site.uri("/a"), Map.of("Accept", "application/json"));

            assertThat(answer)
                    .isEqualTo(new Failed(
                            Reason.PROTOCOL, site.host() + "/a answered with a web page where JSON was asked for"));
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void aServerThatTricklesIsCutOffAndAfterTwoOfThoseLeftAlone() throws IOException {
        var limits = new Limits(
                150,
                8 << 20,
                Duration.ofSeconds(1),
                Duration.ofMillis(300),
                Duration.ofSeconds(1),
                Duration.ofHours(24));
        try (var site = new Site(page -> {
            page.sendResponseHeaders(200, 0);
            try (OutputStream out = page.getResponseBody()) {
                for (int i = 0; i < 100; i++) {
                    out.write('.');
                    out.flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })) {
            Http http = http(site, NOW, false, limits);

            for (String path : List.of("/a", "/b", "/c")) {
                assertThat(reason(http.get(site.uri(path), PLAIN))).isEqualTo(Reason.TIMEOUT);
            }
            assertThat(requests.total()).isEqualTo(2);
        }
    }

    @Test
    void aBodyWithoutEndIsAbortedAndALargeOneNotEvenBegun() throws IOException {
        var small = new Limits(
                150, 1000, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofHours(24));
        try (var site = new Site(page -> {
            boolean announced = page.getRequestURI().getPath().equals("/announced");
            page.sendResponseHeaders(200, announced ? 5_000_000_000L : 0);
            byte[] chunk = new byte[500];
            try (OutputStream out = page.getResponseBody()) {
                out.write(chunk);
                out.flush();
                while (!announced) {
                    out.write(chunk);
                }
            }
        })) {
            Http http = http(site, NOW, false, small);

            assertThat(reason(http.get(site.uri("/endless"), PLAIN))).isEqualTo(Reason.TOO_LARGE);
            assertThat(reason(http.get(site.uri("/announced"), PLAIN))).isEqualTo(Reason.TOO_LARGE);
        }
    }

    @Test
    void gzipIsUnpackedButABombIsNot() throws IOException {
        try (var site = new Site(page -> {
            page.getResponseHeaders().add("Content-Encoding", "gzip");
            boolean bomb = page.getRequestURI().getPath().equals("/bomb");
            send(page, 200, bomb ? gzip(new byte[20 << 20]) : gzip("packed".getBytes(UTF_8)));
        })) {
            Http http = online(site);

            assertThat(found(http.get(site.uri("/a"), PLAIN)).text()).isEqualTo("packed");
            assertThat(reason(http.get(site.uri("/bomb"), PLAIN))).isEqualTo(Reason.TOO_LARGE);
        }
    }

    @Test
    void aBodyThatIsNotTheGzipItClaimsToBeIsNoAnswer() throws IOException {
        try (var site = new Site(page -> {
            page.getResponseHeaders().add("Content-Encoding", "gzip");
            send(page, 200, "plain");
        })) {
            assertThat(reason(online(site).get(site.uri("/a"), PLAIN))).isEqualTo(Reason.PROTOCOL);
        }
    }

    @Test
    void theBudgetIsThatOfTheWholeRun() throws IOException {
        try (var site = new Site(page -> send(page, 200, "hello"))) {
            Http http = http(site, NOW, false, Limits.DEFAULT.withBudget(2));
            requests.sent("github.com");

            assertThat(http.get(site.uri("/a"), PLAIN)).isInstanceOf(Found.class);
            assertThat(reason(http.get(site.uri("/b"), PLAIN))).isEqualTo(Reason.BUDGET);
            assertThat(requests.total()).isEqualTo(2);
        }
    }

    @Test
    void corruptAndCutOffCacheFilesAreIgnoredAndWrittenAnew() throws IOException {
        try (var site = new Site(page -> send(page, 200, "hello"))) {
            for (byte[] rubbish : List.of(
                    new byte[0],
                    "rubbish".getBytes(UTF_8),
                    new byte[100_000],
                    "incident-advisor answer 1\n\n".getBytes(UTF_8))) {
                online(site).get(site.uri("/a"), PLAIN);
                for (Path file : files()) {
                    byte[] whole = Files.readAllBytes(file);
                    Files.write(file, rubbish.length == 0 ? java.util.Arrays.copyOf(whole, whole.length - 1) : rubbish);
                }
                int before = requests.total();

                assertThat(found(online(site).get(site.uri("/a"), PLAIN)).text())
                        .isEqualTo("hello");
                assertThat(requests.total()).isEqualTo(before + 1);
                online(site).get(site.uri("/a"), PLAIN);
                assertThat(requests.total()).as("written anew").isEqualTo(before + 1);
            }
        }
    }

    @Test
    void aCacheThatCannotBeWrittenCostsRequestsAndIsSaid() throws IOException {
        Path file = Files.writeString(cache.resolve("file"), "");
        try (var site = new Site(page -> send(page, 200, "hello"))) {
            var http = new Http(requests, Set.of(site.host()), file, clock(NOW), false, Limits.DEFAULT, "t", direct());

            assertThat(found(http.get(site.uri("/a"), PLAIN)).text()).isEqualTo("hello");
            assertThat(http.gaps()).hasSize(1);
        }
    }

    @Test
    void manyThreadsThatWantTheSameMakeOneRequest() throws Exception {
        var gate = new CountDownLatch(1);
        try (var site = new Site(page -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            send(page, 200, "hello");
        })) {
            Http http = online(site);
            var threads = Executors.newFixedThreadPool(8);
            try {
                var answers = IntStream.range(0, 8)
                        .mapToObj(i -> threads.submit(() -> http.get(site.uri("/a"), PLAIN)))
                        .toList();
                gate.countDown();
                for (var answer : answers) {
                    assertThat(found(answer.get()).text()).isEqualTo("hello");
                }
            } finally {
                threads.shutdown();
            }
            assertThat(requests.total()).isEqualTo(1);
        }
    }

    @Test
    void twoBuildsMayShareTheFolder() throws Exception {
        try (var site =
                new Site(page -> send(page, 200, page.getRequestURI().getPath().repeat(2000)))) {
            var threads = Executors.newFixedThreadPool(4);
            try {
                var runs = IntStream.range(0, 40)
                        .mapToObj(i -> threads.submit(
                                () -> found(at(site, Duration.ofDays(i % 2 * 3)).get(site.uri("/p" + i % 3), PLAIN))
                                        .text()))
                        .toList();
                for (int i = 0; i < 40; i++) {
                    assertThat(runs.get(i).get()).isEqualTo(("/p" + i % 3).repeat(2000));
                }
            } finally {
                threads.shutdown();
            }
            assertThat(files()).as("nothing is left aside").hasSize(3);
        }
    }

    @Test
    void secretsReachNeitherTheDiskNorAMessage() throws IOException {
        try (var site =
                new Site(page -> send(page, page.getRequestURI().getPath().equals("/ok") ? 200 : 400, "hello"))) {
            Http http = online(site);
            URI secret = URI.create("http://user:s3cret@" + site.host() + "/ok?token=s3cret");
            http.get(secret, Map.of("Authorization", "Bearer s3cret"));
            Answer bad = http.get(URI.create(secret.toString().replace("/ok", "/bad")), PLAIN);
            Answer odd = http.get(site.uri("/odd"), Map.of("Authorization", "s3cret\r\nX: y"));

            assertThat(bad).isEqualTo(new Failed(Reason.PROTOCOL, site.host() + "/bad?… answered 400"));
            assertThat(reason(odd)).isEqualTo(Reason.HOST);
            assertThat(odd.toString()).doesNotContain("s3cret");
            for (Path file : files()) {
                assertThat(file + Files.readString(file)).doesNotContain("s3cret");
            }
        }
    }

    @Test
    void whatACredentialOpenedIsNotShownWithoutOne() throws IOException {
        try (var site = new Site(
                page -> send(page, page.getRequestHeaders().containsKey("Authorization") ? 200 : 401, "private"))) {
            online(site).get(site.uri("/a"), Map.of("Authorization", "Bearer x"));

            assertThat(reason(online(site).get(site.uri("/a"), PLAIN))).isEqualTo(Reason.REFUSED);
        }
    }

    @Test
    void whatMustNotBeStoredIsNot() throws IOException {
        try (var site = new Site(page -> {
            page.getResponseHeaders().add("Cache-Control", "private, no-store");
            send(page, 200, "hello");
        })) {
            online(site).get(site.uri("/a"), PLAIN);

            assertThat(files()).isEmpty();
        }
    }

    @Test
    void requestsGoThroughTheProxyThatIsGiven() throws IOException {
        try (var proxy = new Site(page -> send(page, 200, "by proxy"))) {
            var http = new Http(
                    requests,
                    Set.of("lifecycle.example"),
                    cache,
                    clock(NOW),
                    false,
                    Limits.DEFAULT,
                    "t",
                    ProxySelector.of(new java.net.InetSocketAddress(
                            "127.0.0.1", proxy.uri("/").getPort())));

            assertThat(found(http.get(URI.create("http://lifecycle.example/a"), PLAIN))
                            .text())
                    .isEqualTo("by proxy");
        }
    }

    private Http online(Site site) {
        return http(site, NOW, false, Limits.DEFAULT);
    }

    private Http at(Site site, Duration later) {
        return http(site, NOW.plus(later), false, Limits.DEFAULT);
    }

    private Http http(Site site, Instant now, boolean offline, Limits limits) {
        return new Http(
                requests, Set.of(site.host()), cache, clock(now), offline, limits, "incident-advisor/test", direct());
    }

    private static ProxySelector direct() {
        return ProxySelector.of(null);
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(cache)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Found found(Answer answer) {
        assertThat(answer).isInstanceOf(Found.class);
        return (Found) answer;
    }

    private static Reason reason(Answer answer) {
        assertThat(answer).isInstanceOf(Failed.class);
        return ((Failed) answer).reason();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
