package io.github.incidentadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Report;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonReportSpec {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatIsReadIsWhatWasWritten() {
        Report report = Reports.broken(3, 4, Reports.HOSTILE);

        assertThat(JsonReport.read(JsonReport.write(report))).isEqualTo(report);
        assertThat(JsonReport.read(JsonReport.write(Reports.quiet()))).isEqualTo(Reports.quiet());
    }

    @Test
    void whatIsWrittenHoldsToTheSchemaThatIsShipped() throws Exception {
        byte[] schema;
        try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
            schema = in.readAllBytes();
        }

        for (Report report : new Report[] {Reports.quiet(), Reports.broken(3, 4, Reports.HOSTILE)}) {
            assertThat(Schemas.against(JsonReport.write(report), schema, VersionFlag.V202012))
                    .isEmpty();
        }
        ObjectNode wrong = (ObjectNode) JSON.readTree(JsonReport.write(Reports.quiet()));
        wrong.put("verdict", "fine");
        assertThat(Schemas.against(wrong.toString().getBytes(StandardCharsets.UTF_8), schema, VersionFlag.V202012))
                .isNotEmpty();
    }

    @Test
    void aFieldThatIsMissingOrWrongIsNamed() throws Exception {
        ObjectNode report = (ObjectNode) JSON.readTree(JsonReport.write(Reports.broken(1, 1, "x")));
        ((ObjectNode) report.get("advisories").get(0).get("findings").get(0)).put("severity", "dreadful");

        assertThatThrownBy(() -> JsonReport.read(report.toString().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("advisories[0].findings[0].severity");
        report.remove("headline");
        ((ObjectNode) report.get("advisories").get(0).get("findings").get(0)).put("severity", "caution");
        assertThatThrownBy(() -> JsonReport.read(report.toString().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("headline");
    }

    @Test
    void anotherVersionOfTheSchemaIsRefused() throws Exception {
        ObjectNode report = (ObjectNode) JSON.readTree(JsonReport.write(Reports.quiet()));
        report.put("schemaVersion", 2);

        assertThatThrownBy(() -> JsonReport.read(report.toString().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("schemaVersion");
    }

    @Test
    void bytesOfAnySortAreAReportOrAnErrorOfOurs() {
        byte[] report = JsonReport.write(Reports.broken(2, 2, Reports.HOSTILE));
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            byte[] mangled = report.clone();
            for (int i = 0; i < 1 + round % 5; i++) {
                mangled[random.nextInt(mangled.length)] = (byte) random.nextInt(256);
            }
            try {
                JsonReport.read(mangled);
            } catch (AdvisorException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
        String deep = "[".repeat(50_000);
        assertThatThrownBy(() -> JsonReport.read(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AdvisorException.class);
    }
}
