package io.github.incidentadvisor.action.hub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificate authorities of a company beside Java's own, from the PEM file that its runners name. */
final class Authorities {
    private Authorities() {}

    /** Empty when no file is named: then Java's own set is used. */
    static Optional<SSLContext> of(Map<String, String> environment) throws IOException {
        List<Certificate> all = new ArrayList<>();
        for (String name : List.of("NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE")) {
            String file = environment.getOrDefault(name, "");
            if (!file.isBlank() && Files.isRegularFile(Path.of(file))) {
                all.addAll(read(name, Path.of(file)));
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(context(all));
    }

    private static List<Certificate> read(String name, Path file) throws IOException {
        try {
            return List.copyOf(CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file))));
        } catch (GeneralSecurityException e) {
            throw new IOException("not asked: " + name + " names a file without certificates", e);
        }
    }

    private static SSLContext context(List<Certificate> extra) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (X509Certificate one : manager(null).getAcceptedIssuers()) {
                store.setCertificateEntry("java-" + number++, one);
            }
            for (Certificate one : extra) {
                store.setCertificateEntry("extra-" + number++, one);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager(store)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("not asked: the certificates cannot be used", e);
        }
    }

    private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager one : factory.getTrustManagers()) {
            if (one instanceof X509TrustManager known) {
                return known;
            }
        }
        throw new GeneralSecurityException("no trust manager");
    }
}
