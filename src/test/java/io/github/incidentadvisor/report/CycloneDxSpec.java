package io.github.incidentadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.incidentadvisor.SharedData;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CycloneDxSpec {
    private static final Inventory INVENTORY = new Inventory(
            List.of(new Module("pom.xml", "g", "app", "1", "jar", List.of(), List.of())),
            List.of(
                    item("org.a", "lib", "1.0", Role.DIRECT, "compile", List.of()),
                    item("org.b", "deep", "3", Role.TRANSITIVE, "compile", List.of("org.a:lib:1.0", "org.b:deep:3")),
                    item("org.c", "tool", "2", Role.PLUGIN, "", List.of()),
                    item("org.t", "junit", "6", Role.DIRECT, "test", List.of()),
                    item("g", "app", "1", Role.DIRECT, "compile", List.of())),
            List.of(),
            List.of(),
            Set.of(),
            List.of());

    @Test
    void itHoldsToTheSchemaOfTheStandard() throws Exception {
        var schema = SharedData.at("api/schemas/cyclonedx-bom-1.6.schema.json");
        Map<String, java.nio.file.Path> references = Map.of(
                "http://cyclonedx.org/schema/spdx.schema.json",
                SharedData.at("api/schemas/cyclonedx-spdx.schema.json"),
                "http://cyclonedx.org/schema/jsf-0.82.schema.json",
                SharedData.at("api/schemas/cyclonedx-jsf-0.82.schema.json"));

        assertThat(Schemas.against(bom(), schema, VersionFlag.V7, references)).isEmpty();
    }

    @Test
    void itHoldsWhatTheClassPathsHoldWithWhoBringsWhat() throws Exception {
        var bom = new ObjectMapper().readTree(bom());

        assertThat(bom.get("components").findValuesAsText("purl"))
                .containsExactly("pkg:maven/org.a/lib@1.0", "pkg:maven/org.b/deep@3", "pkg:maven/org.t/junit@6");
        assertThat(bom.get("components").findValuesAsText("scope")).containsExactly("required", "required", "excluded");
        assertThat(bom.at("/dependencies/0/dependsOn/0").asText()).isEqualTo("pkg:maven/org.b/deep@3");
    }

    private static byte[] bom() {
        return CycloneDx.write(Reports.quiet(), INVENTORY);
    }

    private static Item item(String group, String name, String version, Role role, String scope, List<String> path) {
        return new Item(
                Artifact.of(group, name),
                new Version(version),
                role,
                "pom.xml",
                scope,
                false,
                new Declaration(Place.NONE, Place.NONE, "", "", "", ""),
                path,
                Version.NONE);
    }
}
