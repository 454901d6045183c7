package io.github.incidentadvisor.evidence.retirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Retirement;
import io.github.incidentadvisor.evidence.Retirements.Match;
import io.github.incidentadvisor.inventory.Inventory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetirementFactsSpec {
    /** Fact, what the value stands in, a value that is meant, and one that looks like it and is not. */
    private static final String ROWS = """
            aws-lambda-runtime-dotnetcore1.0 | terraform aws_lambda_function runtime | dotnetcore1.0 | dotnetcore1.
            aws-lambda-runtime-dotnetcore2.0 | cloudformation AWS::Lambda::Function Runtime | dotnetcore2.0 | dotnetcore2.
            aws-lambda-runtime-dotnetcore2.1 | cloudformation AWS::Serverless::Function Runtime | dotnetcore2.1 | dotnetcore2.
            aws-lambda-runtime-dotnetcore3.1 | pulumi aws:lambda/function:Function runtime | dotnetcore3.1 | dotnetcore3.
            aws-lambda-runtime-dotnet5.0 | module aws-lambda runtime | dotnet5.0 | dotnet5.
            aws-lambda-runtime-dotnet6 | terraform aws_lambda_function runtime | dotnet6 | dotnet
            aws-lambda-runtime-dotnet7 | cloudformation AWS::Lambda::Function Runtime | dotnet7 | dotnet
            aws-lambda-runtime-dotnet8 | cloudformation AWS::Serverless::Function Runtime | dotnet8 | dotnet
            aws-lambda-runtime-dotnet9 | pulumi aws:lambda/function:Function runtime | dotnet9 | dotnet
            aws-lambda-runtime-dotnet10 | module aws-lambda runtime | dotnet10 | dotnet1
            aws-lambda-runtime-java8 | terraform aws_lambda_function runtime | java8 | java8.al2
            aws-lambda-runtime-java8.al2 | cloudformation AWS::Lambda::Function Runtime | java8.al2 | java8.al2023
            aws-lambda-runtime-java8.al2023 | cloudformation AWS::Serverless::Function Runtime | java8.al2023 | java8.al202
            aws-lambda-runtime-java11 | pulumi aws:lambda/function:Function runtime | java11 | java11.al2023
            aws-lambda-runtime-java11.al2023 | module aws-lambda runtime | java11.al2023 | java11.al202
            aws-lambda-runtime-java17 | terraform aws_lambda_function runtime | java17 | java17.al2023
            aws-lambda-runtime-java17.al2023 | cloudformation AWS::Lambda::Function Runtime | java17.al2023 | java17.al202
            aws-lambda-runtime-java21 | cloudformation AWS::Serverless::Function Runtime | java21 | java2
            aws-lambda-runtime-java25 | pulumi aws:lambda/function:Function runtime | java25 | java2
            aws-lambda-runtime-nodejs | module aws-lambda runtime | nodejs | nodejs26.x
            aws-lambda-runtime-nodejs4.3 | terraform aws_lambda_function runtime | nodejs4.3 | nodejs4.3-edge
            aws-lambda-runtime-nodejs4.3-edge | cloudformation AWS::Lambda::Function Runtime | nodejs4.3-edge | nodejs4.3-edg
            aws-lambda-runtime-nodejs6.10 | cloudformation AWS::Serverless::Function Runtime | nodejs6.10 | nodejs6.1
            aws-lambda-runtime-nodejs8.10 | pulumi aws:lambda/function:Function runtime | nodejs8.10 | nodejs8.1
            aws-lambda-runtime-nodejs10.x | module aws-lambda runtime | nodejs10.x | nodejs10
            aws-lambda-runtime-nodejs12.x | terraform aws_lambda_function runtime | nodejs12.x | nodejs12
            aws-lambda-runtime-nodejs14.x | cloudformation AWS::Lambda::Function Runtime | nodejs14.x | nodejs14
            aws-lambda-runtime-nodejs16.x | cloudformation AWS::Serverless::Function Runtime | nodejs16.x | nodejs16
            aws-lambda-runtime-nodejs18.x | pulumi aws:lambda/function:Function runtime | nodejs18.x | nodejs18
            aws-lambda-runtime-nodejs20.x | module aws-lambda runtime | nodejs20.x | nodejs20
            aws-lambda-runtime-nodejs22.x | terraform aws_lambda_function runtime | nodejs22.x | nodejs22
            aws-lambda-runtime-nodejs24.x | cloudformation AWS::Lambda::Function Runtime | nodejs24.x | nodejs24
            aws-lambda-runtime-go1.x | cloudformation AWS::Serverless::Function Runtime | go1.x | go1
            aws-lambda-runtime-provided | pulumi aws:lambda/function:Function runtime | provided | provided.al2023
            aws-lambda-runtime-provided.al2 | module aws-lambda runtime | provided.al2 | provided.al2023
            aws-lambda-runtime-provided.al2023 | terraform aws_lambda_function runtime | provided.al2023 | provided.al202
            aws-lambda-runtime-python2.7 | cloudformation AWS::Lambda::Function Runtime | python2.7 | python2.
            aws-lambda-runtime-python3.6 | cloudformation AWS::Serverless::Function Runtime | python3.6 | python3.
            aws-lambda-runtime-python3.7 | pulumi aws:lambda/function:Function runtime | python3.7 | python3.
            aws-lambda-runtime-python3.8 | module aws-lambda runtime | python3.8 | python3.
            aws-lambda-runtime-python3.9 | terraform aws_lambda_function runtime | python3.9 | python3.
            aws-lambda-runtime-python3.10 | cloudformation AWS::Lambda::Function Runtime | python3.10 | python3.1
            aws-lambda-runtime-python3.11 | cloudformation AWS::Serverless::Function Runtime | python3.11 | python3.1
            aws-lambda-runtime-python3.12 | pulumi aws:lambda/function:Function runtime | python3.12 | python3.1
            aws-lambda-runtime-python3.13 | module aws-lambda runtime | python3.13 | python3.1
            aws-lambda-runtime-python3.14 | terraform aws_lambda_function runtime | python3.14 | python3.1
            aws-lambda-runtime-ruby2.5 | cloudformation AWS::Lambda::Function Runtime | ruby2.5 | ruby2.
            aws-lambda-runtime-ruby2.7 | cloudformation AWS::Serverless::Function Runtime | ruby2.7 | ruby2.
            aws-lambda-runtime-ruby3.2 | pulumi aws:lambda/function:Function runtime | ruby3.2 | ruby3.
            aws-lambda-runtime-ruby3.3 | module aws-lambda runtime | ruby3.3 | ruby3.
            aws-lambda-runtime-ruby3.4 | terraform aws_lambda_function runtime | ruby3.4 | ruby3.
            aws-lambda-runtime-ruby4.0 | cloudformation AWS::Lambda::Function Runtime | ruby4.0 | ruby4.
            aws-ec2-previous-generation | terraform aws_instance instance_type | m3.large | m5.large
            aws-elasticache-previous-generation | terraform aws_elasticache_cluster node_type | cache.m3.medium | cache.m4.large
            aws-rds-previous-generation | cloudformation AWS::RDS::DBInstance DBInstanceClass | db.m4.large | db.m5.large
            aws-rds-deprecated-aurora-mysql | terraform aws_rds_cluster engine_version engine=aurora-mysql | 8.0.mysql_aurora.3.03.0 | 8.0
            aws-rds-deprecated-aurora-postgresql | cloudformation AWS::RDS::DBCluster EngineVersion Engine=aurora-postgresql | 14.3 | 14.6
            aws-rds-deprecated-mysql | pulumi aws:rds:Instance engineVersion engine=mysql | 8.0.36 | 8.0.42
            aws-rds-deprecated-postgres | terraform aws_db_instance engine_version engine=postgres | 13.7 | 17
            github-runner-ubuntu-22.04 | runner | ubuntu-22.04-arm | ubuntu-24.04
            github-runner-ubuntu-20.04 | runner | ubuntu-20.04 | [self-hosted, ubuntu-20.04]
            github-runner-macos-14 | runner | macos-14-xlarge | macos-15
            github-runner-macos-13 | runner | {labels: macos-13} | macos-15-intel
            github-runner-macos-12 | runner | macos-12 | macos-latest
            github-runner-windows-2019 | runner | windows-2019 | windows-2022
            github-runner-ubuntu-18.04 | runner | [ubuntu-18.04] | [Self-Hosted, ubuntu-18.04]
            gha-artifact-v3 | action | actions/upload-artifact@v3.1.2 | actions/upload-artifact@v4
            gha-artifact-v1-v2 | action | actions/download-artifact@a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4 # v2.1.0 | actions/download-artifact@a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4
            gha-cache-v1-v2 | action | actions/cache/restore@v2 | actions/cache/restore@v2x
            gha-node20 | action-runtime | node20 | node24
            gha-node16 | action-runtime | node16 | node12
            gha-setup-java-adopt | value github-step actions/setup-java distribution | adopt-openj9 | temurin
            docker-image-openjdk | image | openjdk:17 | openjdk:28-ea
            docker-image-centos | image | centos:7 | quay.io/centos/centos:stream9
            docker-image-rockylinux | image | rockylinux:9 | rockylinux/rockylinux:9
            docker-image-clefos | image | clefos:7 | acme/clefos:7
            docker-image-clearlinux | image | clearlinux:latest | clearlinux/base
            docker-image-mongo-express | image | mongo-express:1.0.2 | mongo:7
            docker-image-liquibase | image | docker.io/library/liquibase:4.29 | liquibase/liquibase:4.29
            docker-image-unit | image | unit:1.34-jsc11 | ghcr.io/acme/unit:1
            docker-image-notary | image | notary:server | notary/server
            bitnami-catalog | image | docker.io/bitnami/redis:7.2.4 | bitnamilegacy/redis:7.2.4
            k8s-ingress-nginx | image | registry.k8s.io/ingress-nginx/controller:v1.11.2 | registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1.4.3
            k8s-gcr-io-registry | image | k8s.gcr.io/pause:3.5 | registry.k8s.io/pause:3.5
            gcp-container-registry | resource | google_container_registry | google_artifact_registry_repository
            aws-app-mesh | resource | AWS::AppMesh::Mesh | AWS::VpcLattice::Service
            aws-opsworks | resource | aws_opsworks_stack | aws_ssm_document
            aws-proton | resource | AWS::Proton::ServiceTemplate | AWS::ProtonX::Thing
            aws-launch-configuration | resource | aws_launch_configuration | aws_launch_template
            tf-aws6-aws_simpledb_domain | resource | aws_simpledb_domain | aws_dynamodb_table
            tf-aws6-aws_worklink_fleet | resource | aws_worklink_fleet | aws_worklink_website_certificate_authority_association
            tf-aws6-aws_worklink_website_certificate_authority_association | resource | aws_worklink_website_certificate_authority_association | aws_worklink_fleet
            tf-aws6-aws_redshift_service_account | data | aws_redshift_service_account | aws_elb_service_account
            tf-provider-template | provider | hashicorp/template | hashicorp/cloudinit
            azure-vm-D | terraform azurerm_linux_virtual_machine size | Standard_D4 | Standard_D4_v3
            azure-vm-Ds | terraform azurerm_kubernetes_cluster default_node_pool.vm_size | Standard_DS3 | Standard_D4s_v3
            azure-vm-Dv2 | terraform azurerm_windows_virtual_machine size | Standard_D2_v2 | Standard_D2_v3
            azure-vm-Dsv2 | pulumi azure-native:compute:VirtualMachine hardwareProfile.vmSize | Standard_DS2_v2 | Standard_D2s_v5
            azure-vm-Ls | terraform azurerm_linux_virtual_machine size | Standard_L8s | Standard_L8s_v3
            azure-vm-Av2 | terraform azurerm_kubernetes_cluster default_node_pool.vm_size | Standard_A2m_v2 | Standard_A8
            azure-vm-B-v1 | terraform azurerm_windows_virtual_machine size | Standard_B2s | Standard_B2s_v2
            azure-vm-F | pulumi azure-native:compute:VirtualMachine hardwareProfile.vmSize | Standard_F4 | Standard_F4s_v2
            azure-vm-Fs | terraform azurerm_linux_virtual_machine size | Standard_F4s | Standard_F4as_v6
            azure-vm-Fsv2 | terraform azurerm_kubernetes_cluster default_node_pool.vm_size | Standard_F8s_v2 | Standard_F8ams_v6
            azure-vm-G | terraform azurerm_windows_virtual_machine size | Standard_G3 | Standard_GS3
            azure-vm-Gs | pulumi azure-native:compute:VirtualMachine hardwareProfile.vmSize | Standard_GS4-8 | Standard_G4
            azure-vm-Lsv2 | terraform azurerm_linux_virtual_machine size | Standard_L16s_v2 | Standard_L16s_v3
            azure-vm-M192idms_v2 | terraform azurerm_kubernetes_cluster default_node_pool.vm_size | Standard_M192idms_v2 | Standard_M192ids_v2
            azure-vm-M192ids_v2 | terraform azurerm_windows_virtual_machine size | Standard_M192ids_v2 | Standard_M192is_v2
            azure-vm-M192ims_v2 | pulumi azure-native:compute:VirtualMachine hardwareProfile.vmSize | Standard_M192ims_v2 | Standard_M192idms_v2
            azure-vm-M192is_v2 | terraform azurerm_linux_virtual_machine size | Standard_M192is_v2 | Standard_M176s_v3
            azure-vm-NVv3 | terraform azurerm_kubernetes_cluster default_node_pool.vm_size | Standard_NV12s_v3 | Standard_NV12ads_A10_v5
            azure-vm-NVv4 | terraform azurerm_windows_virtual_machine size | Standard_NV8as_v4 | Standard_NV18ads_A10_v5
            azure-vm-NCv3 | pulumi azure-native:compute:VirtualMachine hardwareProfile.vmSize | Standard_NC24rs_v3 | Standard_NC24ads_A100_v4
            azure-basic-public-ip | terraform azurerm_public_ip sku | Basic | Standard
            azure-basic-load-balancer | terraform azurerm_lb sku | Basic | Standard
            tls-1.0-1.1 | terraform aws_cloudfront_distribution viewer_certificate.minimum_protocol_version | TLSv1.1_2016 | TLSv1.2_2021
            """;

    /** A value that is meant at each group of places. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("lambda-runtime", "java11"),
            Map.entry("ec2-type", "m3.large"),
            Map.entry("elasticache-type", "cache.m3.medium"),
            Map.entry("rds-class", "db.m4.large"),
            Map.entry("rds-instance-version", "13.7"),
            Map.entry("rds-cluster-version", "14.3"),
            Map.entry("azure-vm-size", "Standard_B2s"),
            Map.entry("public-ip-sku", "Basic"),
            Map.entry("load-balancer-sku", "Basic"),
            Map.entry("project-service", "containerregistry.googleapis.com"),
            Map.entry("chart-of-release", "ingress-nginx"),
            Map.entry("repository-of-release", "https://charts.bitnami.com/bitnami"),
            Map.entry("cloudfront-tls", "TLSv1"),
            Map.entry("api-gateway-tls", "TLS_1_0"),
            Map.entry("azure-storage-tls", "TLS1_0"),
            Map.entry("listener-tls", "ELBSecurityPolicy-2016-08"),
            Map.entry("runner", "ubuntu-20.04"),
            Map.entry("action", "actions/cache@v2"),
            Map.entry("action-runtime", "node16"),
            Map.entry("setup-java-distribution", "adopt"));

    private final BundledRetirements retirements = new BundledRetirements(LocalDate.of(2026, 11, 25));
    private Snippets snippets;

    @BeforeEach
    void anEmptyFolder(@TempDir Path folder) {
        snippets = new Snippets(folder);
    }

    private record Row(String fact, String form, String match, String miss) {
        static Row of(String line) {
            String[] cells = line.split(" \\| ");
            return new Row(cells[0], cells[1], cells[2], cells[3]);
        }
    }

    private static List<Row> rows() {
        return ROWS.lines().map(Row::of).toList();
    }

    @Test
    void everyFactHasARowAndEveryRowAFact() {
        assertThat(rows().stream().map(Row::fact))
                .containsExactlyElementsOf(
                        retirements.facts().stream().map(Retirement::id).toList());
    }

    @Test
    void everyFactSaysWhereItComesFrom() {
        assertThat(retirements.facts()).allSatisfy(fact -> {
            assertThat(fact.origin().url()).startsWith("https://");
            assertThat(fact.origin().readIn()).allMatch(page -> page.startsWith("https://"));
            assertThat(fact.origin().isConfirmed() && fact.origin().readIn().isEmpty())
                    .as(fact.id() + " is confirmed by nothing")
                    .isFalse();
            assertThat(fact.phases())
                    .allSatisfy(phase -> assertThat(phase.ends()).isNotEmpty());
            // What contradicts nothing is no contradiction.
            assertThat(fact.origin().conflicts().size()).isNotEqualTo(1);
        });
    }

    @Test
    void whereTheSourcesWereSeenToDisagreeTheFactSaysSo() {
        assertThat(retirements.facts().stream()
                        .filter(fact -> !fact.origin().conflicts().isEmpty())
                        .map(Retirement::id))
                .containsExactlyInAnyOrder(
                        "gha-artifact-v3",
                        "gha-node20",
                        "github-runner-ubuntu-20.04",
                        "github-runner-macos-13",
                        "azure-vm-B-v1",
                        "aws-lambda-runtime-nodejs4.3-edge",
                        "aws-opsworks");
    }

    @Test
    void everyFactIsRecognisedByItsValue() {
        List<String> missed = new ArrayList<>();
        for (Row row : rows()) {
            if (!facts(snippets.of(row.form(), row.match())).contains(row.fact())) {
                missed.add(row.fact() + " in " + row.form() + " " + row.match());
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void noFactIsRecognisedByAValueThatLooksLikeIt() {
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            if (facts(snippets.of(row.form(), row.miss())).contains(row.fact())) {
                wrong.add(row.fact() + " in " + row.form() + " " + row.miss());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aValueThatLooksLikeAFactIsReadAtAll() {
        // Otherwise a near miss would prove nothing.
        List<String> unread = new ArrayList<>();
        for (Row row : rows()) {
            Inventory inventory = snippets.of(row.form(), row.miss());
            if (inventory.references().isEmpty()
                    && inventory.objects().isEmpty()
                    && !row.miss().toLowerCase(java.util.Locale.ROOT).contains("self-hosted")) {
                unread.add(row.fact() + " in " + row.form() + " " + row.miss());
            }
        }
        assertThat(unread).isEmpty();
    }

    @Test
    void everyPlaceOfTheTableIsOneThatTheReadersDeliver() {
        List<String> unreachable = new ArrayList<>();
        RetirementTable.placesOfBundled()
                .forEach((group, places) -> places.forEach(place -> {
                    String engine = group.equals("rds-instance-version")
                            ? "postgres"
                            : group.equals("rds-cluster-version") ? "aurora-postgresql" : "";
                    String name = place.startsWith("cloudformation") ? "Engine" : "engine";
                    String form = engine.isEmpty() ? place : place + " " + name + "=" + engine;
                    if (facts(snippets.of(form, MEANT.get(group))).isEmpty()) {
                        unreachable.add(group + ": " + form);
                    }
                }));
        assertThat(unreachable).isEmpty();
    }

    @Test
    void anEngineVersionIsMeantOnlyOfItsEngine() {
        assertThat(facts(snippets.of("terraform aws_db_instance engine_version engine=mariadb", "13.7")))
                .isEmpty();
        assertThat(facts(snippets.of("terraform aws_db_instance engine_version", "13.7")))
                .isEmpty();
        assertThat(facts(snippets.of("module amazon-rds/{engine} engine_version engine=mysql", "13.7")))
                .isEmpty();
    }

    @Test
    void aServiceIsRecognisedInEachLanguage() {
        assertThat(facts(snippets.of("resource", "aws_appmesh_virtual_node"))).containsExactly("aws-app-mesh");
        assertThat(facts(snippets.of("resource", "aws:appmesh/mesh:Mesh"))).containsExactly("aws-app-mesh");
        assertThat(facts(snippets.of("data", "aws_appmesh_mesh"))).isEmpty();
    }

    @Test
    void aChartIsRecognisedByItsRepository() {
        assertThat(facts(snippets.of("chart redis", "https://charts.bitnami.com/bitnami")))
                .containsExactly("bitnami-catalog");
        assertThat(facts(snippets.of("chart ingress-nginx", "https://kubernetes.github.io/ingress-nginx")))
                .containsExactly("k8s-ingress-nginx");
        // A library without images.
        assertThat(facts(snippets.of("chart common", "https://charts.bitnami.com/bitnami")))
                .isEmpty();
        assertThat(facts(snippets.of("chart ingress-nginx", "https://charts.example.org")))
                .isEmpty();
    }

    @Test
    void whatBitnamiKeepsPublishingIsNotClaimed() {
        assertThat(facts(snippets.of("image", "bitnami/minideb:bookworm"))).isEmpty();
        assertThat(facts(snippets.of("image", "bitnami/sealed-secrets-controller:0.27.0")))
                .isEmpty();
    }

    @Test
    void samGlobalsCountWhereAFunctionSaysNothingElse() {
        String template = """
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  Function:
                    Runtime: java11
                Resources:
                  Api:
                    Type: AWS::Serverless::Function
                """;

        assertThat(places(snippets.read("template.yaml", template)))
                .containsExactly("aws-lambda-runtime-java11 template.yaml:4");
        assertThat(places(snippets.read("template.yaml", template + "    Properties:\n      Runtime: java25\n")))
                .containsExactly("aws-lambda-runtime-java25 template.yaml:9");
    }

    @Test
    void theLineThatDecidesIsThePlace() {
        assertThat(places(snippets.read("main.tf", """
                        variable "runtime" {
                          default = "nodejs18.x"
                        }
                        resource "aws_lambda_function" "api" {
                          runtime = var.runtime
                        }
                        """))).containsOnly("aws-lambda-runtime-nodejs18.x main.tf:2");
    }

    @Test
    void whatFloatsOrIsNotKnownIsNotClaimed() {
        assertThat(facts(snippets.read("main.tf", "resource \"aws_instance\" \"a\" {\n  instance_type = var.x\n}\n")))
                .isEmpty();
        assertThat(facts(snippets.of("image", "centos:${VERSION}"))).isEmpty();
        assertThat(facts(snippets.of("image", "bitnami/redis"))).isEmpty();
        assertThat(facts(snippets.of("image", "bitnami/redis@sha256:" + "a".repeat(64))))
                .isEmpty();
        assertThat(facts(snippets.of("runner", "ubuntu-latest"))).isEmpty();
        assertThat(facts(snippets.of("runner", "${{ inputs.runner }}"))).isEmpty();
        assertThat(facts(snippets.of("action", "actions/upload-artifact@main"))).isEmpty();
    }

    @Test
    void runnersOfOtherForgesAreNotGitHubs() {
        String workflow = "jobs:\n  build:\n    runs-on: ubuntu-20.04\n";

        assertThat(facts(snippets.read(".gitea/workflows/ci.yml", workflow))).isEmpty();
        assertThat(snippets.read(".gitea/workflows/ci.yml", workflow).references())
                .isNotEmpty();
    }

    @Test
    void aWorkflowOutsideTheRootMayNotBeInForce() {
        String workflow = "jobs:\n  build:\n    runs-on: ubuntu-20.04\n";

        assertThat(matches(snippets.read(".github/workflows/ci.yml", workflow)))
                .allMatch(match -> !match.conditional());
        assertThat(matches(snippets.read("template/.github/workflows/ci.yml", workflow)))
                .allMatch(Match::conditional)
                .hasSize(1);
    }

    @Test
    void anImageThatIsOnlyNamedAfterAClosedRegistryIsWorthANote() {
        assertThat(matches(snippets.of("image", "gcr.io/distroless/java17-debian12:nonroot")))
                .hasSize(1)
                .allMatch(Match::aside);
    }

    private List<Match> matches(Inventory inventory) {
        return Stream.concat(
                        inventory.references().stream().flatMap(one -> retirements.of(one).stream()),
                        inventory.objects().stream().flatMap(one -> retirements.of(one).stream()))
                .toList();
    }

    private List<String> facts(Inventory inventory) {
        return matches(inventory).stream()
                .map(match -> match.fact().id())
                .distinct()
                .toList();
    }

    private List<String> places(Inventory inventory) {
        return matches(inventory).stream()
                .map(match -> match.fact().id() + " " + match.place())
                .distinct()
                .toList();
    }
}
