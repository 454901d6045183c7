package io.github.incidentadvisor.evidence.retirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactSourcesSpec {
    @Test
    void aDayThatMovedASuccessorThatChangedAndARuntimeThatIsNewAreTold() {
        List<String> said = compare("LmbdRuntimeLifecycle.json", """
                {"java11": {"create-block": "2027-07-31", "deprecated": "2027-07-01", "successor": "java29", "update-block": null},
                 "java99": {"deprecated": "2099-01-01"}}
                """);

        assertThat(said)
                .contains(
                        "aws-lambda-runtime-java11: deprecated is 2027-06-30 here, 2027-07-01 there",
                        "aws-lambda-runtime-java11: successor is [java25] here, java29 there",
                        "aws-lambda-runtime-java99: not here; there {\"deprecated\":\"2099-01-01\"}",
                        "1 entries compared");
    }

    @Test
    void engineVersionsAreComparedAsSetsButForWholeLines() {
        List<String> said = compare("aws_rds_dbcluster/engine_version_deprecated.json", """
                {"allOf": [{"if": {"properties": {
                  "Engine": {"const": "aurora-postgresql"}, "EngineVersion": {"enum": ["17", "14.3", "99.1"]}}}}]}
                """);

        assertThat(said).contains("aws-rds-deprecated-aurora-postgresql: only there [99.1]");
        assertThat(said).anyMatch(line -> line.startsWith("aws-rds-deprecated-aurora-postgresql: only here [10.21, "));
    }

    @Test
    void theRowsOfTheListOfSizesAreReadWithEitherOrderOfDayAndMonth() {
        List<String> said = compare("retired-sizes-list.md", """
                | D-series | **Announced** | [03/31/25](a) | 05/02/28 | [Guide](b) |
                | NCv3-NC24rs Series | **Retired** | - | 30/9/25 | [Guide](b) |
                | Zv9-series | **Announced** | - | 01/01/30 | [Guide](b) |
                """);

        assertThat(said)
                .contains(
                        "azure-vm-D: switched off is 2028-05-01 here, 2028-05-02 there",
                        "azure-vm-Zv9: not here; there 2030-01-01",
                        "2 entries compared");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBe() {
        assertThat(FactSources.compare((repository, path) -> Optional.empty()))
                .hasSize(6)
                .contains("0 entries compared")
                .anyMatch(line -> line.startsWith("not compared: MicrosoftDocs/azure-compute-docs "));
    }

    private static List<String> compare(String file, String text) {
        return FactSources.compare((repository, path) -> path.endsWith(file) ? Optional.of(text) : Optional.empty());
    }
}
