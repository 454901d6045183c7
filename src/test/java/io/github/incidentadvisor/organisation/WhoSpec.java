package io.github.incidentadvisor.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Action;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Component.Image;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.organisation.Who.Match;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhoSpec {
    private static final Artifact LIB = Artifact.of("com.acme", "lib");
    private static final Image POSTGRES = new Image("", "postgres");

    @Test
    void versionsAreComparedAsMavenComparesThem() {
        assertThat(is("com.acme:lib<2.0", LIB, "1.10")).isEqualTo(Match.YES);
        assertThat(is("com.acme:lib<2.0", LIB, "2.0-rc1")).isEqualTo(Match.YES);
        assertThat(is("com.acme:lib<2.0", LIB, "2.0")).isEqualTo(Match.NO);
        assertThat(is("com.acme:lib >= 2.0", LIB, "10.0")).isEqualTo(Match.YES);
        assertThat(is("com.acme:lib=2.0", LIB, "2.0.0")).isEqualTo(Match.YES);
    }

    @Test
    void aNameAloneMeansEveryVersionAndAStarEveryArtifactOfTheGroup() {
        assertThat(is("com.acme:lib", LIB, "7")).isEqualTo(Match.YES);
        assertThat(is("com.acme:*<2", LIB, "1.9")).isEqualTo(Match.YES);
        assertThat(is("com.acme:li", LIB, "7")).isEqualTo(Match.NO);
    }

    @Test
    void imagesAndActionsAreNamedAsReportsNameThem() {
        assertThat(is("postgres<=15", POSTGRES, "15-alpine")).isEqualTo(Match.YES);
        assertThat(is("postgres<15", POSTGRES, "15-alpine")).isEqualTo(Match.NO);
        assertThat(is("actions/checkout<4", new Action("actions", "checkout"), "v3"))
                .isEqualTo(Match.YES);
    }

    @Test
    void whatHasNoNumberMayBeMeant() {
        assertThat(is("postgres<15", POSTGRES, "latest")).isEqualTo(Match.UNSURE);
        assertThat(is("postgres<15", POSTGRES, "")).isEqualTo(Match.UNSURE);
    }

    @Test
    void whatIsNoQuestionIsRefusedInWords() {
        for (String text : List.of("", "<2", "a b<2", "a<", "a<1<2")) {
            assertThatThrownBy(() -> Who.parse(text)).as(text).isInstanceOf(AdvisorException.class);
        }
    }

    private static Match is(String question, Component component, String version) {
        return Who.parse(question).of(component, new Version(version));
    }
}
