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
    /** What can be written. */
    public static final List<String> FORMATS = List.of("console", "markdown", "json", "sarif", "html", "cyclonedx");

    private static final List<String> FAIL_ON = List.of("never", "broken", "action", "any");

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

    /** A version that begins with two numbers, such as 1.33; empty when unset. */
    public Optional<String> release(Setting setting) {
        return optional(setting).map(value -> {
            if (!value.matches("v?\\d{1,4}\\.\\d{1,4}([.+-].{0,40})?")) {
                throw wrong(setting, value, "a release such as 1.33");
            }
            return value;
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

    /** When to fail the build: {@code never}, {@code broken}, {@code action} or {@code any}. */
    public String failOn() {
        return choice(Setting.FAIL_ON, FAIL_ON);
    }

    /** The outputs asked for, each one of {@link #FORMATS}. */
    public List<String> formats() {
        List<String> formats = list(Setting.FORMATS);
        for (String format : formats) {
            if (!FORMATS.contains(format)) {
                throw wrong(Setting.FORMATS, format, "some of " + String.join(", ", FORMATS));
            }
        }
        return formats;
    }

    /**
     * Looks at each value that has a form.
     *
     * @throws AdvisorException for the first that lacks it, before any work is done
     */
    public Settings checked() {
        failOn();
        formats();
        day(Setting.TODAY);
        release(Setting.KUBERNETES_VERSION);
        List.of(
                        Setting.OFFLINE,
                        Setting.SKIP,
                        Setting.FAIL_ON_ERROR,
                        Setting.SHOW_PROMPT,
                        Setting.SECOND_READING,
                        Setting.QUOTE_PRIVATE_INCIDENTS)
                .forEach(this::flag);
        List.of(Setting.MAX_FINDINGS, Setting.REQUEST_BUDGET).forEach(this::number);
        List.of(Setting.LIFECYCLE_URL, Setting.GITHUB_API_URL, Setting.OSV_URL).forEach(this::address);
        return this;
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
