package io.github.incidentadvisor.evidence.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.SharedData;
import io.github.incidentadvisor.evidence.lifecycle.ApiAnswer.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ApiAnswerSpec {
    private static final String ANSWER = """
            {"schema_version": "1.2.1", "generated_at": "2026-11-20T08:52:34+00:00", "last_modified": "2026-11-19T00:00:00Z",
             "result": {
              "name": "spring-boot", "aliases": ["springboot"], "label": "Spring Boot", "category": "framework",
              "tags": [], "versionCommand": null, "identifiers": [],
              "labels": {"eoas": null, "discontinued": null, "eol": "OSS support", "eoes": "Commercial Support"},
              "links": {"icon": null, "html": "https://endoflife.date/spring-boot", "releasePolicy": null},
              "releases": [
               {"name": "4.1", "codename": null, "label": "4.1", "releaseDate": "2026-06-30", "isLts": false, "ltsFrom": null,
                "isEol": false, "eolFrom": "2027-07-31", "isEoes": false, "eoesFrom": "2028-07-31", "isMaintained": true,
                "latest": {"name": "4.1.1", "date": "2026-08-20", "link": null},
                "custom": {"supportedJavaVersions": "17 - 26"}},
               {"name": "1.5", "codename": null, "label": "1.5", "releaseDate": "2017-01-30", "isLts": false, "ltsFrom": null,
                "isEol": true, "eolFrom": null, "isEoes": null, "eoesFrom": null, "isMaintained": false,
                "latest": null, "custom": null}
              ]}}
            """;

    @Test
    void theFactsAreTaken() throws Unreadable {
        ApiAnswer answer = read(ANSWER);

        assertThat(answer.generated()).isEqualTo("2026-11-20");
        assertThat(answer.product().cycles())
                .containsExactly(
                        new CycleFacts(
                                "4.1",
                                "2026-06-30",
                                "",
                                "",
                                "2027-07-31",
                                "2028-07-31",
                                "",
                                "4.1.1",
                                "2026-08-20",
                                "17 - 26"),
                        new CycleFacts("1.5", "2017-01-30", "", "", "over", "none", "", "", "", ""));
    }

    @Test
    void whatALaterSchemaAddsIsIgnored() throws Unreadable {
        String later = ANSWER.replace(
                        "\"schema_version\": \"1.2.1\"", "\"schema_version\": \"1.9.0\", \"new\": {\"x\": [1]}")
                .replace("\"isLts\": false,", "\"isLts\": false, \"isFoo\": \"bar\", \"fooFrom\": {\"a\": 1},")
                .replace("\"category\": \"framework\"", "\"category\": \"brand-new\"");

        assertThat(read(later)).isEqualTo(read(ANSWER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{} {}",
                "<!DOCTYPE html><html></html>",
                "{\"result\": []}",
                "{\"result\": {}}",
            })
    void whatIsNoAnswerAtAllIsUnreadable(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(Unreadable.class);
    }

    @Test
    void whatHasAWrongTypeIsUnreadableAndNamed() {
        assertUnreadable("\"eolFrom\": \"2027-07-31\"", "\"eolFrom\": \"soon\"", "'eolFrom' is no date");
        assertUnreadable("\"eolFrom\": \"2027-07-31\"", "\"eolFrom\": 20270731", "'eolFrom' is no short text");
        assertUnreadable(
                "\"eolFrom\": \"2027-07-31\"", "\"eolFrom\": \"+999999999-12-31\"", "'eolFrom' is no day of our time");
        assertUnreadable("\"isEol\": true", "\"isEol\": \"yes\"", "'isEol' is neither true nor false");
        assertUnreadable("\"name\": \"4.1\",", "\"name\": {},", "'name' is no short text");
        assertUnreadable("\"name\": \"4.1\",", "", "a release has no 'name'");
        assertUnreadable("\"name\": \"spring-boot\"", "\"name\": \"../etc\"", "'name' is no product name");
        assertUnreadable(
                "\"label\": \"Spring Boot\"", "\"label\": \"" + "x".repeat(5000) + "\"", "'label' is no short text");
        assertUnreadable("\"generated_at\"", "\"generated\"", "'generated_at' is missing");
        assertUnreadable("\"aliases\": [\"springboot\"]", "\"aliases\": 3", "'aliases' is no list of at most 50");
        assertUnreadable(
                "\"isMaintained\": true",
                "\"isMaintained\": true, \"isEol\": true",
                "it is no JSON of bearable size and depth");
    }

    @Test
    @Timeout(10)
    void depthAndSizeAreBounded() {
        assertThatThrownBy(() -> read("[".repeat(1_000_000))).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> read("{\"result\": " + "{\"a\":".repeat(100_000)))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> read("{\"a\": " + "9".repeat(100_000) + "}")).isInstanceOf(Unreadable.class);
        String many = ANSWER.replace("\"releases\": [", "\"releases\": [" + "{\"name\": \"1\"},".repeat(3_000));
        assertThatThrownBy(() -> read(many)).hasMessage("'releases' is no list of at most 2000");
    }

    @Test
    void textBecomesOneLineAndAPageThatIsNoneIsReplaced() throws Unreadable {
        String hostile = ANSWER.replace("Spring Boot\"", "Spring\\n\\tBoot\\u202e \\u0007!\"")
                .replace("https://endoflife.date/spring-boot", "javascript:alert(1)");

        assertThat(read(hostile).product().label()).isEqualTo("Spring Boot !");
        assertThat(read(hostile).product().url()).isEqualTo("https://endoflife.date/spring-boot");
    }

    @Test
    void whatWeReadIsWhatTheSitesOwnDescriptionPromises() throws IOException {
        Map<?, ?> api = openApi();
        Map<?, ?> release = schema(api, "ProductRelease");
        Map<?, ?> product = schema(api, "ProductDetails");

        assertThat(at(api, "paths").get("/products/{product}")).isNotNull();
        assertThat(at(release, "properties").keySet().stream().map(Object::toString))
                .contains(
                        "name",
                        "releaseDate",
                        "isLts",
                        "ltsFrom",
                        "isEoas",
                        "eoasFrom",
                        "isEol",
                        "eolFrom",
                        "isEoes",
                        "eoesFrom",
                        "isDiscontinued",
                        "discontinuedFrom",
                        "latest",
                        "custom");
        assertThat(release.get("required").toString()).contains("name", "releaseDate", "isEol", "eolFrom");
        for (String nullable : List.of("eolFrom", "eoasFrom", "eoesFrom", "discontinuedFrom", "ltsFrom")) {
            assertThat(at(at(release, "properties"), nullable).get("type").toString())
                    .isEqualTo("[string, null]");
        }
        assertThat(product.toString()).contains("labels", "links", "releases");
    }

    private static void assertUnreadable(String good, String bad, String message) {
        assertThat(ANSWER).contains(good);
        assertThatThrownBy(() -> read(ANSWER.replace(good, bad)))
                .isInstanceOf(Unreadable.class)
                .hasMessage(message);
    }

    private static ApiAnswer read(String json) throws Unreadable {
        return ApiAnswer.read(json.getBytes(UTF_8));
    }

    /** The file begins with a block for the site's generator. */
    private static Map<?, ?> openApi() throws IOException {
        String text = Files.readString(SharedData.at("endoflife/openapi-v1.yml"));
        String yaml = text.substring(text.indexOf("\n---", 3) + 4);
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private static Map<?, ?> schema(Map<?, ?> api, String name) {
        return at(at(at(api, "components"), "schemas"), name);
    }

    private static Map<?, ?> at(Map<?, ?> map, String key) {
        return (Map<?, ?>) map.get(key);
    }
}
