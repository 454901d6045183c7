package io.github.incidentadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.incidentadvisor.SharedData;
import io.github.incidentadvisor.model.Report;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SarifReportSpec {
    @Test
    void itHoldsToTheSchemaOfTheStandard() throws Exception {
        var schema = SharedData.at("api/schemas/sarif-2.1.0.schema.json");

        for (Report report : new Report[] {Reports.quiet(), Reports.broken(3, 4, Reports.HOSTILE)}) {
            assertThat(Schemas.against(SarifReport.write(report), schema, VersionFlag.V7, Map.of()))
                    .isEmpty();
        }
    }

    @Test
    void aResultHasItsPlaceItsIdAndNoMoreThanItsWeight() throws Exception {
        JsonNode results = new ObjectMapper()
                .readTree(SarifReport.write(Reports.broken(1, 2, "words")))
                .at("/runs/0/results");

        JsonNode broken = results.get(0);
        assertThat(broken.get("level").asText()).isEqualTo("error");
        assertThat(broken.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("app/src/main/java/A%20b.java");
        assertThat(broken.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(1);
        assertThat(broken.at("/partialFingerprints/incidentAdvisorId~1v1").asText())
                .isEqualTo("api-000000");
        assertThat(results.get(1).get("level").asText()).isEqualTo("warning");
    }
}
