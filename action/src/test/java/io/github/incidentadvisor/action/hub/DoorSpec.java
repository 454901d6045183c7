package io.github.incidentadvisor.action.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proxies and a company's certificates, as a runner's environment names them. */
class DoorSpec {
    private static final Token TOKEN = new Token("t");

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();

    @Test
    void aProxyOfTheEnvironmentIsUsedUnlessTheHostIsExcepted() throws Exception {
        HttpServer proxy = answering(HttpServer.create(here(), 0));
        HttpServer gitHub = answering(HttpServer.create(here(), 0));
        try {
            URI api = URI.create("http://127.0.0.1:" + gitHub.getAddress().getPort());
            Map<String, String> through = Map.of(
                    "http_proxy", "http://127.0.0.1:" + proxy.getAddress().getPort());

            Door.of(through).open(api, TOKEN, "acme/shop").getOfHost("/user");
            assertThat(asked).containsExactly(proxy.getAddress().getPort() + " " + api + "/user");

            asked.clear();
            Door.of(Map.of("http_proxy", through.get("http_proxy"), "NO_PROXY", "example.com, 127.0.0.1"))
                    .open(api, TOKEN, "acme/shop")
                    .getOfHost("/user");
            assertThat(asked).containsExactly(gitHub.getAddress().getPort() + " /user");
        } finally {
            proxy.stop(0);
            gitHub.stop(0);
        }
    }

    @Test
    void aCompanysAuthorityIsTrustedWhenItsFileIsNamedAndNotOtherwise() throws Exception {
        Path store = folder.resolve("store.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "gh",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-storetype",
                "PKCS12");
        Path pem = folder.resolve("ca.pem");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "gh",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-file",
                pem.toString());
        HttpsServer server = HttpsServer.create(here(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        answering(server);
        try {
            URI api = URI.create("https://127.0.0.1:" + server.getAddress().getPort());

            assertThat(Door.of(Map.of("NODE_EXTRA_CA_CERTS", pem.toString()))
                            .open(api, TOKEN, "acme/shop")
                            .getOfHost("/user"))
                    .isNotNull();
            assertThatThrownBy(() -> Door.of(Map.of(), time -> {})
                            .open(api, TOKEN, "acme/shop")
                            .getOfHost("/user"))
                    .isInstanceOf(IOException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aFileThatHoldsNoCertificateIsNamed() throws Exception {
        Path file = Files.writeString(
                folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----\n");

        assertThatThrownBy(() -> Door.of(Map.of("SSL_CERT_FILE", file.toString()))
                        .open(URI.create("https://127.0.0.1:1"), TOKEN, "acme/shop"))
                .hasMessageContaining("SSL_CERT_FILE");
    }

    @Test
    void aTokenPrintsAsNothing() {
        assertThat(new Token("ghs_secret") + "").doesNotContain("secret");
    }

    private HttpServer answering(HttpServer server) {
        server.createContext("/", exchange -> {
            asked.add(server.getAddress().getPort() + " " + exchange.getRequestURI());
            byte[] body = "{\"login\": \"octocat\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static InetSocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
