package io.github.incidentadvisor.evidence.linkage.runtime;

import static io.github.incidentadvisor.evidence.linkage.runtime.Upgraded.jar;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationKeysSpec {
    private static final String YAML = "src/main/resources/application.yml";
    private static final String PROPERTIES = "src/main/resources/application.properties";

    @TempDir
    Path folder;

    @Test
    void aKeyThatTheNewJarRefusesIsTold() {
        Upgraded upgraded = lib(key("shop.cache.size"), """
                {"name": "shop.cache.size", "deprecation": {"level": "error", "replacement": "shop.store.size"}},
                {"name": "shop.store.size", "type": "java.lang.Integer"}
                """);
        upgraded.project(PROPERTIES, "other=1\nshop.cache.size = 7\n");

        assertThat(upgraded.found())
                .containsExactly("FAILS_RUN " + PROPERTIES
                        + ":2 sets shop.cache.size; lib 2 does not read that key any more, so the value has no effect");
        assertThat(upgraded.fixes()).containsExactly("use shop.store.size instead of shop.cache.size");
        assertThat(upgraded.quotes())
                .containsExactly("lib 2, configuration metadata: {\"name\":\"shop.cache.size\",\"deprecation\":"
                        + "{\"level\":\"error\",\"replacement\":\"shop.store.size\"}}");
    }

    @Test
    void aKeyThatTheNewJarDoesNotKnowIsTold() {
        Upgraded upgraded = lib(key("shop.cache.size"), key("shop.other"));
        upgraded.project(YAML, """
                shop:
                  cache:
                    size: 7
                """);

        assertThat(upgraded.found()).containsExactly("FAILS_RUN " + YAML + ":3 " + gone("shop.cache.size"));
        assertThat(upgraded.quotes().get(0)).contains("lib 1", "absent from that of lib 2");
    }

    @Test
    void everySpellingThatSpringTakesIsTheSameKey() {
        Upgraded upgraded = lib(key("shop.max-cache-size"), key("shop.other"));
        upgraded.project(PROPERTIES, "shop.maxCacheSize=1\nshop.max_cache_size=1\nSHOP.MAX-CACHE-SIZE=1\n")
                .project("Dockerfile", "FROM x\n# ENV SHOP_MAXCACHESIZE=0\nENV SHOP_MAXCACHESIZE=1 B=2\n")
                .project("deploy.yaml", "env:\n- name: SHOP_MAX_CACHE_SIZE\n  value: 1\n")
                .project(".env", "SHOP_MAXCACHESIZE=3\n")
                .project("run.sh", "java -Dshop.max-cache-size=1 -jar app.jar --shop.max-cache-size=2\n");

        assertThat(upgraded.compare().behaviours())
                .extracting(one -> one.place() + " " + one.name())
                .containsExactly(
                        ".env:1 SHOP_MAXCACHESIZE",
                        "Dockerfile:3 SHOP_MAXCACHESIZE",
                        "deploy.yaml:2 SHOP_MAX_CACHE_SIZE",
                        "run.sh:1 shop.max-cache-size",
                        PROPERTIES + ":1 shop.maxCacheSize",
                        PROPERTIES + ":2 shop.max_cache_size",
                        PROPERTIES + ":3 SHOP.MAX-CACHE-SIZE");
    }

    @Test
    void aReplacementIsSpelledAsTheLineSpellsKeys() {
        Upgraded upgraded = lib(key("shop.size"), """
                {"name": "shop.size", "deprecation": {"level": "error", "replacement": "shop.max-size"}},
                {"name": "shop.max-size", "type": "java.lang.Integer"}
                """);
        upgraded.project("Dockerfile", "ENV SHOP_SIZE=1\n");

        assertThat(upgraded.fixes()).containsExactly("use SHOP_MAXSIZE instead of SHOP_SIZE");
    }

    @Test
    void everyDocumentAndProfileCounts() {
        Upgraded upgraded = lib(key("shop.size"), key("shop.other"));
        upgraded.project("src/main/resources/config/application-prod.yaml", """
                a: 1
                ---
                spring.config.activate.on-profile: x
                shop: {size: 2}
                """)
                .project("src/test/resources/bootstrap.properties", "shop.size=1\n");

        assertThat(upgraded.compare().behaviours())
                .extracting(one -> one.place().toString())
                .containsExactly(
                        "src/main/resources/config/application-prod.yaml:4",
                        "src/test/resources/bootstrap.properties:1");
    }

    @Test
    void stringsOfTestsThatSetKeysCount() {
        Upgraded upgraded = lib(key("shop.size"), key("shop.other"));
        upgraded.project("src/test/java/app/ATest.java", """
                package app;
                @SpringBootTest(properties = {"x=1", "shop.size=2"})
                @TestPropertySource(properties = "shop.size: 3")
                class ATest {
                    @DynamicPropertySource
                    static void set(DynamicPropertyRegistry registry) {
                        registry.add("shop.size", () -> "4");
                        log("shop.size=5 was set");
                    }
                }
                """);

        assertThat(upgraded.compare().behaviours())
                .extracting(one -> one.place().line())
                .containsExactly(2, 3, 7);
    }

    @Test
    void whatTheProjectReadsItselfIsACautionWhereItIsSetAndWhereItIsRead() {
        Upgraded upgraded = lib(key("shop.size"), key("shop.other"));
        upgraded.project(PROPERTIES, "shop.size=7\n").project("src/main/java/app/A.java", """
                class A {
                    @Value("${shop.size:3}") int size;
                }
                """);

        assertThat(upgraded.found())
                .containsExactly(
                        "MAY_DIFFER src/main/java/app/A.java:2 reads shop.size; lib 2 does not read that key any more,"
                                + " so whoever renames it where it is set must rename it here",
                        "MAY_DIFFER " + PROPERTIES
                                + ":1 sets shop.size; lib 2 does not read that key any more; only your own code does");
    }

    @Test
    void aMapTakesAllKeysBelowIt() {
        String map = "{\"name\": \"shop.labels\", \"type\": \"java.util.Map<java.lang.String,java.lang.String>\"}";
        String settings = "shop.labels.a=1\nshop.labels.b.c=2\n";

        assertThat(lib(map, map).project(PROPERTIES, settings).found()).isEmpty();
        assertThat(new Upgraded(folder.resolve("gone"))
                        .before("org.a:lib:1", jar().metadata(json(map)))
                        .after("org.a:lib:2", jar().metadata(json(key("shop.other"))))
                        .project(PROPERTIES, settings)
                        .found())
                .containsExactly("FAILS_RUN " + PROPERTIES + ":1 " + gone("shop.labels.a"));
    }

    @Test
    void aKeyThatMovedToAnotherJarIsNotGone() {
        Upgraded upgraded = lib(key("shop.size"), key("shop.other"));
        upgraded.after("org.a:lib-cache:2", jar().metadata(json(key("shop.size"))))
                .project(PROPERTIES, "shop.size=7\n");

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void aKeyThatAJarWhichStayedKnowsIsNotGone() {
        Upgraded upgraded = lib(key("shop.size"), key("shop.other"));
        upgraded.always("org.a:both:1", jar().metadata(json(key("shop.size")))).project(PROPERTIES, "shop.size=7\n");

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void aKeyThatWasRefusedBeforeIsNoNews() {
        String refused = "{\"name\": \"shop.size\", \"deprecation\": {\"level\": \"error\"}}";

        assertThat(lib(refused, key("shop.other"))
                        .project(PROPERTIES, "shop.size=7\n")
                        .found())
                .isEmpty();
    }

    @Test
    void aKeyThatNoJarEverDocumentedIsTheProjectsOwn() {
        assertThat(lib(key("shop.size"), key("shop.other"))
                        .project(PROPERTIES, "app.size=7\n")
                        .found())
                .isEmpty();
    }

    @Test
    void aPropertyThatItsClassStillHasOnlyLostItsDocument() {
        String owned = "{\"name\": \"shop.size\", \"sourceType\": \"shop.Shop\"}";
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:lib:1", jar().metadata(json(owned)))
                .after(
                        "org.a:lib:2",
                        jar().metadata(json(key("shop.other")))
                                .type("shop.Shop", "package shop; public class Shop { public void setSize(int s) {} }"))
                .project(PROPERTIES, "shop.size=7\n");

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void aClassWhoseKeysHaveAnotherPrefixNowGivesTheNewName() {
        Upgraded upgraded = lib(
                "{\"name\": \"shop.size\", \"sourceType\": \"shop.Shop\"}",
                "{\"name\": \"store.size\", \"sourceType\": \"shop.Shop\"}");
        upgraded.project(PROPERTIES, "shop.size=7\n");

        assertThat(upgraded.fixes()).containsExactly("use store.size instead of shop.size");
    }

    @Test
    void aReplacementThatIsAGroupNowIsShownAsOne() {
        Upgraded upgraded = lib(key("shop.ssl"), """
                {"name": "shop.ssl", "deprecation": {"level": "error", "replacement": "store.ssl"}},
                {"name": "store.ssl.enabled"}
                """);
        upgraded.project(PROPERTIES, "shop.ssl=true\n");

        assertThat(upgraded.fixes()).containsExactly("use store.ssl.* instead of shop.ssl");
    }

    @Test
    void aReplacementThatExistedBeforeCanLandFirst() {
        Upgraded upgraded = lib("""
                {"name": "shop.size", "deprecation": {"replacement": "store.size"}}, {"name": "store.size"}
                """, key("store.size"));
        upgraded.project(PROPERTIES, "shop.size=7\n");

        assertThat(upgraded.fixes()).containsExactly("use store.size instead of shop.size (first)");
    }

    @Test
    void aKeyThatIsDeprecatedNowIsOnlyMentioned() {
        Upgraded upgraded =
                lib(key("shop.size"), "{\"name\": \"shop.size\", \"deprecation\": {\"replacement\": \"store.size\"}}");
        upgraded.project(PROPERTIES, "shop.size=7\n");

        assertThat(upgraded.found())
                .containsExactly("DEPRECATED " + PROPERTIES + ":1 sets shop.size, which lib 2 deprecates");
    }

    @Test
    void aValueThatWasTheDefaultOrSwitchedOffWhatIsGoneIsACaution() {
        Upgraded upgraded = lib("""
                {"name": "shop.size", "defaultValue": 7}, {"name": "shop.ads.enabled", "defaultValue": true}
                """, key("shop.other"));
        upgraded.project(PROPERTIES, "shop.size=7\nshop.ads.enabled=false\n");

        assertThat(upgraded.found())
                .allMatch(text -> text.startsWith("MAY_DIFFER"))
                .hasSize(2);
    }

    @Test
    void whatWasLeftBehindWithAJarThatWasTakenOutIsACaution() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:lib:1", jar().metadata(json(key("shop.size"))))
                .after("org.a:other:1", jar().metadata(json(key("other.size"))))
                .project(PROPERTIES, "shop.size=7\n");

        assertThat(upgraded.found())
                .containsExactly("MAY_DIFFER " + PROPERTIES + ":1 sets shop.size; the class path, now without lib,"
                        + " does not read that key any more, so the value has no effect, which may be just as well");
    }

    @Test
    void anotherDefaultIsToldBesideWhatIsSetOfTheSameGroup() {
        String group = "{\"name\": \"shop.port\", \"sourceType\": \"S\"},"
                + " {\"name\": \"shop.stop\", \"sourceType\": \"S\", \"defaultValue\": \"%s\"}";
        Upgraded upgraded = lib(group.formatted("now"), group.formatted("later"));
        upgraded.project(PROPERTIES, "shop.port=1\n");

        assertThat(upgraded.found())
                .containsExactly("MAY_DIFFER " + PROPERTIES + ":1 shop.stop is not set beside this;"
                        + " its default was now, with lib 2 it is later");
        assertThat(upgraded.project("Dockerfile", "ENV SHOP_STOP=now\n").found())
                .isEmpty();
    }

    @Test
    void aUnitWrittenOutAndAZeroThatStandsForNoDefaultAreNoOtherDefaults() {
        String group = "{\"name\": \"shop.port\", \"sourceType\": \"S\"},"
                + " {\"name\": \"shop.wait\", \"sourceType\": \"S\", \"defaultValue\": %s},"
                + " {\"name\": \"shop.count\", \"sourceType\": \"S\", \"defaultValue\": %s}";
        Upgraded upgraded = lib(group.formatted("120", "0"), group.formatted("\"120s\"", "300"));

        assertThat(upgraded.project(PROPERTIES, "shop.port=1\n").found()).isEmpty();
    }

    @Test
    void aNewVersionBuiltWithoutMetadataIsAGapAndNoAlarm() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:lib:1", jar().metadata(json(key("shop.size"))))
                .after("org.a:lib:2", jar().file("x", ""))
                .project(PROPERTIES, "shop.size=7\n");

        assertThat(upgraded.found()).isEmpty();
        assertThat(upgraded.gaps())
                .containsExactly("configuration keys of lib 2: it has no configuration metadata, unlike 1");
    }

    private Upgraded lib(String before, String after) {
        return new Upgraded(folder)
                .before("org.a:lib:1", jar().metadata(json(before)))
                .after("org.a:lib:2", jar().metadata(json(after)));
    }

    private static String json(String properties) {
        return "{\"groups\": [], \"properties\": [" + properties + "]}";
    }

    private static String key(String name) {
        return "{\"name\": \"" + name + "\", \"type\": \"java.lang.Integer\"}";
    }

    private static String gone(String key) {
        return "sets " + key + "; lib 2 does not read that key any more, so the value has no effect";
    }
}
