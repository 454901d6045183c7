package io.github.incidentadvisor.settings;

import io.github.incidentadvisor.model.AdvisorException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values in force: the first layer that has a name decides, then the engine's default. Immutable. */
public final class Settings {
    private final List<Layer> layers;

    /**
     * One source of values.
     *
     * @param name for messages: {@code the command line}, {@code pom.xml}, {@code .incident-advisor.yml}
     */
    public record Layer(String name, Map<Setting, String> values) {
        public Layer {
            values = Map.copyOf(values);
        }
    }

    private Settings(List<Layer> layers) {
        this.layers = List.copyOf(layers);
    }

    /** @param layers the strongest first */
    public static Settings of(List<Layer> layers) {
        return new Settings(layers);
    }

    /** The value, or the default; empty when neither says anything. */
    public String text(Setting setting) {
        return layer(setting).map(layer -> layer.values().get(setting).strip()).orElse(setting.fallback());
    }

    /** The value unless it is empty. */
    public Optional<String> optional(Setting setting) {
        return Optional.of(text(setting)).filter(value -> !value.isEmpty());
    }

    /** Comma-separated parts, without blanks. */
    public List<String> list(Setting setting) {
        return Arrays.stream(text(setting).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** {@code true} or {@code false}, nothing else; {@code -Dincident-advisor.skip} alone means true. */
    public boolean flag(Setting setting) {
        String value = text(setting);
        if (value.isEmpty() || value.equals("true")) {
            return true;
        }
        if (value.equals("false")) {
            return false;
        }
        throw wrong(setting, value, "true or false");
    }

    /** A whole number, 0 or more. */
    public int number(Setting setting) {
        String value = text(setting);
        if (!value.matches("\\d{1,9}")) {
            throw wrong(setting, value, "a whole number");
        }
        return Integer.parseInt(value);
    }

    /** An ISO day such as 2026-11-24; empty when unset. */
    public Optional<LocalDate> day(Setting setting) {
        return optional(setting).map(value -> {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw wrong(setting, value, "a day such as 2026-11-24");
            }
        });
    }

    /** An absolute http or https address without a trailing slash. */
    public URI address(Setting setting) {
        String value = text(setting);
        try {
            URI uri = URI.create(value.replaceFirst("/+$", ""));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in the user's words.
        }
        throw wrong(setting, value, "an address such as https://host/path, without a user name in it");
    }

    /** One of {@code allowed}. */
    public String choice(Setting setting, List<String> allowed) {
        String value = text(setting);
        if (!allowed.contains(value)) {
            throw wrong(setting, value, "one of " + String.join(", ", allowed));
        }
        return value;
    }

    private Optional<Layer> layer(Setting setting) {
        return layers.stream()
                .filter(layer -> layer.values().containsKey(setting))
                .findFirst();
    }

    private AdvisorException wrong(Setting setting, String value, String wanted) {
        String where = layer(setting).map(Layer::name).orElse("the defaults");
        return new AdvisorException(setting.key() + " is '" + value + "' in " + where + "; it must be " + wanted + ".");
    }

    @Override
    public String toString() {
        return layers.stream()
                .map(layer -> layer.name() + layer.values().keySet())
                .collect(Collectors.joining(" > "));
    }
}
