package io.github.incidentadvisor.action.hub;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.kohsuke.github.connector.GitHubConnectorRequest;

/** A request that the library does not know how to make. */
record Call(String method, URL url, Map<String, List<String>> allHeaders, byte[] bytes)
        implements GitHubConnectorRequest {
    @Override
    public String header(String name) {
        return allHeaders.entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase(name))
                .map(one -> one.getValue().get(0))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String contentType() {
        return hasBody() ? "application/json" : null;
    }

    @Override
    public InputStream body() {
        return hasBody() ? new ByteArrayInputStream(bytes) : null;
    }

    @Override
    public boolean hasBody() {
        return bytes.length > 0;
    }
}
