package io.github.incidentadvisor.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The hosts that may be asked: those of the configured base URLs, and no others. */
final class AllowedHosts {
    private final Set<String> hosts = new TreeSet<>();

    /** @param configured {@code host} (that scheme's own port) or {@code host:port} */
    AllowedHosts(Set<String> configured) {
        configured.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
    }

    boolean allow(URI uri) {
        return isWeb(uri) && hosts.contains(authority(uri));
    }

    /** Whether this is a URL that could be asked at all. */
    static boolean isWeb(URI uri) {
        return uri.getHost() != null
                && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
    }

    /** {@code host}, with the port where it is not the scheme's own. */
    static String authority(URI uri) {
        int own = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        return uri.getPort() == -1 || uri.getPort() == own ? host : host + ":" + uri.getPort();
    }

    /** The same thing in the same place: scheme, host and port. */
    static boolean sameOrigin(URI a, URI b) {
        return a.getScheme().equalsIgnoreCase(b.getScheme()) && authority(a).equals(authority(b));
    }

    /** For people: no user, password, query or fragment, for those may be secret. */
    static String redacted(URI uri) {
        if (!isWeb(uri)) {
            return "(not a web address)";
        }
        return authority(uri)
                + (uri.getRawPath() == null ? "" : uri.getRawPath())
                + (uri.getRawQuery() == null ? "" : "?…");
    }
}
