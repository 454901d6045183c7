package io.github.incidentadvisor.evidence.lifecycle;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.evidence.lifecycle.ApiAnswer.Unreadable;
import io.github.incidentadvisor.http.Answer;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bundled facts, brought up to date from the API for the products that are asked for: one request a product and run, none
 * when a cached answer is young enough. Only names of public products are sent, never a project's coordinates.
 */
public final class RefreshedLifecycles implements Lifecycles {
    /** Where the API is when nothing else is configured. */
    public static final URI DEFAULT_URL = URI.create("https://endoflife.date/api/v1");

    private final Http http;
    private final String api;
    private final BundledLifecycles bundled;
    private final Map<String, Optional<Product>> known = new ConcurrentHashMap<>();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    /**
     * @param http must allow the host of {@code lifecycleUrl}
     * @param lifecycleUrl the base of the API, up to and with {@code /v1}
     * @param bundled what stands in when the API has no answer
     */
    public RefreshedLifecycles(Http http, URI lifecycleUrl, BundledLifecycles bundled) {
        this.http = http;
        this.api = lifecycleUrl.toString().replaceFirst("/+$", "");
        this.bundled = bundled;
    }

    @Override
    public List<ProductVersion> productsOf(Component component, Version version) {
        return bundled.products(component, version, this::product);
    }

    @Override
    public Optional<Product> product(String id) {
        String name = bundled.product(id).map(Product::id).orElse(id);
        return ApiAnswer.isName(name) ? known.computeIfAbsent(name, this::ask) : Optional.empty();
    }

    @Override
    public Optional<Cycle> cycleOf(Product product, Version version) {
        return bundled.cycleOf(product, version);
    }

    @Override
    public List<Gap> gaps() {
        Map<String, TreeSet<String>> productsByTrouble = new TreeMap<>();
        troubles.forEach((product, why) ->
                productsByTrouble.computeIfAbsent(why, w -> new TreeSet<>()).add(product));
        return productsByTrouble.entrySet().stream()
                .map(entry -> Gap.of("lifecycle of " + String.join(", ", entry.getValue()), entry.getKey()))
                .toList();
    }

    private Optional<Product> ask(String id) {
        Optional<Product> held = bundled.product(id);
        Answer answer = http.get(URI.create(api + "/products/" + id), Map.of("Accept", "application/json"));
        if (answer instanceof Answer.Found found) {
            return read(id, found, held);
        }
        if (answer instanceof Answer.Missing) {
            return instead(id, held, "the lifecycle service does not know it");
        }
        if (answer instanceof Answer.Failed failed) {
            return instead(id, held, failed.text());
        }
        throw new AssertionError(answer);
    }

    private Optional<Product> read(String id, Answer.Found found, Optional<Product> held) {
        try {
            ApiAnswer answer = ApiAnswer.read(found.body());
            ProductFacts facts = answer.product();
            if (!facts.id().equals(id) && !facts.aliases().contains(id)) {
                return instead(id, held, "the lifecycle service answered about another product");
            }
            LocalDate asOf = answer.generated();
            if (held.isPresent() && asOf.isBefore(bundled.asOf())) {
                return instead(id, held, "the lifecycle service's answer is older, of " + asOf);
            }
            if (!found.notRefreshed().isEmpty()) {
                LocalDate read = found.fetchedAt().atZone(ZoneOffset.UTC).toLocalDate();
                troubles.put(id, found.notRefreshed() + "; used the answer read on " + read);
            }
            return Optional.of(facts.on(bundled.today(), asOf));
        } catch (Unreadable e) {
            return instead(id, held, "the lifecycle service's answer cannot be used: " + e.getMessage());
        }
    }

    private Optional<Product> instead(String id, Optional<Product> held, String why) {
        troubles.put(
                id,
                why + (held.isPresent() ? "; used the bundled facts of " + bundled.asOf() : "; nothing is bundled"));
        return held;
    }
}
