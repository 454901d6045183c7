package io.github.incidentadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Component;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PurlsSpec {
    private static final List<Component> ONE_OF_EACH = List.of(
            new Component.Artifact("org.a", "lib", "pom", "tests"),
            new Component.Platform("java"),
            new Component.Platform("amazon-rds/postgres"),
            new Component.Image("", "postgres"),
            new Component.Image("mcr.microsoft.com", "dotnet/sdk"),
            new Component.Action("actions", "checkout"),
            new Component.Chart("redis", "https://charts.example/a?b"),
            new Component.Chart("redis", ""),
            new Component.TerraformProvider("hashicorp/aws"),
            new Component.TerraformModule("terraform-aws-modules/eks/aws"));

    @Test
    void everyComponentComesBackFromItsPurl() {
        assertThat(ONE_OF_EACH)
                .allSatisfy(one -> assertThat(Purls.parse(one.purl())).isEqualTo(one));
    }

    @Test
    void noKindOfComponentIsForgotten() {
        Set<Class<?>> kinds = ONE_OF_EACH.stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder(Component.class.getPermittedSubclasses());
    }

    @Test
    void purlsAreThoseOfTheSpecificationWhereItHasAType() {
        assertThat(ONE_OF_EACH)
                .extracting(Component::purl)
                .contains(
                        "pkg:docker/postgres",
                        "pkg:docker/dotnet/sdk?repository_url=mcr.microsoft.com",
                        "pkg:githubactions/actions/checkout",
                        "pkg:generic/amazon-rds/postgres");
    }

    @Test
    void aVersionStandsBeforeQualifiers() {
        assertThat(Purls.withVersion(new Component.Image("quay.io", "a/b"), "1+2"))
                .isEqualTo("pkg:docker/a/b@1%2B2?repository_url=quay.io");
    }

    @Test
    void whatNamesNothingIsRefused() {
        assertThatThrownBy(() -> Purls.parse("pkg:npm/x")).isInstanceOf(AdvisorException.class);
    }
}
