package io.github.incidentadvisor.evidence.lifecycle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The answer of {@code GET /products/{product}} of the endoflife.date API v1. What it has beyond the facts we use is ignored,
 * as its authors ask of clients; what we use must have the right type.
 *
 * @param generated the day on which it was true
 */
record ApiAnswer(LocalDate generated, ProductFacts product) {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(20_000)
                            .maxNumberLength(50)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int MOST_CYCLES = 2_000;
    private static final int MOST_ALIASES = 50;
    private static final int LONGEST_TEXT = 300;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern PAGE = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d+)?/[A-Za-z0-9._~/%+-]*");

    /** The answer is not what the API promises. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** Whether a product could be called this. */
    static boolean isName(String text) {
        return ID.matcher(text).matches();
    }

    static ApiAnswer read(byte[] json) throws Unreadable {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (IOException e) {
            throw new Unreadable("it is no JSON of bearable size and depth");
        }
        JsonNode result = object(root, "result");
        String generated = text(root, "generated_at");
        if (generated.length() < 10) {
            throw new Unreadable("'generated_at' is missing");
        }
        return new ApiAnswer(LocalDate.parse(day(generated.substring(0, 10), "generated_at")), product(result));
    }

    private static ProductFacts product(JsonNode result) throws Unreadable {
        String id = text(result, "name");
        if (!ID.matcher(id).matches()) {
            throw new Unreadable("'name' is no product name");
        }
        JsonNode labels = object(result, "labels");
        var phases = new ProductFacts.Phases(
                text(labels, "eoas"), text(labels, "eol"), text(labels, "eoes"), text(labels, "discontinued"));
        List<String> aliases = new ArrayList<>();
        for (JsonNode alias : array(result, "aliases", MOST_ALIASES)) {
            if (alias.isTextual() && ID.matcher(alias.textValue()).matches()) {
                aliases.add(alias.textValue());
            }
        }
        List<CycleFacts> cycles = new ArrayList<>();
        for (JsonNode release : array(result, "releases", MOST_CYCLES)) {
            cycles.add(cycle(release));
        }
        String label = text(result, "label");
        String page = result.path("links").path("html").asText("");
        boolean usable = page.length() <= LONGEST_TEXT && PAGE.matcher(page).matches();
        String url = usable ? page : "https://endoflife.date/" + id;
        return new ProductFacts(id, label.isEmpty() ? id : label, url, aliases, phases, cycles);
    }

    private static CycleFacts cycle(JsonNode release) throws Unreadable {
        String name = text(release, "name");
        if (name.isEmpty()) {
            throw new Unreadable("a release has no 'name'");
        }
        JsonNode latest = release.path("latest");
        JsonNode java = release.path("custom").path("supportedJavaVersions");
        return new CycleFacts(
                name,
                date(release, "releaseDate"),
                lts(release),
                phase(release, "isEoas", "eoasFrom"),
                phase(release, "isEol", "eolFrom"),
                phase(release, "isEoes", "eoesFrom"),
                phase(release, "isDiscontinued", "discontinuedFrom"),
                latest.isObject() ? text(latest, "name") : "",
                latest.isObject() ? date(latest, "date") : "",
                java.isTextual() ? text(release.path("custom"), "supportedJavaVersions") : "");
    }

    private static String lts(JsonNode release) throws Unreadable {
        String from = date(release, "ltsFrom");
        return !from.isEmpty() ? from : release.path("isLts").asBoolean(false) ? CycleFacts.LTS : "";
    }

    /** The day decides; the boolean was true on the day of the answer only, and counts where there is no day. */
    private static String phase(JsonNode release, String is, String from) throws Unreadable {
        String day = date(release, from);
        JsonNode over = release.path(is);
        if (!day.isEmpty()) {
            return day;
        }
        if (over.isBoolean()) {
            return over.booleanValue() ? CycleFacts.OVER : CycleFacts.OPEN;
        }
        if (over.isMissingNode()) {
            return "";
        }
        if (over.isNull()) {
            return CycleFacts.NONE;
        }
        throw new Unreadable("'" + is + "' is neither true nor false");
    }

    private static String date(JsonNode of, String field) throws Unreadable {
        String text = text(of, field);
        return text.isEmpty() ? "" : day(text, field);
    }

    private static String day(String text, String field) throws Unreadable {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 1900 || day.getYear() > 2999) {
                throw new Unreadable("'" + field + "' is no day of our time");
            }
            return day.toString();
        } catch (DateTimeException e) {
            throw new Unreadable("'" + field + "' is no date");
        }
    }

    /** One line of printable text; empty when it is null or absent. */
    private static String text(JsonNode of, String field) throws Unreadable {
        JsonNode node = of.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isTextual() || node.textValue().length() > LONGEST_TEXT) {
            throw new Unreadable("'" + field + "' is no short text");
        }
        return node.textValue().replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    }

    private static JsonNode object(JsonNode of, String field) throws Unreadable {
        JsonNode node = of.path(field);
        if (!node.isObject()) {
            throw new Unreadable("'" + field + "' is no object");
        }
        return node;
    }

    private static JsonNode array(JsonNode of, String field, int most) throws Unreadable {
        JsonNode node = of.path(field);
        if (!node.isArray() || node.size() > most) {
            throw new Unreadable("'" + field + "' is no list of at most " + most);
        }
        return node;
    }
}
