package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import org.junit.jupiter.api.Test;

class RecipesSpec {
    private static final Artifact PARENT =
            new Artifact("org.springframework.boot", "spring-boot-starter-parent", "pom", "");

    @Test
    void aStepToAnotherLineHasTheRecipeOfThatLine() {
        assertThat(Recipes.of(PARENT, new Version("3.2.0"), new Version("3.5.3")))
                .hasValueSatisfying(text -> assertThat(text).contains("boot3.UpgradeSpringBoot_3_5 "));
    }

    @Test
    void aStepWithinALineNeedsNone() {
        assertThat(Recipes.of(PARENT, new Version("3.5.1"), new Version("3.5.3")))
                .isEmpty();
    }

    @Test
    void whatHasNoPublishedRecipeHasNone() {
        assertThat(Recipes.of(Artifact.of("org.acme", "lib"), new Version("1"), new Version("2")))
                .isEmpty();
        assertThat(Recipes.of(PARENT, new Version("3.5.3"), new Version("9.0.0")))
                .isEmpty();
    }
}
