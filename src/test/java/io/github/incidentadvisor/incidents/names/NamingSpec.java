package io.github.incidentadvisor.incidents.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.text.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingSpec {
    private final Naming naming = new Naming();

    private Named of(String ecosystem, String name, String from, String to, String note) {
        return naming.of(new Step(ecosystem, name, from, to, "", note, List.of()));
    }

    private Named of(String ecosystem, String name) {
        return of(ecosystem, name, "1.0.0", "2.0.0", "");
    }

    private static List<String> texts(Named named, Bond bond) {
        return named.names().stream()
                .filter(name -> name.bond() == bond)
                .map(Name::text)
                .toList();
    }

    private static String moves(Named named, String text) {
        Name.Moves moves = named.names().stream()
                .filter(name -> name.text().equals(text))
                .findFirst()
                .orElseThrow()
                .moves();
        return moves.from() + ">" + moves.to();
    }

    @ParameterizedTest
    @CsvSource({
        "maven, org.acme.pool:acme-pool-core, acme pool",
        "maven, org.acme:acme-bom, acme",
        "maven, software.amazon.awssdk:bom, awssdk",
        "maven, org.mongodb:mongodb-driver-sync, mongodb",
        "maven, com.vendor:acme-widget-client, acme widget",
        "maven, commons-io:commons-io, commons io",
        "docker, quay.io/prometheus/prometheus, prometheus",
        "docker, confluentinc/cp-kafka, kafka",
        "docker, grafana/loki, loki",
        "docker, registry.k8s.io/ingress-nginx/controller, ingress nginx",
        "docker, rabbitmqoperator/cluster-operator, rabbitmq operator",
        "helm, prometheus-community/kube-prometheus-stack, kube prometheus",
        "terraform, hashicorp/aws, aws provider",
        "terraform, terraform-aws-modules/vpc/aws, vpc module",
        "terraform, required_version, terraform",
        "terraform, aws_elasticache_replication_group.main.engine_version, elasticache",
        "terraform, aws_eks_addon.coredns.addon_version, coredns",
        "terraform, aws_lambda_function.runtime, aws lambda",
        "generic, amazon-eks, amazon eks",
        "generic, amazon-elasticache/redis, redis",
        "generic, amazon-eks-addon/coredns, coredns"
    })
    void whatFilesCallAThingBecomesWhatPeopleCallIt(String ecosystem, String name, String own) {
        assertThat(texts(of(ecosystem, name), Bond.OWN)).contains(own);
    }

    @ParameterizedTest
    @CsvSource({
        "terraform, aws_db_instance.engine_version",
        "terraform, aws_mq_broker.main.engine_version",
        "docker, bitnami/acme",
        "maven, com.amazonaws:aws-java-sdk-acme",
        "maven, org.acme:github-api"
    })
    void wordsThatAreEverywhereAndMakersAloneNameNothing(String ecosystem, String name) {
        assertThat(of(ecosystem, name).names())
                .extracting(Name::text)
                .doesNotContain(
                        "aws",
                        "engine",
                        "version",
                        "engine version",
                        "db",
                        "instance",
                        "broker",
                        "bitnami",
                        "github",
                        "api");
    }

    @Test
    void theCloudsServiceAndWhatItRunsAreTheSame() {
        assertThat(texts(of("terraform", "aws_elasticache_replication_group.engine_version"), Bond.ALIAS))
                .contains("redis", "valkey");
    }

    @ParameterizedTest
    @CsvSource({
        "k8s, ACME_MAXIMUM_POOL_SIZE, pool size",
        "k8s, spec.sessionAffinityConfig, affinity config",
        "k8s, spec.terminationGracePeriodSeconds, grace period",
        "k8s, readinessProbe.timeoutSeconds, readiness probe"
    })
    void theWordsOfAKeyNameAMechanism(String ecosystem, String key, String mechanism) {
        Named named = of(ecosystem, key, "8", "2", "");

        assertThat(texts(named, Bond.ALIAS)).contains(mechanism);
        assertThat(named.setting()).isNotEmpty();
    }

    @Test
    void wordsInHumpsAreWrittenApartAndTheFirstByTheirInitials() {
        Named named = of("nuget", "Microsoft.AcmeFrameworkCore.SqlServer");

        assertThat(texts(named, Bond.ALIAS)).contains("acme framework core", "acmeframeworkcore", "af core");
        assertThat(texts(named, Bond.BROUGHT)).contains("sql server");
    }

    @Test
    void aGroupThatIsNamedForAFrameworkMakesItTheFamily() {
        Named named = of("maven", "org.springframework:spring-webmvc");

        assertThat(texts(named, Bond.FAMILY)).contains("spring framework", "spring");
    }

    @Test
    void theMajorVersionThatEndsAModulesPathIsNoName() {
        assertThat(texts(of("go", "github.com/acme/go-acme/v9"), Bond.OWN)).doesNotContain("v9");
    }

    @Test
    void ofAChartTheNotesSayWhichVersionsTheApplicationHas() {
        Named named = of("helm", "acme/acmeproxy", "0.1.0", "0.2.0", "Acmeproxy 1.12.");

        assertThat(named.names())
                .filteredOn(name -> name.text().equals("acmeproxy"))
                .extracting(name -> name.bond() + " " + name.moves().to())
                .containsExactly("OWN ", "NOTED 1.12");
    }

    @Test
    void aSettingIsNamedWithWhatItIsASettingOf() {
        Named named = of("terraform", "eks_managed_node_groups.instance_types", "m5.large", "m6.large", "");

        assertThat(texts(named, Bond.OWN)).containsExactly("instance types");
        assertThat(texts(named, Bond.FAMILY)).contains("eks", "kubernetes");
        assertThat(named.setting()).contains("eks");
        assertThat(of("terraform", "aws_lambda_function.runtime").setting()).isEmpty();
    }

    @Test
    void aValueThatIsNoVersionNamesWhatComesAndWhatGoes() {
        Named runtime = of("terraform", "aws_lambda_function.runtime", "nodejs16.x", "nodejs20.x", "");
        Named replaced = of("terraform", "aws_launch_template.workers.container_runtime", "dockerd", "containerd", "");

        assertThat(moves(runtime, "nodejs")).isEqualTo("16>20");
        assertThat(texts(replaced, Bond.OWN)).contains("containerd");
        assertThat(texts(replaced, Bond.REPLACED)).contains("dockerd", "docker daemon");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Acme Driver 5.2 is used now.|acme driver|>5.2",
                "Flyway 9.3 and Hibernate ORM 5.6.12.|flyway|>9.3",
                "Flyway 9.3 and Hibernate ORM 5.6.12.|hibernate orm|>5.6.12",
                "Requires MongoDB 6.0 or later.|mongo|>6.0",
                "Netty is managed at 4.1.110 instead of 4.1.90.|netty|4.1.90>4.1.110",
                "Generated for the 4.x line of the protobuf runtime.|protobuf|>4",
                "Wheels for foolearn 2.|foolearn|>2",
                "The default parameter group is of the family postgres15.|postgres|>15",
                "Adds support for fooparser2 2.0.|fooparser2|>2.0"
            })
    void whatANoteNamesHasVersionsOfItsOwn(String note, String name, String moves) {
        assertThat(moves(of("maven", "org.acme:acme", "1", "2", note), name)).isEqualTo(moves);
    }

    @Test
    void aVersionOfNobodyIsThatOfWhatComesAlong() {
        Named named = of("maven", "org.acme:acme-kafka", "2.7", "2.8", "Baseline is the 3.0 client.");

        assertThat(moves(named, "kafka client")).isEqualTo(">3.0");
    }

    @Test
    void membersAndLanguagesInANoteAreNoThings() {
        Named named = of("maven", "org.acme:acme", "1", "2", "Java 17 is required. Flux.bufferTimeout() was fixed.");

        assertThat(texts(named, Bond.NOTED)).isEmpty();
    }

    @Test
    void aServersNameIsMarkedAndAnImageIsNoClientOfIt() {
        Named library = of("maven", "org.postgresql:postgresql");
        Named image = of("docker", "postgres");

        assertThat(library.client()).isTrue();
        assertThat(library.names())
                .filteredOn(name -> name.text().equals("postgresql"))
                .allMatch(Name::server);
        assertThat(library.names())
                .filteredOn(name -> name.text().equals("pgjdbc"))
                .noneMatch(Name::server);
        assertThat(image.client()).isFalse();
    }

    @Test
    void aCommonWordIsANameOnlyWithAVersionBehindIt() {
        assertThat(of("docker", "node").names())
                .filteredOn(name -> name.text().equals("node"))
                .singleElement()
                .matches(Name::common);
    }

    @Test
    void aTicketOfTheThingsOwnProjectIsAboutIt() {
        Name provider = of("terraform", "hashicorp/aws").names().get(0);
        Name family = new Name(List.of("spring"), Bond.FAMILY, false, false, Name.Moves.UNSAID);
        Projects projects = new Projects();

        assertThat(projects.isOf(provider, "hashicorp/terraform-provider-aws")).isTrue();
        assertThat(projects.isOf(provider, "hashicorp/terraform")).isFalse();
        assertThat(projects.isOf(family, "spring-projects/spring-boot")).isFalse();
        assertThat(projects.isOf(provider, "")).isFalse();
    }

    @Test
    void hostileNamesAndNotesAreNamesOrNothing() {
        String endless = "a-".repeat(20_000) + "9.9 of " + "x.y/".repeat(5_000);

        assertThat(of("terraform", "_._", "", "", "").names()).isNotNull();
        assertThat(of("maven", ":", "(", ")", "( 1.0").names()).isNotNull();
        assertThat(of("terraform", "//", "", "", "").names()).isNotNull();
        assertThat(of("terraform", "/ provider", "", "", "").names()).isNotNull();
        assertThat(of("npm", "@/", "", "", "").names()).isNotNull();
        assertThat(of("docker", "/", "", "", endless).names().size()).isLessThan(100);
        assertThat(Numbers.NONE.isKnown()).isFalse();
    }
}
