package io.github.incidentadvisor.action.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Opens connections as the machine is set up: proxies and extra certificate authorities are named in its environment. */
public final class Door {
    private static final int MOST_REQUESTS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Map<String, String> environment;
    private final Pause pause;

    private Door(Map<String, String> environment, Pause pause) {
        this.environment = environment;
        this.pause = pause;
    }

    /** @param environment read for {@code HTTPS_PROXY}, {@code NO_PROXY}, {@code NODE_EXTRA_CA_CERTS} and {@code SSL_CERT_FILE} */
    public static Door of(Map<String, String> environment) {
        return new Door(environment, Pause.REAL);
    }

    /** The same with another way to wait. */
    public static Door of(Map<String, String> environment, Pause pause) {
        return new Door(environment, pause);
    }

    /** A way to one repository. */
    public Hub open(URI api, Token token, String repository) throws IOException {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .proxy(proxies(api));
        Authorities.of(environment).ifPresent(client::sslContext);
        Wire wire = new Wire(api, client.build(), Clock.systemUTC(), pause, MOST_REQUESTS, PATIENCE);
        return new Hub(wire, api, token, repository);
    }

    /** What stands between us and an address. */
    public ProxySelector proxies(URI api) {
        String variable = "http".equals(api.getScheme()) ? "http_proxy" : "https_proxy";
        Optional<InetSocketAddress> proxy = proxy(value(variable));
        return proxy.isEmpty() || isExcepted(api.getHost()) ? ProxySelector.getDefault() : new Fixed(proxy.get());
    }

    private static Optional<InetSocketAddress> proxy(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            return text.isBlank() || uri.getHost() == null
                    ? Optional.empty()
                    : Optional.of(InetSocketAddress.createUnresolved(
                            uri.getHost(), uri.getPort() < 0 ? 8080 : uri.getPort()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isExcepted(String host) {
        for (String one : value("no_proxy").split(",")) {
            String suffix = one.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "");
            String name = host.toLowerCase(Locale.ROOT);
            if (suffix.equals("*") || !suffix.isEmpty() && (name.equals(suffix) || name.endsWith("." + suffix))) {
                return true;
            }
        }
        return false;
    }

    private String value(String name) {
        String lower = environment.getOrDefault(name, "");
        return lower.isBlank() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower;
    }

    private static final class Fixed extends ProxySelector {
        private final Proxy proxy;

        Fixed(InetSocketAddress address) {
            this.proxy = new Proxy(Proxy.Type.HTTP, address);
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(proxy);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            // The request itself fails and says so.
        }
    }
}
