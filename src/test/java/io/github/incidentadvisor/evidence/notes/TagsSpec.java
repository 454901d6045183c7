package io.github.incidentadvisor.evidence.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.github.RepositoryName;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsSpec {
    @ParameterizedTest
    @CsvSource({
        "org.acme:acme-core, acme/acme-core, 2.19.0, acme-core-2.19.0",
        "org.acme:acme, acme/acme, 33.0.0-jre, v33.0.0",
        "org.acme.orm:orm-core, acme/acme-orm, 6.2.0.Final, 6.2.0",
        "org.acme:net-handler, acme/net, 4.2.7.Final, net-4.2.7.Final",
        "org.acme:log-core, acme/logging-log, 2.26.0, rel/2.26.0",
        "org.acme:back-classic, acme/back, 1.6.3, v_1.6.3",
        "org.acme:unit-api, acme/unit, 5.10.2, r5.10.2",
        "org.acme:assert-core, acme/assert, 3.27.7, assert-build-3.27.7",
        "org.acme:commons-lang3, acme/commons-lang, 3.20.0, rel/commons-lang-3.20.0",
        "org.acme:client5, acme/components-client, 5.6.4, rel/v5.6.4",
        "org.acme:ok, acme/ok, 5.4.0, parent-5.4.0",
        "org.acme:sql, acme/pgsql, 42.7.13, REL42.7.13",
        "org.acme:h2, acme/h2database, 2.3.230, version-2.3.230",
        "org.acme:json, acme/json, 2.10.1, json-parent-2.10.1",
        "org.acme:Pool, acme/Pool, 6.0.0, Pool-6.0.0",
        "org.acme:jet-server, acme/jet.project, 12.0.14, jet-12.0.14",
    })
    void theTagOfAVersionIsFoundInEveryScheme(String ga, String repository, String version, String tag) {
        Tags tags = tags(ga, repository);

        assertThat(tags.of(new Version(version), List.of("1.0", "v9.9.9", tag, "other-" + version)))
                .contains(tag);
    }

    @Test
    void tagsOfNeighboursAreRefusedAndOnesOwnNameIsPreferred() {
        Tags tags = tags("org.acme:mock-core", "acme/mono");

        assertThat(tags.of(new Version("1.2.3"), List.of("mock-web-1.2.3", "android-1.2.3")))
                .isEmpty();
        assertThat(tags.of(new Version("1.2.3"), List.of("v1.2.3", "mock-core-1.2.3")))
                .contains("mock-core-1.2.3");
        assertThat(tags.of(new Version("1.2.3"), List.of("v11.2.3", "v1.2.30", "1.2.3-rc1")))
                .isEmpty();
    }

    @Test
    void aHundredThousandOddTagsAreNoTrouble() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            all.add("tag\u202E ../" + "-".repeat(i % 300) + i);
        }
        all.add("v1.2.3");

        assertThat(tags("org.acme:pool", "acme/pool").of(new Version("1.2.3"), all))
                .contains("v1.2.3");
    }

    private static Tags tags(String ga, String repository) {
        String[] parts = ga.split(":");
        return new Tags(NameHints.of(
                Artifact.of(parts[0], parts[1]),
                Optional.of(RepositoryName.parse(repository).orElseThrow())));
    }
}
